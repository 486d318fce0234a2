import {
  attributes,
  be16,
  changedBits,
  enumeration,
  flag,
  flags,
  type Infer,
  ifDifferent,
  ipv4,
  ipv6,
  mac,
  masked,
  maskOf,
  nest,
  optional,
  padding,
  readOnly,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { vlanProtocol } from "./vlan.js";

/** Spanning tree id of a bridge (`struct ifla_bridge_id`). */
export const bridgeId = struct("ifla_bridge_id", {
  /** Priority. */
  prio: be16,
  /** MAC address. */
  addr: mac,
});
/** Spanning tree id of a bridge. */
export interface BridgeId extends Infer<typeof bridgeId> {}

/** One-bit settings of a bridge: `1 << BR_BOOLOPT_*`. */
export const bridgeBooloptBits = flags("BR_BOOLOPT_", u32, {
  /** Learns nothing from link-local packets; since 5.0. */
  noLlLearn: 0x1,
  /** Snoops multicast by VLAN; since 5.15. */
  mcastVlanSnooping: 0x2,
  /** Runs multiple spanning trees; since 5.18. */
  mstEnable: 0x4,
  /** Reports in notifications that an entry of the multicast database could not be offloaded; since 6.14. */
  mdbOffloadFailNotification: 0x8,
  /** Finds local addresses by VLAN 0; since 6.18. */
  fdbLocalVlan0: 0x10,
});

/** One-bit settings with the mask of those to change (`struct br_boolopt_multi`). */
export const bridgeBoolopt = struct("br_boolopt_multi", {
  /** Bits; {@link bridgeBooloptBits} lists their names. */
  optval: masked(bridgeBooloptBits, "optmask"),
  /** Bits that a request sets or clears; those it names when absent. */
  optmask: maskOf(bridgeBooloptBits),
});
/** Settings of one bit each. */
export interface BridgeBoolopt extends Infer<typeof bridgeBoolopt> {}

/** Multicast queriers known to a bridge (`BRIDGE_QUERIER_*`). */
export const bridgeQuerierAttributes = attributes("bridge-querier-attrs", "BRIDGE_QUERIER_", {
  /** Address of the IPv4 querier. */
  ipAddress: [1, ipv4],
  /** Index of the port towards the IPv4 querier. */
  ipPort: [2, u32],
  /** Time until the IPv4 querier expires, in 1/100 s. */
  ipOtherTimer: [3, u64],
  /** Alignment. */
  pad: [4, padding],
  /** Address of the IPv6 querier. */
  ipv6Address: [5, ipv6],
  /** Index of the port towards the IPv6 querier. */
  ipv6Port: [6, u32],
  /** Time until the IPv6 querier expires, in 1/100 s. */
  ipv6OtherTimer: [7, u64],
});
/** Multicast queriers known to a bridge. */
export interface BridgeQuerier extends Infer<typeof bridgeQuerierAttributes> {}

/** Implementation of the spanning tree protocol (`BR_STP_MODE_*`). */
export const bridgeStpMode = enumeration("BR_STP_MODE_", u32, { auto: 0, user: 1, kernel: 2 });

/** Settings of an Ethernet bridge (`IFLA_BR_*`). */
export const bridgeAttributes = attributes("linkinfo-bridge-attrs", "IFLA_BR_", {
  /** Time spent in each of the listening and learning states, in 1/100 s. */
  forwardDelay: [1, u32],
  /** Interval of hello BPDUs, in 1/100 s. */
  helloTime: [2, u32],
  /** Age at which a neighbouring bridge is presumed gone, in 1/100 s. */
  maxAge: [3, u32],
  /** Lifetime of learnt addresses, in 1/100 s. */
  ageingTime: [4, u32],
  /** Spanning tree: 0 off, 1 in the kernel, 2 in user space. */
  stpState: [5, u32],
  /** Bridge priority; the lowest becomes root. */
  priority: [6, u16],
  /** Filters by VLAN, 0 or 1. */
  vlanFiltering: [7, optional(u8)],
  /** Ethernet protocol of the VLAN tags. */
  vlanProtocol: [8, vlanProtocol],
  /** Mask of the link-local groups 01:80:C2:00:00:0X to forward, one bit for each X. */
  groupFwdMask: [9, u16],
  /** Root bridge of the spanning tree; read-only. */
  rootId: [10, readOnly(nest<BridgeId>(bridgeId))],
  /** Id of this bridge; read-only. */
  bridgeId: [11, readOnly(nest<BridgeId>(bridgeId))],
  /** Port towards the root; read-only. */
  rootPort: [12, readOnly(u16)],
  /** Cost of the path to the root; read-only. */
  rootPathCost: [13, readOnly(u32)],
  /** Topology change in progress, 0 or 1; read-only. */
  topologyChange: [14, readOnly(u8)],
  /** Topology change detected, 0 or 1; read-only. */
  topologyChangeDetected: [15, readOnly(u8)],
  /** Remaining time of the hello timer, in 1/100 s; read-only. */
  helloTimer: [16, readOnly(u64)],
  /** Remaining time of the topology change notification timer, in 1/100 s; read-only. */
  tcnTimer: [17, readOnly(u64)],
  /** Remaining time of the topology change timer, in 1/100 s; read-only. */
  topologyChangeTimer: [18, readOnly(u64)],
  /** Remaining time of the garbage collection timer, in 1/100 s; read-only. */
  gcTimer: [19, readOnly(u64)],
  /** Destination address of BPDUs. */
  groupAddr: [20, ifDifferent(mac)],
  /** Flushes all learnt addresses; write-only. */
  fdbFlush: [21, flag],
  /** Multicast router on the bridge itself: 0 never, 1 learnt, 2 always. */
  mcastRouter: [22, u8],
  /** Snoops IGMP and MLD, 0 or 1. */
  mcastSnooping: [23, u8],
  /** Uses the bridge's own IP address as the source of queries, 0 or 1. */
  mcastQueryUseIfaddr: [24, u8],
  /** Sends multicast queries, 0 or 1. */
  mcastQuerier: [25, u8],
  /** Not used since 4.21; reads as 16. */
  mcastHashElasticity: [26, readOnly(u32)],
  /** Maximum number of entries in the multicast database. */
  mcastHashMax: [27, u32],
  /** Number of queries before the last member is presumed gone. */
  mcastLastMemberCnt: [28, u32],
  /** Number of queries at startup. */
  mcastStartupQueryCnt: [29, u32],
  /** Interval of last-member queries, in 1/100 s. */
  mcastLastMemberIntvl: [30, u64],
  /** Lifetime of a membership, in 1/100 s. */
  mcastMembershipIntvl: [31, u64],
  /** Lifetime of another querier, in 1/100 s. */
  mcastQuerierIntvl: [32, u64],
  /** Interval of queries, in 1/100 s. */
  mcastQueryIntvl: [33, u64],
  /** Maximum response time of members, in 1/100 s. */
  mcastQueryResponseIntvl: [34, u64],
  /** Interval of queries at startup, in 1/100 s. */
  mcastStartupQueryIntvl: [35, u64],
  /** Passes bridged packets to iptables, 0 or 1. */
  nfCallIptables: [36, u8],
  /** Passes bridged packets to ip6tables, 0 or 1. */
  nfCallIp6tables: [37, u8],
  /** Passes bridged packets to arptables, 0 or 1. */
  nfCallArptables: [38, u8],
  /** VLAN of untagged packets on new ports; 0 is none. */
  vlanDefaultPvid: [39, u16],
  /** Alignment. */
  pad: [40, padding],
  /** Counts packets by VLAN, 0 or 1. */
  vlanStatsEnabled: [41, u8],
  /** Counts IGMP and MLD messages, 0 or 1. */
  mcastStatsEnabled: [42, u8],
  /** IGMP version of queries, 2 or 3. */
  mcastIgmpVersion: [43, u8],
  /** MLD version of queries, 1 or 2. */
  mcastMldVersion: [44, u8],
  /** Counts packets by VLAN and port, 0 or 1. */
  vlanStatsPerPort: [45, u8],
  /** One-bit settings, see {@link bridgeBooloptBits}; since 5.0. */
  multiBoolopt: [46, optional(changedBits(nest<BridgeBoolopt>(bridgeBoolopt), "optval", "optmask"))],
  /** Known multicast queriers; read-only, since 5.15. */
  mcastQuerierState: [47, readOnly(nest<BridgeQuerier>(bridgeQuerierAttributes))],
  /** Number of learnt addresses; read-only, since 6.7. */
  fdbNLearned: [48, readOnly(u32)],
  /** Maximum number of learnt addresses, 0 is no limit; since 6.7. */
  fdbMaxLearned: [49, u32],
  /** Implementation of the spanning tree protocol; since 7.1. */
  stpMode: [50, ifDifferent(bridgeStpMode)],
});
/** Settings of a `bridge` link. */
export interface Bridge extends Infer<typeof bridgeAttributes> {}
