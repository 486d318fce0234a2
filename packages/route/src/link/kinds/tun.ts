import { attributes, enumeration, fixed, type Infer, u8, u32 } from "@rxnetlink/core";

/** Which packets a descriptor of `/dev/net/tun` reads and writes (`IFF_TUN`, `IFF_TAP`). */
export const tunType = enumeration("IFF_", u8, {
  /** IP packets. */
  tun: 1,
  /** Ethernet frames. */
  tap: 2,
});

/** What is told of a link to user space (`IFLA_TUN_*`); it is made through `/dev/net/tun`, so all is read-only. */
export const tunAttributes = attributes("linkinfo-tun-attrs", "IFLA_TUN_", {
  /** Id of the user that may attach to it. */
  owner: [1, fixed(u32)],
  /** Id of the group that may attach to it. */
  group: [2, fixed(u32)],
  /** IP packets or Ethernet frames. */
  type: [3, fixed(tunType)],
  /** Whether each packet has a header of flags and protocol, 0 or 1. */
  pi: [4, fixed(u8)],
  /** Whether each packet has a virtio header, 0 or 1. */
  vnetHdr: [5, fixed(u8)],
  /** Whether it stays when the last descriptor is closed, 0 or 1. */
  persist: [6, fixed(u8)],
  /** Whether it takes several descriptors, 0 or 1. */
  multiQueue: [7, fixed(u8)],
  /** How many queues it has, where it takes several. */
  numQueues: [8, fixed(u32)],
  /** How many of them are switched off. */
  numDisabledQueues: [9, fixed(u32)],
});
/** What is told of a `tun` link. */
export interface Tun extends Infer<typeof tunAttributes> {}
