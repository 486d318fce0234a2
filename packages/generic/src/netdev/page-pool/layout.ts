import {
  type AttributesOf,
  attributes,
  type Infer,
  ifindex,
  message,
  nest,
  sharedAttributes,
  u32,
  uint,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { netdevIoUring } from "../queue/layout.js";

const name = sharedAttributes({
  /** Id. */
  id: [1, uint],
  /** Index of the link; 0 if that is gone. */
  ifindex: [2, ifindex(u32)],
});

const pagePoolAttributes = attributes("page-pool", "NETDEV_A_PAGE_POOL_", {
  ...name,
  /** NAPI instance that takes pages. */
  napiId: [3, uint],
  /** Pages that are not back. */
  inflight: [4, uint],
  /** Bytes that are not back. */
  inflightMem: [5, uint],
  /** Seconds after boot at which the driver gave the pool up; absent while it uses it. */
  detachTime: [6, uint],
  /** Binding of memory of a device, if there is one; since 6.12. */
  dmabuf: [7, u32],
  /** Set if its memory is of io_uring; since 6.15. */
  ioUring: [8, netdevIoUring],
});

/** Layout of `NETDEV_CMD_PAGE_POOL_*`. */
export const netdevPagePoolMessage = message("netdevPagePool", genlmsghdr, pagePoolAttributes);
/** A page pool: memory for packets that a link receives. */
export interface NetdevPagePool extends AttributesOf<typeof name>, Infer<typeof netdevPagePoolMessage> {}

const pagePoolInfoAttributes = attributes("page-pool-info", "NETDEV_A_PAGE_POOL_", name);
/** Names a page pool, or all of a link. */
export interface NetdevPagePoolInfo extends Infer<typeof pagePoolInfoAttributes> {}

const pagePoolStatsAttributes = attributes("page-pool-stats", "NETDEV_A_PAGE_POOL_STATS_", {
  /** The page pool. */
  info: [1, nest<NetdevPagePoolInfo>(pagePoolInfoAttributes)],
  /** Pages from the cache. */
  allocFast: [8, uint],
  /** Pages from the kernel, one by one. */
  allocSlow: [9, uint],
  /** Pages from the kernel, several together. */
  allocSlowHighOrder: [10, uint],
  /** Times that the ring was empty. */
  allocEmpty: [11, uint],
  /** Times that the cache was filled from the ring. */
  allocRefill: [12, uint],
  /** Pages of the ring that are of another node. */
  allocWaive: [13, uint],
  /** Pages that came back into the cache. */
  recycleCached: [14, uint],
  /** Times that the cache was full. */
  recycleCacheFull: [15, uint],
  /** Pages that came back into the ring. */
  recycleRing: [16, uint],
  /** Pages that were given to the kernel since the ring was full. */
  recycleRingFull: [17, uint],
  /** Pages that were given to the kernel since others use them too. */
  recycleReleasedRefcnt: [18, uint],
});

/** Layout of `NETDEV_CMD_PAGE_POOL_STATS_GET`. */
export const netdevPagePoolStatsMessage = message("netdevPagePoolStats", genlmsghdr, pagePoolStatsAttributes);
/** Statistics of a page pool. */
export interface NetdevPagePoolStats extends Infer<typeof netdevPagePoolStatsMessage> {}
