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
  DPLL_CMD_DEVICE_CHANGE_NTF,
  DPLL_CMD_DEVICE_CREATE_NTF,
  DPLL_CMD_DEVICE_DELETE_NTF,
  DPLL_CMD_DEVICE_GET,
  DPLL_CMD_DEVICE_ID_GET,
  DPLL_CMD_DEVICE_SET,
} from "../commands.js";
import { dpllGroups } from "../family.js";
import { type DpllDevice, dpllDeviceMessage } from "./layout.js";

/** Messages of devices (`DPLL_CMD_DEVICE_*`). */
export const dpllDeviceObject = defineObject({
  name: "dpllDevice",
  namedBy: ["id", "moduleName"],
  layout: nest<DpllDevice>(dpllDeviceMessage),
  types: {
    new: DPLL_CMD_DEVICE_CREATE_NTF,
    delete: DPLL_CMD_DEVICE_DELETE_NTF,
    get: DPLL_CMD_DEVICE_GET,
    set: DPLL_CMD_DEVICE_SET,
  },
  alsoNotifiedBy: [DPLL_CMD_DEVICE_CHANGE_NTF],
  groups: [dpllGroups.monitor],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: [],
  keysOf: (device) => [pick(device, "id")],
  state: { identityOf: identityBy("id"), volatile: ["temp"] },
});

/** Facts by which a device is found. */
export interface DpllDeviceFacts extends Pick<DpllDevice, "moduleName" | "clockId" | "type"> {}

/** Verbs of devices. */
export interface DpllDevices extends ObjectOf<typeof dpllDeviceObject> {
  /** Emits the id of the one device with these facts. */
  id$(facts: DpllDeviceFacts): Observable<number>;
}

/** Returns the verbs of devices over a connection. */
export function devicesOf(connection: Connection): DpllDevices {
  const id = {
    type: DPLL_CMD_DEVICE_ID_GET,
    layout: dpllDeviceObject.layout,
    label: { object: "dpllDevice", verb: "id", namedBy: ["moduleName"] },
  };
  return extendObject(bindObject(connection, dpllDeviceObject), {
    id$: (value: DpllDeviceFacts) =>
      deferred(() => connection.request$({ ...id, value })).pipe(map((device) => device.id!)),
  });
}
