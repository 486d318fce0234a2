import { be16, enumeration } from "@rxnetlink/core/schema";

/** Ethernet protocols (`ETH_P_*`) of filters. */
export const etherType = enumeration("ETH_P_", be16, {
  /** Any protocol. */
  all: 0x0003,
  ip: 0x0800,
  arp: 0x0806,
  rarp: 0x8035,
  /** VLAN tag. */
  "8021q": 0x8100,
  ipv6: 0x86dd,
  slow: 0x8809,
  /** MPLS unicast. */
  mplsUc: 0x8847,
  /** MPLS multicast. */
  mplsMc: 0x8848,
  /** PPPoE discovery. */
  pppDisc: 0x8863,
  /** PPPoE session. */
  pppSes: 0x8864,
  /** Outer VLAN tag. */
  "8021ad": 0x88a8,
  "1588": 0x88f7,
  /** Connectivity fault management. */
  cfm: 0x8902,
  lldp: 0x88cc,
});
