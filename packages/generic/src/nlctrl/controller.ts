import { bindObject, defineObject, identityBy, type ObjectOf, pick, type Transport } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { of } from "rxjs";
import { FamilyConnection, type FamilyConnectionOptions } from "../family/connection.js";
import { type Family, groupsOf } from "../family/definition.js";
import type { Resolved } from "../family/resolved.js";
import { CTRL_CMD_DELFAMILY, CTRL_CMD_GETFAMILY, CTRL_CMD_NEWFAMILY } from "./commands.js";
import { familyMessage, type LoadedFamily } from "./layout.js";

/** Multicast groups of the controller. */
export const nlctrlGroups = groupsOf("notify");

/** The controller, the one family whose numbers are fixed (`GENL_ID_CTRL`). */
const nlctrl: Family = { name: "nlctrl", version: 2, groups: nlctrlGroups };
const GENL_ID_CTRL = 0x10;
const FIXED: Resolved = { id: GENL_ID_CTRL, groups: { notify: GENL_ID_CTRL }, privileged: new Set() };

/** Messages of families (`CTRL_CMD_*FAMILY`). */
export const familyObject = defineObject({
  name: "family",
  namedBy: ["familyName", "familyId"],
  layout: nest<LoadedFamily>(familyMessage),
  types: { new: CTRL_CMD_NEWFAMILY, delete: CTRL_CMD_DELFAMILY, get: CTRL_CMD_GETFAMILY },
  groups: [nlctrlGroups.notify],
  verbs: ["list", "get", "notify", "watch"],
  filters: [],
  keysOf: (family) => [
    pick(family, ...(family.familyName === undefined ? (["familyId"] as const) : (["familyName"] as const))),
  ],
  hint: ({ errno }, { familyName = "of this number" }) =>
    errno === 2
      ? `this kernel has no family ${familyName}; names are case-sensitive, and modprobe loads what it lacks`
      : undefined,
  state: { identityOf: identityBy("familyName") },
});

/** Verbs of families. `get$` by name has the kernel load the family's module if it can; `list$` shows what is loaded. */
export interface Families extends ObjectOf<typeof familyObject> {}

/** Connects to the controller. */
export function connectController(
  transport: Transport,
  options: FamilyConnectionOptions = {},
): FamilyConnection {
  return new FamilyConnection(transport, nlctrl, () => of(FIXED), options);
}

/** Returns the verbs of families over a connection to the controller. */
export const familiesOf = (controller: FamilyConnection): Families => bindObject(controller, familyObject);
