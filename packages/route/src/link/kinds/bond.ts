import {
  attributes,
  type Infer,
  ifOther,
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
} from "@rxnetlink/core";
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

/** The active aggregator of a bond (`IFLA_BOND_AD_INFO_*`). */
export const bondAdInfoAttributes = attributes("bond-ad-info-attrs", "IFLA_BOND_AD_INFO_", {
  /** Its id. */
  aggregator: [1, u16],
  /** How many ports it has. */
  numPorts: [2, u16],
  /** Our key. */
  actorKey: [3, u16],
  /** The partner's key. */
  partnerKey: [4, u16],
  /** The partner's system. */
  partnerMac: [5, mac],
});
/** The active aggregator of a bond. */
export interface BondAdInfo extends Infer<typeof bondAdInfoAttributes> {}

/** Settings of a bond (`IFLA_BOND_*`); the kernel refuses those that do not fit the mode. */
export const bondAttributes = attributes("linkinfo-bond-attrs", "IFLA_BOND_", {
  /** How the port for a packet is chosen. */
  mode: [1, ifOther(bondMode)],
  /** Index of the port that is used (modes `activebackup`, `tlb`, `alb`). */
  activeSlave: [2, optional(u32)],
  /** How often the links are looked at, in ms; 0 is never. */
  miimon: [3, optional(u32)],
  /** How long a link must be up before it is used, in ms. */
  updelay: [4, optional(u32)],
  /** How long a link must be down before it is given up, in ms. */
  downdelay: [5, optional(u32)],
  /** 1; the kernel has known no other way since 6.18. */
  useCarrier: [6, optional(u8)],
  /** Time between ARP requests, in ms; 0 is never. */
  arpInterval: [7, optional(u32)],
  /** Whom they ask for, up to 16. */
  arpIpTarget: [8, optional(indexedArray(ipv4, 0))],
  /** On which ports the answers are checked. */
  arpValidate: [9, optional(bondArpValidate)],
  /** How many targets must answer. */
  arpAllTargets: [10, optional(bondArpAllTargets)],
  /** Index of the port that is preferred. */
  primary: [11, optional(u32)],
  /** When it takes over again. */
  primaryReselect: [12, optional(bondPrimaryReselect)],
  /** Which MAC address the active port has. */
  failOverMac: [13, optional(bondFailOverMac)],
  /** What is hashed to choose a port. */
  xmitHashPolicy: [14, optional(bondXmitHashPolicy)],
  /** How many IGMP reports are sent after a change of ports, 0 to 255. */
  resendIgmp: [15, optional(u32)],
  /** How many gratuitous ARPs are sent after a change of ports. */
  numPeerNotif: [16, optional(u8)],
  /** Whether packets from ports that stand by are taken, 0 or 1. */
  allSlavesActive: [17, optional(u8)],
  /** How many ports must be up for the bond to be up. */
  minLinks: [18, optional(u32)],
  /** Time between learning packets, in seconds. */
  lpInterval: [19, optional(u32)],
  /** Packets before the next port's turn (mode `roundrobin`); 0 is random. */
  packetsPerSlave: [20, optional(u32)],
  /** How often partners are asked to send LACP messages. */
  adLacpRate: [21, optional(bondLacpRate)],
  /** How the aggregator is chosen. */
  adSelect: [22, optional(bondAdSelect)],
  /** The active aggregator (mode `8023ad`); read-only. */
  adInfo: [23, readOnly(nest<BondAdInfo>(bondAdInfoAttributes))],
  /** Our system priority in LACP, 1 to 65535. */
  adActorSysPrio: [24, optional(u16)],
  /** The upper 10 bits of the port key in LACP. */
  adUserPortKey: [25, optional(u16)],
  /** Our system in LACP. */
  adActorSystem: [26, optional(mac)],
  /** Whether flows move when loads change (mode `tlb`), 0 or 1. */
  tlbDynamicLb: [27, optional(u8)],
  /** Time between gratuitous ARPs after a change of ports, in ms. */
  peerNotifDelay: [28, optional(u32)],
  /** Whether LACP messages are sent unasked, 0 or 1; since 5.15. */
  adLacpActive: [29, optional(u8)],
  /** After how many ARP intervals without an answer a port is down; since 5.17. */
  missedMax: [30, optional(u8)],
  /** Whom neighbour solicitations ask for, up to 16; since 5.18. */
  nsIp6Target: [31, optional(indexedArray(ipv6, 0))],
  /** Whether collecting and distributing are one state in LACP, 0 or 1; since 6.9. */
  coupledControl: [32, optional(u8)],
  /** Whether ARP and neighbour discovery go out of all ports (mode `8023ad`), 0 or 1; since 6.17. */
  broadcastNeigh: [33, optional(u8)],
  /** Whether a port without an LACP partner is not used, 0 or 1; since 7.1. */
  lacpStrict: [34, optional(u8)],
});
/** Settings of a `bond` link. */
export interface Bond extends Infer<typeof bondAttributes> {}
