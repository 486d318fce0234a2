/**
 * Open vSwitch: datapaths, ports, flows with their keys, masks and actions, meters, limits on connections, and the packets that
 * datapaths hand over (`ovs_datapath` and its siblings).
 *
 * @module
 */
export {
  OVS_CT_LIMIT_CMD_DEL,
  OVS_CT_LIMIT_CMD_GET,
  OVS_CT_LIMIT_CMD_SET,
  OVS_DP_CMD_DEL,
  OVS_DP_CMD_GET,
  OVS_DP_CMD_NEW,
  OVS_DP_CMD_SET,
  OVS_FLOW_CMD_DEL,
  OVS_FLOW_CMD_GET,
  OVS_FLOW_CMD_NEW,
  OVS_FLOW_CMD_SET,
  OVS_METER_CMD_DEL,
  OVS_METER_CMD_FEATURES,
  OVS_METER_CMD_GET,
  OVS_METER_CMD_SET,
  OVS_PACKET_CMD_ACTION,
  OVS_PACKET_CMD_EXECUTE,
  OVS_PACKET_CMD_MISS,
  OVS_VPORT_CMD_DEL,
  OVS_VPORT_CMD_GET,
  OVS_VPORT_CMD_NEW,
  OVS_VPORT_CMD_SET,
} from "./commands.js";
export {
  OVS_ZONE_LIMIT_DEFAULT_ZONE,
  type OvsCtLimit,
  type OvsCtLimits,
  type OvsZoneLimit,
  ovsCtLimitMessage,
  ovsCtLimitObject,
} from "./ct-limit.js";
export {
  type OvsDatapath,
  type OvsDatapathStats,
  type OvsDatapaths,
  type OvsMegaflowStats,
  ovsDatapathFeatures,
  ovsDatapathMessage,
  ovsDatapathObject,
} from "./datapath.js";
export {
  ovsCtLimitFamily,
  ovsDatapathFamily,
  ovsFlowFamily,
  ovsGroups,
  ovsMeterFamily,
  ovsPacketFamily,
  ovsVportFamily,
} from "./families.js";
export {
  type OvsAction,
  type OvsAddMpls,
  type OvsCheckPktLen,
  type OvsDecTtl,
  type OvsHash,
  type OvsPsample,
  type OvsPushEth,
  type OvsPushMpls,
  type OvsPushVlan,
  type OvsSample,
  type OvsTrunc,
  type OvsUserspace,
  ovsHashAlgorithm,
} from "./flow/action.js";
export type { OvsCt, OvsNat } from "./flow/conntrack.js";
export {
  type OvsDatapathKey,
  type OvsFlow,
  type OvsFlows,
  ovsFlowMessage,
  ovsFlowObject,
  ovsUfidFlags,
} from "./flow/flow.js";
export { type OvsKey, ovsCtState } from "./flow/key.js";
export type { OvsMasked, OvsMaskedKey, OvsMaskedNshKey } from "./flow/masked.js";
export type { OvsNshKey, OvsNshKeyBase, OvsNshKeyMd1 } from "./flow/nsh.js";
export type { OvsFlowStats } from "./flow/stats.js";
export {
  type OvsKeyArp,
  type OvsKeyCtTupleIpv4,
  type OvsKeyCtTupleIpv6,
  type OvsKeyEthernet,
  type OvsKeyIcmp,
  type OvsKeyIcmpv6,
  type OvsKeyIpv4,
  type OvsKeyIpv6,
  type OvsKeyIpv6Exthdrs,
  type OvsKeyMpls,
  type OvsKeyNd,
  type OvsKeySctp,
  type OvsKeyTcp,
  type OvsKeyUdp,
  ovsFragType,
} from "./flow/structs.js";
export type { OvsTunnelKey, OvsVxlanOptions } from "./flow/tunnel.js";
export {
  type OvsBand,
  type OvsMeter,
  type OvsMeters,
  ovsMeterBandType,
  ovsMeterMessage,
  ovsMeterObject,
} from "./meter.js";
export {
  type Ovs,
  type OvsConnections,
  ovs,
} from "./ovs.js";
export {
  type OvsPacket,
  type OvsPackets,
  type OvsUpcalls,
  ovsPacketMessage,
  ovsPacketReason,
  ovsPacketSet,
} from "./packet.js";
export {
  type OvsUpcallStats,
  type OvsVport,
  type OvsVportOptions,
  type OvsVportStats,
  type OvsVports,
  type OvsVxlanExtensions,
  ovsVportMessage,
  ovsVportObject,
  ovsVportType,
} from "./vport.js";
