//  Commands of netdev (linux/netdev.h); requests and replies are counted together.

import { genlType } from "../family/genlmsghdr.js";

/** Requests links. */
export const NETDEV_CMD_DEV_GET = genlType(1);
/** Reports a link that is new. */
export const NETDEV_CMD_DEV_ADD_NTF = genlType(2);
/** Reports a link that is gone. */
export const NETDEV_CMD_DEV_DEL_NTF = genlType(3);
/** Reports a link that changed. */
export const NETDEV_CMD_DEV_CHANGE_NTF = genlType(4);
/** Requests page pools. */
export const NETDEV_CMD_PAGE_POOL_GET = genlType(5);
/** Reports a page pool that is new. */
export const NETDEV_CMD_PAGE_POOL_ADD_NTF = genlType(6);
/** Reports a page pool that is gone. */
export const NETDEV_CMD_PAGE_POOL_DEL_NTF = genlType(7);
/** Reports a page pool that changed. */
export const NETDEV_CMD_PAGE_POOL_CHANGE_NTF = genlType(8);
/** Requests statistics of page pools. */
export const NETDEV_CMD_PAGE_POOL_STATS_GET = genlType(9);
/** Requests queues. */
export const NETDEV_CMD_QUEUE_GET = genlType(10);
/** Requests NAPI instances. */
export const NETDEV_CMD_NAPI_GET = genlType(11);
/** Requests statistics of links and queues. */
export const NETDEV_CMD_QSTATS_GET = genlType(12);
/** Binds memory of a device to queues that receive. */
export const NETDEV_CMD_BIND_RX = genlType(13);
/** Changes a NAPI instance. */
export const NETDEV_CMD_NAPI_SET = genlType(14);
/** Binds memory of a device to a link that sends. */
export const NETDEV_CMD_BIND_TX = genlType(15);
/** Creates a queue that leads to one of another link. */
export const NETDEV_CMD_QUEUE_CREATE = genlType(16);
