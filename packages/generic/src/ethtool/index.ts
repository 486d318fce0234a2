/**
 * The family `ethtool`: settings of links and of the devices behind them, as the program `ethtool` shows them.
 *
 * @module
 */
export { type BitStates, exactly } from "./bits/bitset.js";
export { LINK_MODES, type LinkMode } from "./bits/link-mode-names.js";
export {
  MSG_CLASSES,
  type MsgClass,
  STATS_GROUPS,
  type StatsGroupName,
  TIMESTAMPING,
  type Timestamping,
  TS_FLAGS,
  TS_RX_FILTERS,
  TS_TX_TYPES,
  type TsFlag,
  type TsRxFilter,
  type TsTxType,
  UDP_TUNNEL_TYPES,
  type UdpTunnelType,
  WOL_MODES,
  type WolMode,
} from "./bits/names.js";
export * from "./commands/replies.js";
export * from "./commands/requests.js";
export { type EthtoolHeader, ethtoolFlags, type MessageOfLink, type OfLink } from "./common/header.js";
export type { LinkKey } from "./common/progress.js";
export { type Ethtool, ethtool } from "./ethtool.js";
export { ethtoolFamily, ethtoolGroups } from "./family.js";
export { type Eee, type Eees, eeeMessage, eeeObject } from "./frames/eee.js";
export { type Fec, type FecBin, type FecStats, type Fecs, fecMessage, fecObject } from "./frames/fec.js";
export { type Mm, type MmStats, type Mms, mmMessage, mmObject, mmVerifyStatus } from "./frames/mm.js";
export {
  macStatsSrc,
  type Pause,
  type PauseStats,
  type Pauses,
  pauseMessage,
  pauseObject,
} from "./frames/pause.js";
export {
  type Plca,
  type PlcaStatuses,
  type Plcas,
  plcaMessage,
  plcaObject,
  plcaStatusObject,
} from "./frames/plca.js";
export {
  type DriverMessages,
  type DriverMessagesVerbs,
  debugMessage,
  debugObject,
  type MsgClassStates,
} from "./link/debug.js";
export { type FeaturesVerbs, featuresMessage, featuresObject, type LinkFeatures } from "./link/features.js";
export {
  linkInfoMessage,
  linkInfoObject,
  type PortInfo,
  type PortInfos,
  portType,
  tpMdi,
  transceiver,
} from "./link/link-info.js";
export {
  duplex,
  type LinkModeStates,
  type LinkModes,
  type LinkModesVerbs,
  linkModesMessage,
  linkModesObject,
  masterSlaveCfg,
  masterSlaveState,
  rateMatching,
} from "./link/link-modes.js";
export {
  type LinkState,
  type LinkStates,
  linkExtState,
  linkStateMessage,
  linkStateObject,
} from "./link/link-state.js";
export { type PrivFlags, type PrivFlagsVerbs, privFlagsMessage, privFlagsObject } from "./link/priv-flags.js";
export { type Wol, type WolModeStates, type Wols, wolMessage, wolObject } from "./link/wol.js";
export {
  type ModuleEeprom,
  type ModuleEeproms,
  moduleEepromMessage,
  moduleEepromObject,
} from "./module/eeprom.js";
export {
  type ModuleFlash,
  type ModuleImage,
  moduleFwFlashMessage,
  moduleFwFlashStatus,
} from "./module/flash.js";
export {
  moduleMessage,
  moduleObject,
  modulePowerMode,
  modulePowerModePolicy,
  type TransceiverModule,
  type TransceiverModules,
} from "./module/module.js";
export {
  type CableAmplitude,
  type CableFaultLength,
  type CablePulse,
  type CableResult,
  type CableResults,
  type CableStep,
  type CableTdrConfig,
  type CableTdrResults,
  type CableTest,
  type CableTestTdr,
  cableInfSrc,
  cablePair,
  cableResultCode,
  cableTestMessage,
  cableTestNtfMessage,
  cableTestStatus,
  cableTestTdrMessage,
  cableTestTdrNtfMessage,
} from "./phy/cable/layout.js";
export {
  type Mse,
  type MseCapabilities,
  type MseSnapshot,
  type Mses,
  mseMessage,
  mseObject,
} from "./phy/mse.js";
export { type Phy, type Phys, phyMessage, phyObject, phyUpstream } from "./phy/phy.js";
export {
  c33PseAdminState,
  c33PseExtState,
  c33PsePwDStatus,
  podlPseAdminState,
  podlPsePwDStatus,
} from "./phy/pse/enums.js";
export {
  type Pse,
  type PseEvent,
  type PsePwLimit,
  pseEvents,
  pseMessage,
  pseNtfMessage,
} from "./phy/pse/layout.js";
export { type PseEvents, type Pses, pseEventObject, pseObject } from "./phy/pse/pse.js";
export { type Channels, type ChannelsVerbs, channelsMessage, channelsObject } from "./queues/channels.js";
export {
  type Coalesce,
  type CoalesceVerbs,
  coalesceMessage,
  coalesceObject,
  type IrqModeration,
} from "./queues/coalesce.js";
export { type Rings, type RingsVerbs, ringsMessage, ringsObject, tcpDataSplit } from "./queues/rings.js";
export {
  type Rss,
  type RssFlowHash,
  rssFields,
  rssHash,
  rssInputXfrm,
  rssMessage,
} from "./queues/rss/layout.js";
export { type RssVerbs, rssContextObject, rssObject } from "./queues/rss/rss.js";
export {
  type StandardStats,
  type StatsBucket,
  type StatsGroup,
  type StatsGroupStates,
  standardStatsMessage,
  statsGroup,
} from "./stats/layout.js";
export { ETH_CTRL_STATS, ETH_MAC_STATS, ETH_PHY_STATS, PHY_STATS, RMON_STATS } from "./stats/names.js";
export { type StandardStatsVerbs, type StatsRatesOptions, standardStatsObject } from "./stats/stats.js";
export { type SetString, type StringSet, type Strset, stringSet, strsetMessage } from "./strings/layout.js";
export { type StringSetName, type Strsets, strsetObject } from "./strings/strings.js";
export {
  type PhcVclocks,
  type PhcVclocksVerbs,
  phcVclocksMessage,
  phcVclocksObject,
} from "./time/phc-vclocks.js";
export {
  type TsConfig,
  type TsConfigs,
  type TsFlagStates,
  tsconfigMessage,
  tsconfigObject,
} from "./time/tsconfig.js";
export {
  type HwtstampProvider,
  hwtstampSource,
  type TimestampingStates,
  type TsInfo,
  type TsInfos,
  type TsRxFilterStates,
  type TsStats,
  type TsTxTypeStates,
  tsinfoMessage,
  tsinfoObject,
} from "./time/tsinfo.js";
export {
  type TunnelInfo,
  type TunnelInfos,
  type TunnelPort,
  type TunnelTable,
  tunnelInfoMessage,
  tunnelInfoObject,
  type UdpTunnelTypeStates,
  udpTunnelType,
} from "./tunnel-info.js";
