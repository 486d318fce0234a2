import { attributes, enumeration, fixed, type Infer, u8, u32 } from "@rxnetlink/core/schema";

/** Packets exchanged through a file descriptor of `/dev/net/tun` (`IFF_TUN`, `IFF_TAP`). */
export const tunType = enumeration("IFF_", u8, {
  /** IP packets. */
  tun: 1,
  /** Ethernet frames. */
  tap: 2,
});

/** Properties of a link to user space (`IFLA_TUN_*`); it is created through `/dev/net/tun`, so all are read-only. */
export const tunAttributes = attributes("linkinfo-tun-attrs", "IFLA_TUN_", {
  /** Id of the user that may attach to it. */
  owner: [1, fixed(u32)],
  /** Id of the group that may attach to it. */
  group: [2, fixed(u32)],
  /** Type of the packets. */
  type: [3, fixed(tunType)],
  /** Prefixes each packet with flags and protocol, 0 or 1. */
  pi: [4, fixed(u8)],
  /** Prefixes each packet with a virtio header, 0 or 1. */
  vnetHdr: [5, fixed(u8)],
  /** Persists when the last file descriptor is closed, 0 or 1. */
  persist: [6, fixed(u8)],
  /** Accepts several file descriptors, 0 or 1. */
  multiQueue: [7, fixed(u8)],
  /** Number of queues, when it accepts several file descriptors. */
  numQueues: [8, fixed(u32)],
  /** Number of disabled queues. */
  numDisabledQueues: [9, fixed(u32)],
});
/** Properties of a `tun` link. */
export interface Tun extends Infer<typeof tunAttributes> {}
