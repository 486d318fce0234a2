import {
  array,
  attributes,
  type Infer,
  nest,
  pad,
  padding,
  repeated,
  struct,
  u16,
  u64,
} from "@rxnetlink/core/schema";

//  Statistics of bridges and their ports, in LINK_XSTATS_TYPE_BRIDGE of RTM_NEWSTATS.

/** Counters of a VLAN (`struct bridge_vlan_xstats`). */
export const bridgeVlanXstats = struct("bridge_vlan_xstats", {
  /** Bytes received. */
  rxBytes: u64,
  /** Packets received. */
  rxPackets: u64,
  /** Bytes sent. */
  txBytes: u64,
  /** Packets sent. */
  txPackets: u64,
  /** VLAN id. */
  vid: u16,
  /** `BRIDGE_VLAN_INFO_*`. */
  flags: u16,
  _: pad(4),
});
/** Counters of a VLAN. */
export interface BridgeVlanXstats extends Infer<typeof bridgeVlanXstats> {}

/** Multicast counters, each received and sent where it has two elements (`struct br_mcast_stats`). */
export const bridgeMcastStats = struct("br_mcast_stats", {
  /** IGMPv1 queries. */
  igmpV1queries: array(u64, 2),
  /** IGMPv2 queries. */
  igmpV2queries: array(u64, 2),
  /** IGMPv3 queries. */
  igmpV3queries: array(u64, 2),
  /** IGMP leaves. */
  igmpLeaves: array(u64, 2),
  /** IGMPv1 reports. */
  igmpV1reports: array(u64, 2),
  /** IGMPv2 reports. */
  igmpV2reports: array(u64, 2),
  /** IGMPv3 reports. */
  igmpV3reports: array(u64, 2),
  /** Malformed IGMP messages. */
  igmpParseErrors: u64,
  /** MLDv1 queries. */
  mldV1queries: array(u64, 2),
  /** MLDv2 queries. */
  mldV2queries: array(u64, 2),
  /** MLD leaves. */
  mldLeaves: array(u64, 2),
  /** MLDv1 reports. */
  mldV1reports: array(u64, 2),
  /** MLDv2 reports. */
  mldV2reports: array(u64, 2),
  /** Malformed MLD messages. */
  mldParseErrors: u64,
  /** Multicast bytes. */
  mcastBytes: array(u64, 2),
  /** Multicast packets. */
  mcastPackets: array(u64, 2),
});
/** Multicast counters, each received and sent where it has two elements. */
export interface BridgeMcastStats extends Infer<typeof bridgeMcastStats> {}

/** Spanning tree counters (`struct bridge_stp_xstats`). */
export const bridgeStpXstats = struct("bridge_stp_xstats", {
  /** Transitions to `blocking`. */
  transitionBlk: u64,
  /** Transitions to `forwarding`. */
  transitionFwd: u64,
  /** BPDUs received. */
  rxBpdu: u64,
  /** BPDUs sent. */
  txBpdu: u64,
  /** Topology change notifications received. */
  rxTcn: u64,
  /** Topology change notifications sent. */
  txTcn: u64,
});
/** Spanning tree counters. */
export interface BridgeStpXstats extends Infer<typeof bridgeStpXstats> {}

/** Statistics of a bridge or port (`BRIDGE_XSTATS_*`). */
export const bridgeXstatsAttributes = attributes("bridge-xstats-attrs", "BRIDGE_XSTATS_", {
  /** Counters by VLAN. */
  vlan: [1, repeated(nest<BridgeVlanXstats>(bridgeVlanXstats))],
  /** Multicast counters. */
  mcast: [2, nest<BridgeMcastStats>(bridgeMcastStats)],
  /** Alignment. */
  pad: [3, padding],
  /** Spanning tree counters, of a port. */
  stp: [4, nest<BridgeStpXstats>(bridgeStpXstats)],
});
/** Statistics of a bridge or port. */
export interface BridgeXstats extends Infer<typeof bridgeXstatsAttributes> {}
