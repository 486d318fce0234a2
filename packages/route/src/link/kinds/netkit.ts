import {
  attributes,
  enumeration,
  type Infer,
  ifDifferent,
  readOnly,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { peer } from "../peer.js";

/** Verdict on packets when no BPF program is attached (`NETKIT_*`). */
export const netkitPolicy = enumeration("NETKIT_", u32, {
  /** Forwarded. */
  pass: 0,
  /** Dropped. */
  drop: 2,
});

/** Layer at which a netkit works (`NETKIT_L2`, `NETKIT_L3`). */
export const netkitMode = enumeration("NETKIT_", u32, { l2: 0, l3: 1 });

/** Clearing of mark and priority on the way to the peer (`NETKIT_SCRUB_*`). */
export const netkitScrub = enumeration("NETKIT_SCRUB_", u32, {
  none: 0,
  /** Both are cleared. */
  default: 1,
});

/** Presence of a peer (`NETKIT_DEVICE_*`). */
export const netkitPairing = enumeration("NETKIT_DEVICE_", u32, { pair: 0, single: 1 });

/** Settings of a pair controlled by BPF programs (`IFLA_NETKIT_*`); since 6.7. */
export const netkitAttributes = attributes("linkinfo-netkit-attrs", "IFLA_NETKIT_", {
  /** Peer link: its name, namespace …; write-only. */
  peerInfo: [1, ifDifferent(peer)],
  /** Primary end, which manages both, 0 or 1; read-only. */
  primary: [2, readOnly(u8)],
  /** Verdict on this end's packets when no program is attached. */
  policy: [3, ifDifferent(netkitPolicy)],
  /** Verdict on the peer's packets when no program is attached. */
  peerPolicy: [4, ifDifferent(netkitPolicy)],
  /** Layer at which it works. */
  mode: [5, ifDifferent(netkitMode)],
  /** Clearing of mark and priority of this end's packets; since 6.13. */
  scrub: [6, ifDifferent(netkitScrub)],
  /** Clearing of mark and priority of the peer's packets; since 6.13. */
  peerScrub: [7, ifDifferent(netkitScrub)],
  /** Headroom of each packet, in bytes; since 6.14. */
  headroom: [8, ifDifferent(u16)],
  /** Tailroom of each packet, in bytes; since 6.14. */
  tailroom: [9, ifDifferent(u16)],
  /** Presence of a peer; newer than 6.18. */
  pairing: [10, ifDifferent(netkitPairing)],
});
/** Settings of a `netkit` link. */
export interface Netkit extends Infer<typeof netkitAttributes> {}
