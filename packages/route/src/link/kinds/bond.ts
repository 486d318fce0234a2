import {
  attributes,
  type Infer,
  ifDifferent,
  ifindex,
  indexedArray,
  ipv4,
  ipv6,
  mac,
  nest,
  optional,
  readOnly,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import {
  bondAdSelect,
  bondArpAllTargets,
  bondArpValidate,
  bondFailOverMac,
  bondLacpRate,
  bondMode,
  bondPrimaryReselect,
  bondXmitHashPolicy,
} from "./bond-enums.js";

/** Active aggregator of a bond (`IFLA_BOND_AD_INFO_*`). */
export const bondAdInfoAttributes = attributes("bond-ad-info-attrs", "IFLA_BOND_AD_INFO_", {
  /** Aggregator id. */
  aggregator: [1, u16],
  /** Number of ports. */
  numPorts: [2, u16],
  /** Key of this end. */
  actorKey: [3, u16],
  /** Key of the partner. */
  partnerKey: [4, u16],
  /** System MAC address of the partner. */
  partnerMac: [5, mac],
});
/** Active aggregator of a bond. */
export interface BondAdInfo extends Infer<typeof bondAdInfoAttributes> {}

/** Settings of a bond (`IFLA_BOND_*`); the kernel refuses those that do not fit the mode. */
export const bondAttributes = attributes("linkinfo-bond-attrs", "IFLA_BOND_", {
  /** Mode: choice of the port for each packet. */
  mode: [1, ifDifferent(bondMode)],
  /** Index of the active port (modes `activebackup`, `tlb`, `alb`). */
  activeSlave: [2, optional(ifindex(u32, "netNsPid", "netNsFd", "targetNetnsid"))],
  /** Interval of link monitoring, in ms; 0 is never. */
  miimon: [3, optional(u32)],
  /** Time for which a link must be up before it is used, in ms. */
  updelay: [4, optional(u32)],
  /** Time for which a link must be down before it is abandoned, in ms. */
  downdelay: [5, optional(u32)],
  /** Source of the link state; 1, the only one since 6.18, is the driver's carrier. */
  useCarrier: [6, optional(u8)],
  /** Interval of ARP requests, in ms; 0 is never. */
  arpInterval: [7, optional(u32)],
  /** Targets of the ARP requests, up to 16. */
  arpIpTarget: [8, optional(indexedArray(ipv4, 0))],
  /** Ports on which ARP replies are validated. */
  arpValidate: [9, optional(bondArpValidate)],
  /** Number of ARP targets that must reply. */
  arpAllTargets: [10, optional(bondArpAllTargets)],
  /** Index of the preferred port. */
  primary: [11, optional(ifindex(u32, "netNsPid", "netNsFd", "targetNetnsid"))],
  /** Condition under which the primary port becomes active again. */
  primaryReselect: [12, optional(bondPrimaryReselect)],
  /** MAC address of the active port. */
  failOverMac: [13, optional(bondFailOverMac)],
  /** Fields hashed to choose a port. */
  xmitHashPolicy: [14, optional(bondXmitHashPolicy)],
  /** Number of IGMP reports sent after a failover, 0 to 255. */
  resendIgmp: [15, optional(u32)],
  /** Number of gratuitous ARPs sent after a failover. */
  numPeerNotif: [16, optional(u8)],
  /** Accepts packets from ports that stand by, 0 or 1. */
  allSlavesActive: [17, optional(u8)],
  /** Number of ports that must be up for the bond to be up. */
  minLinks: [18, optional(u32)],
  /** Interval of learning packets, in seconds. */
  lpInterval: [19, optional(u32)],
  /** Packets sent on a port in its turn (mode `roundrobin`); 0 chooses ports at random. */
  packetsPerSlave: [20, optional(u32)],
  /** Rate at which partners are asked to send LACPDUs. */
  adLacpRate: [21, optional(bondLacpRate)],
  /** Selection of the active aggregator. */
  adSelect: [22, optional(bondAdSelect)],
  /** Active aggregator (mode `8023ad`); read-only. */
  adInfo: [23, readOnly(nest<BondAdInfo>(bondAdInfoAttributes))],
  /** LACP system priority of this end, 1 to 65535. */
  adActorSysPrio: [24, optional(u16)],
  /** Upper 10 bits of the LACP port key. */
  adUserPortKey: [25, optional(u16)],
  /** LACP system MAC address of this end. */
  adActorSystem: [26, optional(mac)],
  /** Moves flows when loads change (mode `tlb`), 0 or 1. */
  tlbDynamicLb: [27, optional(u8)],
  /** Delay between gratuitous ARPs after a failover, in ms. */
  peerNotifDelay: [28, optional(u32)],
  /** Sends LACPDUs periodically, also unasked, 0 or 1; since 5.15. */
  adLacpActive: [29, optional(u8)],
  /** Number of ARP intervals without a reply after which a port is down; since 5.17. */
  missedMax: [30, optional(u8)],
  /** Targets of neighbour solicitations, up to 16; since 5.18. */
  nsIp6Target: [31, optional(indexedArray(ipv6, 0))],
  /** Combines collecting and distributing in one LACP state, 0 or 1; since 6.9. */
  coupledControl: [32, optional(u8)],
  /** Sends ARP and neighbour discovery out of all ports (mode `8023ad`), 0 or 1; since 6.17. */
  broadcastNeigh: [33, optional(u8)],
  /** Excludes ports without an LACP partner, 0 or 1; since 7.1. */
  lacpStrict: [34, optional(u8)],
});
/** Settings of a `bond` link. */
export interface Bond extends Infer<typeof bondAttributes> {}
