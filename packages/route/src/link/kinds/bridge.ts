import {
  attributes,
  be16,
  enumeration,
  flag,
  flags,
  type Infer,
  ifOther,
  ipv4,
  ipv6,
  mac,
  masked,
  maskOf,
  nest,
  optional,
  otherBits,
  padding,
  readOnly,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core";
import { vlanProtocol } from "./vlan.js";

/** A bridge in the spanning tree (`struct ifla_bridge_id`). */
export const bridgeId = struct("ifla_bridge_id", {
  /** Priority. */
  prio: be16,
  /** MAC address. */
  addr: mac,
});
/** A bridge in the spanning tree. */
export interface BridgeId extends Infer<typeof bridgeId> {}

/** Settings of a bridge that have one bit each: `1 << BR_BOOLOPT_*`. */
export const bridgeBooloptBits = flags("BR_BOOLOPT_", u32, {
  /** Nothing is learnt from link-local packets; since 5.0. */
  noLlLearn: 0x1,
  /** Multicast is snooped by VLAN; since 5.15. */
  mcastVlanSnooping: 0x2,
  /** Several spanning trees; since 5.18. */
  mstEnable: 0x4,
  /** Notifications tell where an entry of the multicast database could not be offloaded; since 6.14. */
  mdbOffloadFailNotification: 0x8,
  /** Local addresses are found by VLAN 0; since 6.18. */
  fdbLocalVlan0: 0x10,
});

/** Settings of one bit each, and which of them count (`struct br_boolopt_multi`). */
export const bridgeBoolopt = struct("br_boolopt_multi", {
  /** The bits; {@link bridgeBooloptBits} has their names. */
  optval: masked(bridgeBooloptBits, "optmask"),
  /** Those that a request means to set or clear; where absent those that it names. */
  optmask: maskOf(bridgeBooloptBits),
});
/** Settings of one bit each. */
export interface BridgeBoolopt extends Infer<typeof bridgeBoolopt> {}

/** The multicast queriers that a bridge knows (`BRIDGE_QUERIER_*`). */
export const bridgeQuerierAttributes = attributes("bridge-querier-attrs", "BRIDGE_QUERIER_", {
  /** The IPv4 querier. */
  ipAddress: [1, ipv4],
  /** Index of the port it is behind. */
  ipPort: [2, u32],
  /** How long it is still believed alive, in 1/100 s. */
  ipOtherTimer: [3, u64],
  /** Alignment. */
  pad: [4, padding],
  /** The IPv6 querier. */
  ipv6Address: [5, ipv6],
  /** Index of the port it is behind. */
  ipv6Port: [6, u32],
  /** How long it is still believed alive, in 1/100 s. */
  ipv6OtherTimer: [7, u64],
});
/** The multicast queriers that a bridge knows. */
export interface BridgeQuerier extends Infer<typeof bridgeQuerierAttributes> {}

/** Who runs the spanning tree (`BR_STP_MODE_*`). */
export const bridgeStpMode = enumeration("BR_STP_MODE_", u32, { auto: 0, user: 1, kernel: 2 });

/** Settings of an Ethernet bridge (`IFLA_BR_*`). */
export const bridgeAttributes = attributes("linkinfo-bridge-attrs", "IFLA_BR_", {
  /** Time in the listening and learning states, in 1/100 s. */
  forwardDelay: [1, u32],
  /** Time between hello messages, in 1/100 s. */
  helloTime: [2, u32],
  /** Age at which a neighbour bridge is given up, in 1/100 s. */
  maxAge: [3, u32],
  /** How long learnt addresses live, in 1/100 s. */
  ageingTime: [4, u32],
  /** Spanning tree: 0 off, 1 in the kernel, 2 by a daemon. */
  stpState: [5, u32],
  /** Bridge priority; the lowest becomes root. */
  priority: [6, u16],
  /** Whether VLANs are filtered, 0 or 1. */
  vlanFiltering: [7, optional(u8)],
  /** Ethernet protocol of the VLAN tags. */
  vlanProtocol: [8, vlanProtocol],
  /** Which link-local groups 01:80:C2:00:00:0X are forwarded, a bit for each X. */
  groupFwdMask: [9, u16],
  /** The root of the spanning tree; read-only. */
  rootId: [10, readOnly(nest<BridgeId>(bridgeId))],
  /** This bridge; read-only. */
  bridgeId: [11, readOnly(nest<BridgeId>(bridgeId))],
  /** Port towards the root; read-only. */
  rootPort: [12, readOnly(u16)],
  /** Cost of the path to the root; read-only. */
  rootPathCost: [13, readOnly(u32)],
  /** Whether a topology change is under way, 0 or 1; read-only. */
  topologyChange: [14, readOnly(u8)],
  /** Whether one was detected, 0 or 1; read-only. */
  topologyChangeDetected: [15, readOnly(u8)],
  /** Time left of the hello timer, in 1/100 s; read-only. */
  helloTimer: [16, readOnly(u64)],
  /** Time left of the topology change notification timer, in 1/100 s; read-only. */
  tcnTimer: [17, readOnly(u64)],
  /** Time left of the topology change timer, in 1/100 s; read-only. */
  topologyChangeTimer: [18, readOnly(u64)],
  /** Time left of the garbage collection timer, in 1/100 s; read-only. */
  gcTimer: [19, readOnly(u64)],
  /** Address that spanning tree messages are sent to. */
  groupAddr: [20, ifOther(mac)],
  /** Forgets all learnt addresses. Write-only. */
  fdbFlush: [21, flag],
  /** Multicast router on the bridge itself: 0 never, 1 as learnt, 2 always. */
  mcastRouter: [22, u8],
  /** Whether IGMP and MLD are snooped, 0 or 1. */
  mcastSnooping: [23, u8],
  /** Whether queries bear the bridge's own address, 0 or 1. */
  mcastQueryUseIfaddr: [24, u8],
  /** Whether queries are sent, 0 or 1. */
  mcastQuerier: [25, u8],
  /** Not used since 4.21; reads as 16. */
  mcastHashElasticity: [26, readOnly(u32)],
  /** Most entries in the multicast database. */
  mcastHashMax: [27, u32],
  /** Queries before the last member is believed gone. */
  mcastLastMemberCnt: [28, u32],
  /** Queries at start. */
  mcastStartupQueryCnt: [29, u32],
  /** Time between those for the last member, in 1/100 s. */
  mcastLastMemberIntvl: [30, u64],
  /** How long a membership lives, in 1/100 s. */
  mcastMembershipIntvl: [31, u64],
  /** How long another querier is believed alive, in 1/100 s. */
  mcastQuerierIntvl: [32, u64],
  /** Time between queries, in 1/100 s. */
  mcastQueryIntvl: [33, u64],
  /** Time that members have to answer, in 1/100 s. */
  mcastQueryResponseIntvl: [34, u64],
  /** Time between queries at start, in 1/100 s. */
  mcastStartupQueryIntvl: [35, u64],
  /** Whether iptables sees bridged packets, 0 or 1. */
  nfCallIptables: [36, u8],
  /** Whether ip6tables sees bridged packets, 0 or 1. */
  nfCallIp6tables: [37, u8],
  /** Whether arptables sees bridged packets, 0 or 1. */
  nfCallArptables: [38, u8],
  /** VLAN of untagged packets on new ports; 0 is none. */
  vlanDefaultPvid: [39, u16],
  /** Alignment. */
  pad: [40, padding],
  /** Whether packets are counted by VLAN, 0 or 1. */
  vlanStatsEnabled: [41, u8],
  /** Whether IGMP and MLD messages are counted, 0 or 1. */
  mcastStatsEnabled: [42, u8],
  /** IGMP version of queries, 2 or 3. */
  mcastIgmpVersion: [43, u8],
  /** MLD version of queries, 1 or 2. */
  mcastMldVersion: [44, u8],
  /** Whether packets are counted by VLAN and port, 0 or 1. */
  vlanStatsPerPort: [45, u8],
  /** Settings of one bit each, {@link bridgeBooloptBits}; since 5.0. */
  multiBoolopt: [46, optional(otherBits(nest<BridgeBoolopt>(bridgeBoolopt), "optval", "optmask"))],
  /** The queriers that are known; read-only, since 5.15. */
  mcastQuerierState: [47, readOnly(nest<BridgeQuerier>(bridgeQuerierAttributes))],
  /** How many addresses are learnt; read-only, since 6.7. */
  fdbNLearned: [48, readOnly(u32)],
  /** Most addresses that are learnt; 0 is no limit; since 6.7. */
  fdbMaxLearned: [49, u32],
  /** Who runs the spanning tree; since 7.1. */
  stpMode: [50, ifOther(bridgeStpMode)],
});
/** Settings of a `bridge` link. */
export interface Bridge extends Infer<typeof bridgeAttributes> {}
