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

/** Fixed header of bridge VLAN messages. */
export const brVlanMsg = struct("br_vlan_msg", {
  /** `"bridge"`; filled in. */
  family: addressFamily,
  _: pad(3),
  /** Index of the bridge or bridge port. */
  ifindex: ifindex(u32),
});

/** Tunnel to which a VLAN is mapped (`BRIDGE_VLANDB_TINFO_*`). */
export const bridgeVlanTunnelInfoAttributes = attributes("vlandb-tinfo-attrs", "BRIDGE_VLANDB_TINFO_", {
  /** Tunnel key: a VNI. */
  id: [1, u32],
  /** Command of a request: `RTM_SETLINK` adds the mapping and is filled in, `RTM_DELLINK` removes it. */
  cmd: [2, u32],
});
/** Tunnel to which a VLAN is mapped. */
export interface BridgeVlanTunnelInfo extends Infer<typeof bridgeVlanTunnelInfoAttributes> {}

/** VLAN counters (`BRIDGE_VLANDB_STATS_*`). */
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
/** VLAN counters. */
export interface BridgeVlanStats extends Infer<typeof bridgeVlanStatsAttributes> {}

/** VLAN of a port, or a range of VLANs, with its options (`BRIDGE_VLANDB_ENTRY_*`). */
export const bridgeVlanEntryAttributes = attributes("vlandb-entry-attrs", "BRIDGE_VLANDB_ENTRY_", {
  /** VLAN id and flags; of a range, those of the first VLAN. */
  info: [1, nest<BridgeVlanInfo>(bridgeVlanInfo)],
  /** Last VLAN id of the range. */
  range: [2, u16],
  /** Spanning tree state. */
  state: [3, bridgePortState],
  /** Tunnel to which the VLAN is mapped. */
  tunnelInfo: [
    4,
    inRequests(nest<BridgeVlanTunnelInfo>(bridgeVlanTunnelInfoAttributes), (tunnel) => ({
      cmd: RTM_SETLINK,
      ...tunnel,
    })),
  ],
  /** Counters, if requested; read-only. */
  stats: [5, readOnly(nest<BridgeVlanStats>(bridgeVlanStatsAttributes))],
  /** Multicast routers behind the port: 0 none, 1 as learnt from queries, 2 always; since 5.15. */
  mcastRouter: [6, u8],
  /** Number of multicast groups; since 6.3. Read-only. */
  mcastNGroups: [7, readOnly(u32)],
  /** Maximum number of multicast groups, 0 is no limit; since 6.3. */
  mcastMaxGroups: [8, u32],
  /** 1 if the bridge answers neighbour discovery and ARP for hosts it knows, else 0; since 6.4. */
  neighSuppress: [9, u8],
  /** 1 if gratuitous announcements are forwarded despite `neighSuppress`, else 0. */
  neighForwardGrat: [10, u8],
});
/** VLAN of a port, or a range of VLANs, with its options. */
export interface BridgeVlanEntry extends Infer<typeof bridgeVlanEntryAttributes> {}

/** Bridge-wide options of a VLAN (`BRIDGE_VLANDB_GOPTS_*`); since 5.15. */
export const bridgeVlanGlobalOptionsAttributes = attributes("vlandb-gopts-attrs", "BRIDGE_VLANDB_GOPTS_", {
  /** VLAN id, or the first one of a range. */
  id: [1, u16],
  /** Last VLAN id of the range. */
  range: [2, u16],
  /** 1 if multicast is forwarded to subscribed ports only, else 0. */
  mcastSnooping: [3, u8],
  /** IGMP version. */
  mcastIgmpVersion: [4, u8],
  /** MLD version. */
  mcastMldVersion: [5, u8],
  /** Number of queries sent when a member leaves a group. */
  mcastLastMemberCnt: [6, u32],
  /** Number of queries sent at startup. */
  mcastStartupQueryCnt: [7, u32],
  /** Interval between queries after a leave, in 1/100 s. */
  mcastLastMemberIntvl: [8, u64],
  /** Alignment. */
  pad: [9, padding],
  /** Time after which a silent member expires, in 1/100 s. */
  mcastMembershipIntvl: [10, u64],
  /** Time after which a silent querier expires, in 1/100 s. */
  mcastQuerierIntvl: [11, u64],
  /** Interval between queries, in 1/100 s. */
  mcastQueryIntvl: [12, u64],
  /** Time members have to answer a query, in 1/100 s. */
  mcastQueryResponseIntvl: [13, u64],
  /** Interval between queries at startup, in 1/100 s. */
  mcastStartupQueryIntvl: [14, u64],
  /** 1 if the bridge sends queries, else 0. */
  mcastQuerier: [15, u8],
  /** Ports with multicast routers behind them; read-only. */
  mcastRouterPorts: [16, readOnly(nest<MdbRouter>(mdbRouterAttributes))],
  /** Known multicast queriers; since 5.15. Read-only. */
  mcastQuerierState: [17, readOnly(nest<BridgeQuerier>(bridgeQuerierAttributes))],
  /** Multiple spanning tree instance; since 5.18. */
  msti: [18, u16],
});
/** Bridge-wide options of a VLAN. */
export interface BridgeVlanGlobalOptions extends Infer<typeof bridgeVlanGlobalOptionsAttributes> {}

/** Attributes of bridge VLAN messages (`BRIDGE_VLANDB_*`). */
export const bridgeVlanAttributes = attributes("vlandb-attrs", "BRIDGE_VLANDB_", {
  /** VLANs of the port or bridge. */
  entry: [1, repeated(nest<BridgeVlanEntry>(bridgeVlanEntryAttributes))],
  /** Bridge-wide options of VLANs. */
  globalOptions: [2, repeated(nest<BridgeVlanGlobalOptions>(bridgeVlanGlobalOptionsAttributes))],
});

/** Layout of `RTM_NEWVLAN` and `RTM_DELVLAN`. */
export const bridgeVlanMessage = message("bridge-vlan", brVlanMsg, bridgeVlanAttributes);
/** The VLANs of a bridge port, or of the bridge itself; since 5.6. */
export interface BridgeVlan extends Infer<typeof bridgeVlanMessage> {}

/** Content of a list (`BRIDGE_VLANDB_DUMPF_*`). */
export const bridgeVlanDumpFlags = flags("BRIDGE_VLANDB_DUMPF_", u32, {
  /** Includes counters. */
  stats: 1,
  /** Bridge-wide options instead of the VLANs of ports; since 5.15. */
  global: 2,
});

/** Attributes of `RTM_GETVLAN` (`BRIDGE_VLANDB_DUMP_*`). */
export const bridgeVlanDumpAttributes = attributes("vlandb-dump-attrs", "BRIDGE_VLANDB_DUMP_", {
  /** Content of the list; see {@link bridgeVlanDumpFlags}. */
  flags: [1, bridgeVlanDumpFlags],
});

/** Layout of `RTM_GETVLAN`. */
export const bridgeVlanDumpMessage = message("bridge-vlan-dump", brVlanMsg, bridgeVlanDumpAttributes);

/** A request about bridge VLANs; `flags` applies to lists, see {@link bridgeVlanDumpFlags}. */
export interface BridgeVlanRequest extends BridgeVlan, Infer<typeof bridgeVlanDumpMessage> {}
