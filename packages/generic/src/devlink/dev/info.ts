import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { DEVLINK_CMD_INFO_GET } from "../commands.js";
import { type DevlinkInfo, devlinkInfoMessage } from "./layout.js";

/** Messages of information on devices (`DEVLINK_CMD_INFO_GET`). */
export const devlinkInfoObject = defineObject({
  name: "info",
  namedBy: ["busName", "devName"],
  layout: nest<DevlinkInfo>(devlinkInfoMessage),
  types: { get: DEVLINK_CMD_INFO_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: [],
  keysOf: (info) => [pick(info, "busName", "devName")],
});

/** Verbs of serial numbers and versions. */
export interface DevlinkInfos extends ObjectOf<typeof devlinkInfoObject> {}
