import {
  attributes,
  enumeration,
  type Infer,
  ifindex,
  message,
  nest,
  s32,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";

/** Directions of queues (`NETDEV_QUEUE_TYPE_*`). */
export const netdevQueueType = enumeration("NETDEV_QUEUE_TYPE_", u32, {
  /** It receives. */
  rx: 0,
  /** It sends. */
  tx: 1,
});

/** Attributes that name a queue (`NETDEV_A_QUEUE_*`). */
export const netdevQueueIdAttributes = attributes("queue-id", "NETDEV_A_QUEUE_", {
  /** Number among those of its direction. */
  id: [1, u32],
  /** Direction. */
  type: [3, netdevQueueType],
});
/** Names a queue of a link. */
export interface NetdevQueueId extends Infer<typeof netdevQueueIdAttributes> {}

const leaseAttributes = attributes("lease", "NETDEV_A_LEASE_", {
  /** Index of the link that the queue is of. */
  ifindex: [1, ifindex(u32, "netnsId")],
  /** The queue. */
  queue: [2, nest<NetdevQueueId>(netdevQueueIdAttributes)],
  /** Id of the link's namespace, if that is another. */
  netnsId: [3, s32],
});
/** A queue of another link. */
export interface NetdevLease extends Infer<typeof leaseAttributes> {}

const ioUringAttributes = attributes("io-uring-provider-info", "NETDEV_A_IO_URING_PROVIDER_INFO_", {
  /** Size of its buffers in bytes; since 6.19. */
  rxBufLen: [1, u32],
});
/** Memory of io_uring. */
export interface NetdevIoUring extends Infer<typeof ioUringAttributes> {}

const xskAttributes = attributes("xsk-info", "NETDEV_A_XSK_INFO_", {});
/** A socket of `AF_XDP`; the kernel says nothing more about it. */
export interface NetdevXsk extends Infer<typeof xskAttributes> {}

/** Layout of facts about memory of io_uring, which page pools have too. */
export const netdevIoUring = nest<NetdevIoUring>(ioUringAttributes);

const queueAttributes = attributes("queue", "NETDEV_A_QUEUE_", {
  /** Number among those of its direction. */
  id: [1, u32],
  /** Index of the link. */
  ifindex: [2, ifindex(u32)],
  /** Direction. */
  type: [3, netdevQueueType],
  /** NAPI instance that serves it. */
  napiId: [4, u32],
  /** Binding of memory of a device, if there is one; since 6.12. */
  dmabuf: [5, u32],
  /** Set if its buffers are of io_uring; since 6.15. */
  ioUring: [6, netdevIoUring],
  /** Set if a socket of `AF_XDP` uses it; since 6.15. */
  xsk: [7, nest<NetdevXsk>(xskAttributes)],
  /** The queue that it leads to; since 7.1. */
  lease: [8, nest<NetdevLease>(leaseAttributes)],
});

/** Layout of `NETDEV_CMD_QUEUE_*`. */
export const netdevQueueMessage = message("netdevQueue", genlmsghdr, queueAttributes);
/** A queue of a link. */
export interface NetdevQueue extends Infer<typeof netdevQueueMessage> {}
