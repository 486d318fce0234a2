import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  DEVLINK_CMD_SB_POOL_GET,
  DEVLINK_CMD_SB_POOL_NEW,
  DEVLINK_CMD_SB_POOL_SET,
  DEVLINK_CMD_SB_PORT_POOL_GET,
  DEVLINK_CMD_SB_PORT_POOL_NEW,
  DEVLINK_CMD_SB_PORT_POOL_SET,
  DEVLINK_CMD_SB_TC_POOL_BIND_GET,
  DEVLINK_CMD_SB_TC_POOL_BIND_NEW,
  DEVLINK_CMD_SB_TC_POOL_BIND_SET,
} from "../commands.js";
import {
  type DevlinkSbPool,
  type DevlinkSbPortPool,
  type DevlinkSbTcPoolBind,
  devlinkSbPoolMessage,
  devlinkSbPortPoolMessage,
  devlinkSbTcPoolBindMessage,
} from "./layout.js";

/** Messages of pools of shared buffers (`DEVLINK_CMD_SB_POOL_*`). */
export const devlinkSbPoolObject = defineObject({
  name: "sbPool",
  namedBy: ["busName", "devName", "sbIndex", "sbPoolIndex"],
  layout: nest<DevlinkSbPool>(devlinkSbPoolMessage),
  types: { new: DEVLINK_CMD_SB_POOL_NEW, get: DEVLINK_CMD_SB_POOL_GET, set: DEVLINK_CMD_SB_POOL_SET },
  groups: [],
  verbs: ["list", "get", "change"],
  filters: ["busName", "devName"],
  keeps: ["sbPoolSize", "sbPoolThresholdType"],
  keysOf: (pool) => [pick(pool, "busName", "devName", "sbIndex", "sbPoolIndex")],
});
/** Verbs of pools of shared buffers. */
export interface DevlinkSbPools extends ObjectOf<typeof devlinkSbPoolObject> {}

/** Messages of the shares of ports in pools (`DEVLINK_CMD_SB_PORT_POOL_*`). */
export const devlinkSbPortPoolObject = defineObject({
  name: "sbPortPool",
  namedBy: ["busName", "devName", "portIndex", "sbIndex", "sbPoolIndex"],
  layout: nest<DevlinkSbPortPool>(devlinkSbPortPoolMessage),
  types: {
    new: DEVLINK_CMD_SB_PORT_POOL_NEW,
    get: DEVLINK_CMD_SB_PORT_POOL_GET,
    set: DEVLINK_CMD_SB_PORT_POOL_SET,
  },
  groups: [],
  verbs: ["list", "get", "change"],
  filters: ["busName", "devName"],
  keysOf: (share) => [pick(share, "busName", "devName", "portIndex", "sbIndex", "sbPoolIndex")],
});
/** Verbs of the shares of ports in pools. */
export interface DevlinkSbPortPools extends ObjectOf<typeof devlinkSbPortPoolObject> {}

/** Messages of the pools of traffic classes (`DEVLINK_CMD_SB_TC_POOL_BIND_*`). */
export const devlinkSbTcPoolBindObject = defineObject({
  name: "sbTcPoolBind",
  namedBy: ["busName", "devName", "portIndex", "sbIndex", "sbTcIndex"],
  layout: nest<DevlinkSbTcPoolBind>(devlinkSbTcPoolBindMessage),
  types: {
    new: DEVLINK_CMD_SB_TC_POOL_BIND_NEW,
    get: DEVLINK_CMD_SB_TC_POOL_BIND_GET,
    set: DEVLINK_CMD_SB_TC_POOL_BIND_SET,
  },
  groups: [],
  verbs: ["list", "get", "change"],
  filters: ["busName", "devName"],
  keeps: ["sbPoolIndex", "sbThreshold"],
  keysOf: (bind) => [pick(bind, "busName", "devName", "portIndex", "sbIndex", "sbPoolType", "sbTcIndex")],
});
/** Verbs of the pools of traffic classes. */
export interface DevlinkSbTcPoolBinds extends ObjectOf<typeof devlinkSbTcPoolBindObject> {}
