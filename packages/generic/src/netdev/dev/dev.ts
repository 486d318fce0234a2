import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  NETDEV_CMD_DEV_ADD_NTF,
  NETDEV_CMD_DEV_CHANGE_NTF,
  NETDEV_CMD_DEV_DEL_NTF,
  NETDEV_CMD_DEV_GET,
} from "../commands.js";
import { netdevGroups } from "../family.js";
import { type NetdevDev, netdevDevMessage } from "./layout.js";

/** Messages of links (`NETDEV_CMD_DEV_*`). */
export const netdevDevObject = defineObject({
  name: "netdevDev",
  namedBy: ["ifindex"],
  layout: nest<NetdevDev>(netdevDevMessage),
  types: { new: NETDEV_CMD_DEV_ADD_NTF, delete: NETDEV_CMD_DEV_DEL_NTF, get: NETDEV_CMD_DEV_GET },
  alsoNotifiedBy: [NETDEV_CMD_DEV_CHANGE_NTF],
  groups: [netdevGroups.mgmt],
  verbs: ["list", "get", "notify", "watch"],
  filters: [],
  keysOf: (dev) => [pick(dev, "ifindex")],
  state: { identityOf: identityBy("ifindex") },
});

/** Verbs of abilities of links' drivers. */
export interface NetdevDevs extends ObjectOf<typeof netdevDevObject> {}
