import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  DEVLINK_CMD_RATE_DEL,
  DEVLINK_CMD_RATE_GET,
  DEVLINK_CMD_RATE_NEW,
  DEVLINK_CMD_RATE_SET,
} from "../commands.js";
import { handleIdentity } from "../common/state.js";
import { devlinkGroups } from "../family.js";
import { type DevlinkRate, devlinkRateMessage } from "./layout.js";

/** Messages of rate objects (`DEVLINK_CMD_RATE_*`). */
export const devlinkRateObject = defineObject({
  name: "rate",
  namedBy: ["busName", "devName", "portIndex", "rateNodeName"],
  layout: nest<DevlinkRate>(devlinkRateMessage),
  types: {
    new: DEVLINK_CMD_RATE_NEW,
    delete: DEVLINK_CMD_RATE_DEL,
    get: DEVLINK_CMD_RATE_GET,
    set: DEVLINK_CMD_RATE_SET,
  },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (rate) => [pick(rate, "busName", "devName", "portIndex", "rateNodeName")],
  state: {
    identityOf: handleIdentity("portIndex", "rateNodeName"),
    silent: { "": { reason: "the kernel reports no changes of rates" } },
  },
});

/** Verbs of rate objects, since 5.14. Leaves come and go with their ports; nodes are added and deleted. */
export interface DevlinkRates extends ObjectOf<typeof devlinkRateObject> {}
