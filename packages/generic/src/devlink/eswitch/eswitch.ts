import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { DEVLINK_CMD_ESWITCH_GET, DEVLINK_CMD_ESWITCH_SET } from "../commands.js";
import { type DevlinkEswitch, devlinkEswitchMessage } from "./layout.js";

/** Messages of embedded switches (`DEVLINK_CMD_ESWITCH_*`). */
export const devlinkEswitchObject = defineObject({
  name: "eswitch",
  namedBy: ["busName", "devName"],
  layout: nest<DevlinkEswitch>(devlinkEswitchMessage),
  types: { get: DEVLINK_CMD_ESWITCH_GET, set: DEVLINK_CMD_ESWITCH_SET },
  groups: [],
  verbs: ["get", "change"],
  filters: [],
  keysOf: (eswitch) => [pick(eswitch, "busName", "devName")],
});

/** Verbs of the switches that are embedded in devices; the kernel lists them only one by one. */
export interface DevlinkEswitches extends ObjectOf<typeof devlinkEswitchObject> {}
