import { attributes, enumeration, type Infer, ifOther, readOnly, u8, u16, u32 } from "@rxnetlink/core";
import { peer } from "../peer.js";

/** What becomes of packets where no BPF program decides (`NETKIT_*`). */
export const netkitPolicy = enumeration("NETKIT_", u32, {
  /** They are forwarded. */
  pass: 0,
  /** They are dropped. */
  drop: 2,
});

/** At which layer it works (`NETKIT_L2`, `NETKIT_L3`). */
export const netkitMode = enumeration("NETKIT_", u32, { l2: 0, l3: 1 });

/** Whether mark and priority are cleared on the way to the other end (`NETKIT_SCRUB_*`). */
export const netkitScrub = enumeration("NETKIT_SCRUB_", u32, {
  none: 0,
  /** They are cleared. */
  default: 1,
});

/** Whether there is another end (`NETKIT_DEVICE_*`). */
export const netkitPairing = enumeration("NETKIT_DEVICE_", u32, { pair: 0, single: 1 });

/** Settings of a pair that is driven by BPF programs (`IFLA_NETKIT_*`); since 6.7. */
export const netkitAttributes = attributes("linkinfo-netkit-attrs", "IFLA_NETKIT_", {
  /** The other end: its name, namespace … Write-only. */
  peerInfo: [1, ifOther(peer)],
  /** Whether this end is the one that manages both, 0 or 1; read-only. */
  primary: [2, readOnly(u8)],
  /** What becomes of packets of this end where no program decides. */
  policy: [3, ifOther(netkitPolicy)],
  /** The same of the other end. */
  peerPolicy: [4, ifOther(netkitPolicy)],
  /** At which layer it works. */
  mode: [5, ifOther(netkitMode)],
  /** Whether mark and priority of this end's packets are cleared; since 6.13. */
  scrub: [6, ifOther(netkitScrub)],
  /** The same of the other end; since 6.13. */
  peerScrub: [7, ifOther(netkitScrub)],
  /** Room before each packet, in bytes; since 6.14. */
  headroom: [8, ifOther(u16)],
  /** Room behind each packet, in bytes; since 6.14. */
  tailroom: [9, ifOther(u16)],
  /** Whether there is another end; newer than 6.18. */
  pairing: [10, ifOther(netkitPairing)],
});
/** Settings of a `netkit` link. */
export interface Netkit extends Infer<typeof netkitAttributes> {}
