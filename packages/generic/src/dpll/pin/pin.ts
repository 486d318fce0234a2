import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  identityBy,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { map, type Observable } from "rxjs";
import {
  DPLL_CMD_PIN_CHANGE_NTF,
  DPLL_CMD_PIN_CREATE_NTF,
  DPLL_CMD_PIN_DELETE_NTF,
  DPLL_CMD_PIN_GET,
  DPLL_CMD_PIN_ID_GET,
  DPLL_CMD_PIN_SET,
} from "../commands.js";
import { dpllGroups } from "../family.js";
import { type DpllPin, dpllPinMessage } from "./layout.js";

/** Messages of pins (`DPLL_CMD_PIN_*`). */
export const dpllPinObject = defineObject({
  name: "dpllPin",
  namedBy: ["id", "boardLabel", "panelLabel", "packageLabel"],
  layout: nest<DpllPin>(dpllPinMessage),
  types: {
    new: DPLL_CMD_PIN_CREATE_NTF,
    delete: DPLL_CMD_PIN_DELETE_NTF,
    get: DPLL_CMD_PIN_GET,
    set: DPLL_CMD_PIN_SET,
  },
  alsoNotifiedBy: [DPLL_CMD_PIN_CHANGE_NTF],
  groups: [dpllGroups.monitor],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: [],
  keysOf: (pin) => [pick(pin, "id")],
  state: {
    identityOf: identityBy("id"),
    volatile: [
      "phaseOffset",
      "fractionalFrequencyOffset",
      "fractionalFrequencyOffsetPpt",
      "measuredFrequency",
    ],
  },
});

/** Facts by which a pin is found. */
export interface DpllPinFacts
  extends Pick<DpllPin, "moduleName" | "clockId" | "boardLabel" | "panelLabel" | "packageLabel" | "type"> {}

/** Verbs of pins. */
export interface DpllPins extends ObjectOf<typeof dpllPinObject> {
  /** Emits the id of the one pin with these facts. */
  id$(facts: DpllPinFacts): Observable<number>;
}

/** Returns the verbs of pins over a connection. */
export function pinsOf(connection: Connection): DpllPins {
  const id = {
    type: DPLL_CMD_PIN_ID_GET,
    layout: dpllPinObject.layout,
    label: { object: "dpllPin", verb: "id", namedBy: ["boardLabel", "panelLabel", "packageLabel"] },
  };
  return extendObject(bindObject(connection, dpllPinObject), {
    id$: (value: DpllPinFacts) =>
      deferred(() => connection.request$({ ...id, value })).pipe(map((pin) => pin.id!)),
  });
}
