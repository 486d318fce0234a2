import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  DEVLINK_CMD_TRAP_DEL,
  DEVLINK_CMD_TRAP_GET,
  DEVLINK_CMD_TRAP_GROUP_DEL,
  DEVLINK_CMD_TRAP_GROUP_GET,
  DEVLINK_CMD_TRAP_GROUP_NEW,
  DEVLINK_CMD_TRAP_GROUP_SET,
  DEVLINK_CMD_TRAP_NEW,
  DEVLINK_CMD_TRAP_POLICER_DEL,
  DEVLINK_CMD_TRAP_POLICER_GET,
  DEVLINK_CMD_TRAP_POLICER_NEW,
  DEVLINK_CMD_TRAP_POLICER_SET,
  DEVLINK_CMD_TRAP_SET,
} from "../commands.js";
import { handleIdentity } from "../common/state.js";
import { devlinkGroups } from "../family.js";
import {
  type DevlinkTrap,
  type DevlinkTrapGroup,
  type DevlinkTrapPolicer,
  devlinkTrapGroupMessage,
  devlinkTrapMessage,
  devlinkTrapPolicerMessage,
} from "./layout.js";

const UNREPORTED = "the kernel does not report changes of settings";

/** Messages of traps (`DEVLINK_CMD_TRAP_*`). */
export const devlinkTrapObject = defineObject({
  name: "trap",
  namedBy: ["busName", "devName", "trapName"],
  layout: nest<DevlinkTrap>(devlinkTrapMessage),
  types: {
    new: DEVLINK_CMD_TRAP_NEW,
    delete: DEVLINK_CMD_TRAP_DEL,
    get: DEVLINK_CMD_TRAP_GET,
    set: DEVLINK_CMD_TRAP_SET,
  },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (trap) => [pick(trap, "busName", "devName", "trapName")],
  state: {
    identityOf: handleIdentity("trapName"),
    volatile: ["stats"],
    silent: { trapAction: { reason: UNREPORTED } },
  },
});
/** Verbs of traps: reasons for which a device gives packets to the processor. */
export interface DevlinkTraps extends ObjectOf<typeof devlinkTrapObject> {}

/** Messages of groups of traps (`DEVLINK_CMD_TRAP_GROUP_*`). */
export const devlinkTrapGroupObject = defineObject({
  name: "trapGroup",
  namedBy: ["busName", "devName", "trapGroupName"],
  layout: nest<DevlinkTrapGroup>(devlinkTrapGroupMessage),
  types: {
    new: DEVLINK_CMD_TRAP_GROUP_NEW,
    delete: DEVLINK_CMD_TRAP_GROUP_DEL,
    get: DEVLINK_CMD_TRAP_GROUP_GET,
    set: DEVLINK_CMD_TRAP_GROUP_SET,
  },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: ["busName", "devName"],
  requestOnly: ["trapAction"],
  keysOf: (group) => [pick(group, "busName", "devName", "trapGroupName")],
  state: {
    identityOf: handleIdentity("trapGroupName"),
    volatile: ["stats"],
    silent: { trapPolicerId: { reason: UNREPORTED } },
  },
});
/** Verbs of groups of traps. `change$` with `devlinkTrapAction` changes all traps of the group. */
export interface DevlinkTrapGroups extends ObjectOf<typeof devlinkTrapGroupObject> {}

/** Messages of policers of traps (`DEVLINK_CMD_TRAP_POLICER_*`). */
export const devlinkTrapPolicerObject = defineObject({
  name: "trapPolicer",
  namedBy: ["busName", "devName", "trapPolicerId"],
  layout: nest<DevlinkTrapPolicer>(devlinkTrapPolicerMessage),
  types: {
    new: DEVLINK_CMD_TRAP_POLICER_NEW,
    delete: DEVLINK_CMD_TRAP_POLICER_DEL,
    get: DEVLINK_CMD_TRAP_POLICER_GET,
    set: DEVLINK_CMD_TRAP_POLICER_SET,
  },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (policer) => [pick(policer, "busName", "devName", "trapPolicerId")],
  state: {
    identityOf: handleIdentity("trapPolicerId"),
    volatile: ["stats"],
    silent: {
      trapPolicerRate: { reason: UNREPORTED },
      trapPolicerBurst: { reason: UNREPORTED },
    },
  },
});
/** Verbs of policers of traps. */
export interface DevlinkTrapPolicers extends ObjectOf<typeof devlinkTrapPolicerObject> {}
