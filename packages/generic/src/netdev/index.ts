/**
 * netdev: what is behind a link: abilities for XDP, queues, NAPI instances, page pools, statistics.
 *
 * @module
 */
export {
  type NetdevBindings,
  type NetdevBindRx,
  type NetdevBindTx,
  type NetdevDmabuf,
  netdevDmabufMessage,
} from "./binding/dmabuf.js";
export {
  NETDEV_CMD_BIND_RX,
  NETDEV_CMD_BIND_TX,
  NETDEV_CMD_DEV_ADD_NTF,
  NETDEV_CMD_DEV_CHANGE_NTF,
  NETDEV_CMD_DEV_DEL_NTF,
  NETDEV_CMD_DEV_GET,
  NETDEV_CMD_NAPI_GET,
  NETDEV_CMD_NAPI_SET,
  NETDEV_CMD_PAGE_POOL_ADD_NTF,
  NETDEV_CMD_PAGE_POOL_CHANGE_NTF,
  NETDEV_CMD_PAGE_POOL_DEL_NTF,
  NETDEV_CMD_PAGE_POOL_GET,
  NETDEV_CMD_PAGE_POOL_STATS_GET,
  NETDEV_CMD_QSTATS_GET,
  NETDEV_CMD_QUEUE_CREATE,
  NETDEV_CMD_QUEUE_GET,
} from "./commands.js";
export { type NetdevDevs, netdevDevObject } from "./dev/dev.js";
export {
  type NetdevDev,
  netdevDevMessage,
  netdevXdpAct,
  netdevXdpRxMetadata,
  netdevXskFlags,
} from "./dev/layout.js";
export { netdevFamily, netdevGroups } from "./family.js";
export {
  type NetdevNapi,
  type NetdevNapis,
  netdevNapiMessage,
  netdevNapiObject,
  netdevNapiThreaded,
} from "./napi/napi.js";
export { type Netdev, netdev } from "./netdev.js";
export {
  type NetdevPagePool,
  type NetdevPagePoolInfo,
  type NetdevPagePoolStats,
  netdevPagePoolMessage,
  netdevPagePoolStatsMessage,
} from "./page-pool/layout.js";
export {
  type NetdevPagePoolStatistics,
  type NetdevPagePools,
  netdevPagePoolObject,
  netdevPagePoolStatsObject,
} from "./page-pool/page-pool.js";
export {
  type NetdevIoUring,
  type NetdevLease,
  type NetdevQueue,
  type NetdevQueueId,
  type NetdevXsk,
  netdevQueueMessage,
  netdevQueueType,
} from "./queue/layout.js";
export { type NetdevQueueCreation, type NetdevQueues, netdevQueueObject } from "./queue/queue.js";
export {
  type NetdevQstatistics,
  type NetdevQstats,
  netdevQstatsMessage,
  netdevQstatsObject,
  netdevQstatsScope,
} from "./stats/qstats.js";
