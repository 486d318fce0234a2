import { enumeration, flags, u8, u16, u32 } from "@rxnetlink/core/schema";

/** Mode of a bond: its choice of the port for each packet (`BOND_MODE_*`). */
export const bondMode = enumeration("BOND_MODE_", u8, {
  /** Each port in turn. */
  roundrobin: 0,
  /** The active port; the others stand by. */
  activebackup: 1,
  /** Port by a hash of the packet. */
  xor: 2,
  /** All ports. */
  broadcast: 3,
  /** Link aggregation (IEEE 802.3ad, LACP). */
  "8023ad": 4,
  /** Balanced by load when sending. */
  tlb: 5,
  /** Balanced by load when sending and receiving. */
  alb: 6,
});

/** Ports on which ARP replies are validated (`BOND_ARP_VALIDATE_*`). */
export const bondArpValidate = enumeration("BOND_ARP_VALIDATE_", u32, {
  none: 0,
  active: 1,
  backup: 2,
  all: 3,
  /** Only ARP packets count as signs of life. */
  filter: 4,
  filterActive: 5,
  filterBackup: 6,
});

/** Number of ARP targets that must reply (`BOND_ARP_TARGETS_*`). */
export const bondArpAllTargets = enumeration("BOND_ARP_TARGETS_", u32, { any: 0, all: 1 });

/** Condition under which the primary port becomes active again (`BOND_PRI_RESELECT_*`). */
export const bondPrimaryReselect = enumeration("BOND_PRI_RESELECT_", u8, {
  always: 0,
  /** When it is faster than the active one. */
  better: 1,
  /** When the active one fails. */
  failure: 2,
});

/** MAC address of the active port (`BOND_FOM_*`). */
export const bondFailOverMac = enumeration("BOND_FOM_", u8, {
  /** The bond's, as for all ports. */
  none: 0,
  /** Its own, which the bond adopts. */
  active: 1,
  /** The bond's, while it is active. */
  follow: 2,
});

/** Fields hashed to choose a port (`BOND_XMIT_POLICY_*`). */
export const bondXmitHashPolicy = enumeration("BOND_XMIT_POLICY_", u8, {
  /** MAC addresses. */
  layer2: 0,
  /** IP addresses and ports. */
  layer34: 1,
  /** MAC and IP addresses. */
  layer23: 2,
  /** `layer23` of the inner packet. */
  encap23: 3,
  /** `layer34` of the inner packet. */
  encap34: 4,
  /** VLAN and source MAC address; since 5.12. */
  vlanSrcmac: 5,
});

/** Rate at which partners are asked to send LACPDUs (`AD_LACP_*`). */
export const bondLacpRate = enumeration("AD_LACP_", u8, {
  /** Every 30 seconds. */
  slow: 0,
  /** Every second. */
  fast: 1,
});

/** Selection of the active aggregator (`BOND_AD_*`). */
export const bondAdSelect = enumeration("BOND_AD_", u8, {
  /** The one with the most bandwidth, when the last port of the active one is lost. */
  stable: 0,
  /** The one with the most bandwidth. */
  bandwidth: 1,
  /** The one with the most ports. */
  count: 2,
  /** The one whose ports have the highest priority; since 6.18. */
  prio: 3,
});

/** Role of a port (`BOND_STATE_*`). */
export const bondPortState = enumeration("BOND_STATE_", u8, { active: 0, backup: 1 });

/** Link state of a port as the bond sees it (`BOND_LINK_*`). */
export const bondPortLink = enumeration("BOND_LINK_", u8, {
  up: 0,
  /** Just gone down; `downdelay` is running. */
  fail: 1,
  down: 2,
  /** Just come back; `updelay` is running. */
  back: 3,
});

/** LACP state of a port (`LACP_STATE_*`). */
export const lacpState = flags("LACP_STATE_", u8, {
  lacpActivity: 0x1,
  /** Short timeout. */
  lacpTimeout: 0x2,
  aggregation: 0x4,
  synchronization: 0x8,
  collecting: 0x10,
  distributing: 0x20,
  defaulted: 0x40,
  expired: 0x80,
});

/** LACP state of a port in 16 bits (`LACP_STATE_*`). */
export const lacpPartnerState = flags("LACP_STATE_", u16, lacpState.bits);

/** Churn detection of a port: constant change of its aggregator (`AD_*CHURN*`). */
export const bondChurnState = enumeration("AD_", u8, {
  /** Still monitored. */
  churnMonitor: 0,
  churn: 1,
  noChurn: 2,
});
