import {
  attributes,
  flags,
  type Infer,
  ifindex,
  inRequests,
  message,
  nest,
  pad,
  padding,
  readOnly,
  repeated,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../../common/address-family.js";
import { RTM_SETLINK } from "../../common/rtm.js";
import { type BridgeVlanInfo, bridgeVlanInfo } from "../../link/bridge/bridge.js";
import { type BridgeQuerier, bridgeQuerierAttributes } from "../../link/kinds/bridge.js";
import { bridgePortState } from "../../link/kinds/bridge-port.js";
import { type MdbRouter, mdbRouterAttributes } from "../mdb/router.js";

/** The fixed header of messages of bridge VLANs. */
export const brVlanMsg = struct("br_vlan_msg", {
  /** `"bridge"`; filled in. */
  family: addressFamily,
  _: pad(3),
  /** Index of the bridge or of its port. */
  ifindex: ifindex(u32),
});

/** Which tunnel a VLAN goes by (`BRIDGE_VLANDB_TINFO_*`). */
export const bridgeVlanTunnelInfoAttributes = attributes("vlandb-tinfo-attrs", "BRIDGE_VLANDB_TINFO_", {
  /** Key of the tunnel: a VNI. */
  id: [1, u32],
  /** What a request does: {@link RTM_SETLINK} adds, and is filled in; {@link RTM_DELLINK} removes. */
  cmd: [2, u32],
});
/** Which tunnel a VLAN goes by. */
export interface BridgeVlanTunnelInfo extends Infer<typeof bridgeVlanTunnelInfoAttributes> {}

/** Counters of a VLAN (`BRIDGE_VLANDB_STATS_*`). */
export const bridgeVlanStatsAttributes = attributes("vlandb-stats-attrs", "BRIDGE_VLANDB_STATS_", {
  /** Bytes received. */
  rxBytes: [1, u64],
  /** Packets received. */
  rxPackets: [2, u64],
  /** Bytes sent. */
  txBytes: [3, u64],
  /** Packets sent. */
  txPackets: [4, u64],
  /** Alignment. */
  pad: [5, padding],
});
/** Counters of a VLAN. */
export interface BridgeVlanStats extends Infer<typeof bridgeVlanStatsAttributes> {}

/** A VLAN of a port with its options (`BRIDGE_VLANDB_ENTRY_*`). */
export const bridgeVlanEntryAttributes = attributes("vlandb-entry-attrs", "BRIDGE_VLANDB_ENTRY_", {
  /** The VLAN, or the first of a range. */
  info: [1, nest<BridgeVlanInfo>(bridgeVlanInfo)],
  /** The last VLAN id of the range. */
  range: [2, u16],
  /** State in the spanning tree. */
  state: [3, bridgePortState],
  /** Which tunnel it goes by. */
  tunnelInfo: [
    4,
    inRequests(nest<BridgeVlanTunnelInfo>(bridgeVlanTunnelInfoAttributes), (tunnel) => ({
      cmd: RTM_SETLINK,
      ...tunnel,
    })),
  ],
  /** Counters, where they were asked for. */
  stats: [5, readOnly(nest<BridgeVlanStats>(bridgeVlanStatsAttributes))],
  /** Whether there are multicast routers: 0 no, 1 as heard, 2 yes; since 5.15. */
  mcastRouter: [6, u8],
  /** How many groups there are; since 6.3. Read-only. */
  mcastNGroups: [7, readOnly(u32)],
  /** The most groups, 0 is no limit; since 6.3. */
  mcastMaxGroups: [8, u32],
  /** Whether neighbour discovery is answered here, 0 or 1; since 6.4. */
  neighSuppress: [9, u8],
  /** Whether gratuitous announcements go on in spite of that, 0 or 1. */
  neighForwardGrat: [10, u8],
});
/** A VLAN of a port with its options. */
export interface BridgeVlanEntry extends Infer<typeof bridgeVlanEntryAttributes> {}

/** Options of a VLAN of the whole bridge (`BRIDGE_VLANDB_GOPTS_*`); since 5.15. */
export const bridgeVlanGlobalOptionsAttributes = attributes("vlandb-gopts-attrs", "BRIDGE_VLANDB_GOPTS_", {
  /** VLAN id, or the first of a range. */
  id: [1, u16],
  /** The last VLAN id of the range. */
  range: [2, u16],
  /** Whether multicast is forwarded to those that want it alone, 0 or 1. */
  mcastSnooping: [3, u8],
  /** Version of IGMP. */
  mcastIgmpVersion: [4, u8],
  /** Version of MLD. */
  mcastMldVersion: [5, u8],
  /** How many queries follow when a group is left. */
  mcastLastMemberCnt: [6, u32],
  /** How many queries are sent at first. */
  mcastStartupQueryCnt: [7, u32],
  /** Time between those queries after a leave, in 1/100 s. */
  mcastLastMemberIntvl: [8, u64],
  /** Alignment. */
  pad: [9, padding],
  /** How long a member is believed there, in 1/100 s. */
  mcastMembershipIntvl: [10, u64],
  /** How long another querier is believed there, in 1/100 s. */
  mcastQuerierIntvl: [11, u64],
  /** Time between queries, in 1/100 s. */
  mcastQueryIntvl: [12, u64],
  /** How long members may take to answer, in 1/100 s. */
  mcastQueryResponseIntvl: [13, u64],
  /** Time between the first queries, in 1/100 s. */
  mcastStartupQueryIntvl: [14, u64],
  /** Whether the bridge sends queries, 0 or 1. */
  mcastQuerier: [15, u8],
  /** Ports behind which there are multicast routers. */
  mcastRouterPorts: [16, readOnly(nest<MdbRouter>(mdbRouterAttributes))],
  /** The multicast queriers that are known; since 5.15. */
  mcastQuerierState: [17, readOnly(nest<BridgeQuerier>(bridgeQuerierAttributes))],
  /** Multiple spanning tree instance; since 5.18. */
  msti: [18, u16],
});
/** Options of a VLAN of the whole bridge. */
export interface BridgeVlanGlobalOptions extends Infer<typeof bridgeVlanGlobalOptionsAttributes> {}

/** The attributes of messages of bridge VLANs (`BRIDGE_VLANDB_*`). */
export const bridgeVlanAttributes = attributes("vlandb-attrs", "BRIDGE_VLANDB_", {
  /** VLANs of the port. */
  entry: [1, repeated(nest<BridgeVlanEntry>(bridgeVlanEntryAttributes))],
  /** Options of the bridge. */
  globalOptions: [2, repeated(nest<BridgeVlanGlobalOptions>(bridgeVlanGlobalOptionsAttributes))],
});

/** The layout of `RTM_NEWVLAN` and `RTM_DELVLAN`. */
export const bridgeVlanMessage = message("bridge-vlan", brVlanMsg, bridgeVlanAttributes);
/** The VLANs of one port of a bridge, or of the bridge itself; since 5.6. */
export interface BridgeVlan extends Infer<typeof bridgeVlanMessage> {}

/** What a list is to hold (`BRIDGE_VLANDB_DUMPF_*`). */
export const bridgeVlanDumpFlags = flags("BRIDGE_VLANDB_DUMPF_", u32, {
  /** Counters too. */
  stats: 1,
  /** The options of the bridge in place of the VLANs of ports; since 5.15. */
  global: 2,
});

/** The attributes of `RTM_GETVLAN` (`BRIDGE_VLANDB_DUMP_*`). */
export const bridgeVlanDumpAttributes = attributes("vlandb-dump-attrs", "BRIDGE_VLANDB_DUMP_", {
  /** What the list is to hold; see {@link bridgeVlanDumpFlags}. */
  flags: [1, bridgeVlanDumpFlags],
});

/** The layout of `RTM_GETVLAN`. */
export const bridgeVlanDumpMessage = message("bridge-vlan-dump", brVlanMsg, bridgeVlanDumpAttributes);

/** A request about VLANs: `flags` is for lists, {@link bridgeVlanDumpFlags} has the names. */
export interface BridgeVlanRequest extends BridgeVlan, Infer<typeof bridgeVlanDumpMessage> {}
