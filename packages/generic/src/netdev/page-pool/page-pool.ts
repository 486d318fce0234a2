import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  NETDEV_CMD_PAGE_POOL_ADD_NTF,
  NETDEV_CMD_PAGE_POOL_CHANGE_NTF,
  NETDEV_CMD_PAGE_POOL_DEL_NTF,
  NETDEV_CMD_PAGE_POOL_GET,
  NETDEV_CMD_PAGE_POOL_STATS_GET,
} from "../commands.js";
import { netdevGroups } from "../family.js";
import {
  type NetdevPagePool,
  type NetdevPagePoolStats,
  netdevPagePoolMessage,
  netdevPagePoolStatsMessage,
} from "./layout.js";

/** Messages of page pools (`NETDEV_CMD_PAGE_POOL_*`). */
export const netdevPagePoolObject = defineObject({
  name: "netdevPagePool",
  namedBy: ["id", "ifindex"],
  layout: nest<NetdevPagePool>(netdevPagePoolMessage),
  types: {
    new: NETDEV_CMD_PAGE_POOL_ADD_NTF,
    delete: NETDEV_CMD_PAGE_POOL_DEL_NTF,
    get: NETDEV_CMD_PAGE_POOL_GET,
  },
  alsoNotifiedBy: [NETDEV_CMD_PAGE_POOL_CHANGE_NTF],
  groups: [netdevGroups["page-pool"]],
  verbs: ["list", "get", "notify", "watch"],
  filters: [],
  keysOf: (pool) => [pick(pool, "id")],
  state: { identityOf: ({ id }) => `${id}`, volatile: ["inflight", "inflightMem"] },
});
/** Verbs of page pools, since 6.8. */
export interface NetdevPagePools extends ObjectOf<typeof netdevPagePoolObject> {}

/** Messages of statistics of page pools (`NETDEV_CMD_PAGE_POOL_STATS_GET`). */
export const netdevPagePoolStatsObject = defineObject({
  name: "netdevPagePoolStats",
  layout: nest<NetdevPagePoolStats>(netdevPagePoolStatsMessage),
  types: { get: NETDEV_CMD_PAGE_POOL_STATS_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: [],
  keysOf: (stats) => [pick(stats, "info")],
});
/** Verbs of statistics of page pools, since 6.8; `EOPNOTSUPP` from kernels that do not count. */
export interface NetdevPagePoolStatistics extends ObjectOf<typeof netdevPagePoolStatsObject> {}
