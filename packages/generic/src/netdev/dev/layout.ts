import {
  attributes,
  flags,
  type Infer,
  ifindex,
  message,
  padding,
  readOnly,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";

/** Abilities of a link's driver for XDP (`NETDEV_XDP_ACT_*`): `netdevXdpAct.names(Number(dev.xdpFeatures))`. */
export const netdevXdpAct = flags("NETDEV_XDP_ACT_", u32, {
  /** `XDP_ABORTED`, `XDP_DROP`, `XDP_PASS` and `XDP_TX`. */
  basic: 0x1,
  /** `XDP_REDIRECT`. */
  redirect: 0x2,
  /** Packets can be redirected to the link. */
  ndoXmit: 0x4,
  /** `AF_XDP` without copies. */
  xskZerocopy: 0x8,
  /** The device runs the program. */
  hwOffload: 0x10,
  /** Packets in several buffers. */
  rxSg: 0x20,
  /** Packets in several buffers can be redirected to the link. */
  ndoXmitSg: 0x40,
});

/** Facts that an XDP program can ask of a packet (`NETDEV_XDP_RX_METADATA_*`). */
export const netdevXdpRxMetadata = flags("NETDEV_XDP_RX_METADATA_", u32, {
  /** When the device received it. */
  timestamp: 0x1,
  /** Its hash. */
  hash: 0x2,
  /** Its VLAN; since 6.8. */
  vlanTag: 0x4,
});

/** Abilities of a link's driver for `AF_XDP` (`NETDEV_XSK_FLAGS_*`). */
export const netdevXskFlags = flags("NETDEV_XSK_FLAGS_", u32, {
  /** The device tells when it sent a packet. */
  txTimestamp: 0x1,
  /** The device computes checksums. */
  txChecksum: 0x2,
  /** The device sends a packet at a given time; since 6.14. */
  txLaunchTimeFifo: 0x4,
});

/** Attributes of links (`NETDEV_A_DEV_*`). */
const devAttributes = attributes("dev", "NETDEV_A_DEV_", {
  /** Index of the link. */
  ifindex: [1, ifindex(u32)],
  /** Alignment. */
  pad: [2, padding],
  /** Abilities for XDP that are on; see {@link netdevXdpAct}. */
  xdpFeatures: [3, readOnly(u64)],
  /** Most buffers that a packet without copies may have; since 6.6. */
  xdpZcMaxSegs: [4, readOnly(u32)],
  /** Facts that a program can ask; see {@link netdevXdpRxMetadata}. Since 6.7. */
  xdpRxMetadataFeatures: [5, readOnly(u64)],
  /** Abilities for `AF_XDP`; see {@link netdevXskFlags}. Since 6.8. */
  xskFeatures: [6, readOnly(u64)],
});

/** Layout of `NETDEV_CMD_DEV_*`. */
export const netdevDevMessage = message("netdevDev", genlmsghdr, devAttributes);
/** Abilities of a link's driver. */
export interface NetdevDev extends Infer<typeof netdevDevMessage> {}
