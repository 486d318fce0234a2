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
} from "@rxnetlink/core";

/** Counters of a VLAN of a bridge (`struct bridge_vlan_xstats`). */
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
/** Counters of a VLAN of a bridge. */
export interface BridgeVlanXstats extends Infer<typeof bridgeVlanXstats> {}

/** Received and sent. */
const both = array(u64, 2);

/** Counters of multicast on a bridge: pairs of received and sent (`struct br_mcast_stats`). */
export const brMcastStats = struct("br_mcast_stats", {
  /** Queries of IGMP 1. */
  igmpV1queries: both,
  /** Queries of IGMP 2. */
  igmpV2queries: both,
  /** Queries of IGMP 3. */
  igmpV3queries: both,
  /** Leaves of IGMP. */
  igmpLeaves: both,
  /** Reports of IGMP 1. */
  igmpV1reports: both,
  /** Reports of IGMP 2. */
  igmpV2reports: both,
  /** Reports of IGMP 3. */
  igmpV3reports: both,
  /** Bad packets of IGMP. */
  igmpParseErrors: u64,
  /** Queries of MLD 1. */
  mldV1queries: both,
  /** Queries of MLD 2. */
  mldV2queries: both,
  /** Leaves of MLD. */
  mldLeaves: both,
  /** Reports of MLD 1. */
  mldV1reports: both,
  /** Reports of MLD 2. */
  mldV2reports: both,
  /** Bad packets of MLD. */
  mldParseErrors: u64,
  /** Bytes of other multicast packets. */
  mcastBytes: both,
  /** Other multicast packets. */
  mcastPackets: both,
});
/** Counters of multicast on a bridge. */
export interface BrMcastStats extends Infer<typeof brMcastStats> {}

/** Counters of the spanning tree at a port (`struct bridge_stp_xstats`). */
export const bridgeStpXstats = struct("bridge_stp_xstats", {
  /** How often it began to block. */
  transitionBlk: u64,
  /** How often it began to forward. */
  transitionFwd: u64,
  /** Messages of the spanning tree received. */
  rxBpdu: u64,
  /** Messages of the spanning tree sent. */
  txBpdu: u64,
  /** Notes of a topology change received. */
  rxTcn: u64,
  /** Notes of a topology change sent. */
  txTcn: u64,
});
/** Counters of the spanning tree at a port. */
export interface BridgeStpXstats extends Infer<typeof bridgeStpXstats> {}

/** Statistics of a bridge or its port (`BRIDGE_XSTATS_*`). */
export const bridgeXstatsAttributes = attributes("bridge-xstats-attrs", "BRIDGE_XSTATS_", {
  /** By VLAN. */
  vlan: [1, repeated(nest<BridgeVlanXstats>(bridgeVlanXstats))],
  /** Of multicast. */
  mcast: [2, nest<BrMcastStats>(brMcastStats)],
  /** Alignment. */
  pad: [3, padding],
  /** Of the spanning tree; since 5.6. */
  stp: [4, nest<BridgeStpXstats>(bridgeStpXstats)],
});
/** Statistics of a bridge or its port. */
export interface BridgeXstats extends Infer<typeof bridgeXstatsAttributes> {}

/** Counters of LACP (`BOND_3AD_STAT_*`). */
export const bond3adAttributes = attributes("bond-3ad-stats-attrs", "BOND_3AD_STAT_", {
  /** LACP messages received. */
  lacpduRx: [0, u64],
  /** LACP messages sent. */
  lacpduTx: [1, u64],
  /** Of an unknown kind. */
  lacpduUnknownRx: [2, u64],
  /** Malformed. */
  lacpduIllegalRx: [3, u64],
  /** Markers received. */
  markerRx: [4, u64],
  /** Markers sent. */
  markerTx: [5, u64],
  /** Answers to markers received. */
  markerRespRx: [6, u64],
  /** Answers to markers sent. */
  markerRespTx: [7, u64],
  /** Markers of an unknown kind. */
  markerUnknownRx: [8, u64],
  /** Alignment. */
  pad: [9, padding],
});
/** Counters of LACP. */
export interface Bond3adStats extends Infer<typeof bond3adAttributes> {}

/** Statistics of a bond or its port (`BOND_XSTATS_*`). */
export const bondXstatsAttributes = attributes("bond-xstats-attrs", "BOND_XSTATS_", {
  /** Of LACP; since 5.1. */
  "3ad": [1, nest<Bond3adStats>(bond3adAttributes)],
});
/** Statistics of a bond or its port. */
export interface BondXstats extends Infer<typeof bondXstatsAttributes> {}

/** Statistics by the kind of the link (`LINK_XSTATS_TYPE_*`). */
export const linkXstatsAttributes = attributes("link-xstats-attrs", "LINK_XSTATS_TYPE_", {
  /** Of a bridge. */
  bridge: [1, nest<BridgeXstats>(bridgeXstatsAttributes)],
  /** Of a bond. */
  bond: [2, nest<BondXstats>(bondXstatsAttributes)],
});
/** Statistics by the kind of the link. */
export interface LinkXstats extends Infer<typeof linkXstatsAttributes> {}
