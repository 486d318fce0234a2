import { enumeration, flags, u8, u16, u32 } from "@rxnetlink/core";

/** How a bond chooses the port for a packet (`BOND_MODE_*`). */
export const bondMode = enumeration("BOND_MODE_", u8, {
  /** One after the other. */
  roundrobin: 0,
  /** One, the others stand by. */
  activebackup: 1,
  /** By a hash of the packet. */
  xor: 2,
  /** All. */
  broadcast: 3,
  /** Link aggregation (LACP). */
  "8023ad": 4,
  /** By load, sending. */
  tlb: 5,
  /** By load, sending and receiving. */
  alb: 6,
});

/** On which ports ARP answers are checked (`BOND_ARP_VALIDATE_*`). */
export const bondArpValidate = enumeration("BOND_ARP_VALIDATE_", u32, {
  none: 0,
  active: 1,
  backup: 2,
  all: 3,
  /** All packets but ARP are ignored when the port is judged. */
  filter: 4,
  filterActive: 5,
  filterBackup: 6,
});

/** How many ARP targets must answer (`BOND_ARP_TARGETS_*`). */
export const bondArpAllTargets = enumeration("BOND_ARP_TARGETS_", u32, { any: 0, all: 1 });

/** When the primary port takes over again (`BOND_PRI_RESELECT_*`). */
export const bondPrimaryReselect = enumeration("BOND_PRI_RESELECT_", u8, {
  always: 0,
  /** If it is faster than the active one. */
  better: 1,
  /** When the active one fails. */
  failure: 2,
});

/** Which MAC address the active port has (`BOND_FOM_*`). */
export const bondFailOverMac = enumeration("BOND_FOM_", u8, {
  /** That of the bond, as all ports. */
  none: 0,
  /** Its own, which the bond takes over. */
  active: 1,
  /** That of the bond, while it is active. */
  follow: 2,
});

/** What is hashed to choose a port (`BOND_XMIT_POLICY_*`). */
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

/** How often partners are asked to send LACP messages (`AD_LACP_*`). */
export const bondLacpRate = enumeration("AD_LACP_", u8, {
  /** Every 30 s. */
  slow: 0,
  /** Every second. */
  fast: 1,
});

/** How the aggregator is chosen (`BOND_AD_*`). */
export const bondAdSelect = enumeration("BOND_AD_", u8, {
  /** The one with most bandwidth, when the last port of the present one is lost. */
  stable: 0,
  /** The one with most bandwidth. */
  bandwidth: 1,
  /** The one with most ports. */
  count: 2,
  /** The one whose ports have the highest priority; since 6.18. */
  prio: 3,
});

/** Whether a port carries packets (`BOND_STATE_*`). */
export const bondPortState = enumeration("BOND_STATE_", u8, { active: 0, backup: 1 });

/** What is believed of the link of a port (`BOND_LINK_*`). */
export const bondPortLink = enumeration("BOND_LINK_", u8, {
  up: 0,
  /** It has just gone down. */
  fail: 1,
  down: 2,
  /** It has just come back. */
  back: 3,
});

/** State of a port in LACP (`LACP_STATE_*`). */
export const lacpState = flags("LACP_STATE_", u8, {
  lacpActivity: 0x1,
  /** Short time-out. */
  lacpTimeout: 0x2,
  aggregation: 0x4,
  synchronization: 0x8,
  collecting: 0x10,
  distributing: 0x20,
  defaulted: 0x40,
  expired: 0x80,
});

/** The same bits where the kernel has 16 (`LACP_STATE_*`). */
export const lacpPartnerState = flags("LACP_STATE_", u16, lacpState.bits);

/** Whether a port keeps changing its aggregator (`AD_*CHURN*`). */
export const bondChurnState = enumeration("AD_", u8, {
  /** It is being watched. */
  churnMonitor: 0,
  churn: 1,
  noChurn: 2,
});
