/**
 * Wireless links: phys, interfaces, scans, stations, regulatory domains and their events (`nl80211`).
 *
 * @module
 */
export type { WifiBeacon } from "./ap/beacon.js";
export type { WifiFtmResponder, WifiFtmStats } from "./ap/ftm.js";
export type {
  WifiBroadcastProbeResponse,
  WifiBssColor,
  WifiFilsDiscovery,
  WifiMbssid,
  WifiObssPd,
  WifiShortBeacon,
} from "./ap/he.js";
export {
  type WifiApMembers,
  wifiAclPolicy,
  wifiApSettings,
  wifiHiddenSsid,
  wifiSmpsMode,
} from "./ap/layout.js";
export { wifiCapability } from "./bss/capability.js";
export {
  type WifiBss,
  wifiBssChannelWidth,
  wifiBssObstacle,
  wifiBssStatus,
  wifiBssUse,
} from "./bss/layout.js";
export { type WifiNetwork, type WifiNetworks, wifiNetworkObject } from "./bss/network.js";
export { wifiReasonCode, wifiStatusCode } from "./connect/codes.js";
export type { WifiConnectRequest, WifiDisconnectRequest } from "./connect/connect.js";
export {
  type WifiKey,
  type WifiKeyDefaultTypes,
  type WifiKeyMembers,
  type WifiPmksaCandidate,
  type WifiRekey,
  wifiKeyMode,
  wifiKeyType,
} from "./connect/key.js";
export { type WifiBssSelect, type WifiConnectMembers, wifiTimeoutReason } from "./connect/layout.js";
export type { WifiPowerSave, WifiPowerSaveKey, WifiPowerSaves } from "./connect/power-save.js";
export {
  type WifiSecurity,
  wifiAuthType,
  wifiExternalAuthAction,
  wifiMfp,
  wifiSaePwe,
  wifiWpaVersions,
} from "./connect/security.js";
export { wifiAkm, wifiCipher } from "./connect/suites.js";
export { wifiElementsOf } from "./elements/decode.js";
export type { WifiElement, WifiElements, WifiVendorElement } from "./elements/elements.js";
export type {
  WifiCountry,
  WifiCountryChannels,
  WifiElementRate,
  WifiLoad,
  WifiTim,
} from "./elements/network.js";
export type { WifiHtOperation, WifiVhtOperation } from "./elements/operation.js";
export type { WifiAkmName, WifiCipherName, WifiRsn } from "./elements/rsn.js";
export { type WifiEvents, wifiEventObject } from "./event/event.js";
export type {
  WifiChannelEvent,
  WifiConnectionEvent,
  WifiEvent,
  WifiFrameEvent,
  WifiInterfaceEvent,
  WifiOtherEvent,
  WifiPhyEvent,
  WifiQualityEvent,
  WifiRegulatoryEvent,
  WifiScanEvent,
  WifiStationEvent,
} from "./event/kinds.js";
export { type WifiAnyEvent, wifiEventMessage } from "./event/layout.js";
export {
  type WifiCqm,
  type WifiEventMembers,
  wifiConnFailedReason,
  wifiCqmThreshold,
  wifiRadarEvent,
} from "./event/members.js";
export { nl80211Family, nl80211Groups } from "./family.js";
export {
  type WifiFrameMembers,
  wifiCritProtocol,
  wifiRxmgmtFlags,
  wifiTdlsOperation,
  wifiTdlsPeer,
} from "./frame/layout.js";
export type { WifiNanCapabilities, WifiNanMembers, WifiNanPeerMap, WifiNanPhy } from "./frame/nan.js";
export { type WifiIftypes, wifiIftype } from "./interface/iftype.js";
export { type WifiInterface, type WifiInterfaces, wifiInterfaceObject } from "./interface/interface.js";
export {
  type WifiInterfaceMembers,
  type WifiMonitorFlags,
  type WifiTxqStats,
  wifiPsState,
} from "./interface/layout.js";
export type { WifiMloLink } from "./interface/link.js";
export {
  type WifiEhtRates,
  type WifiHeRates,
  type WifiRateSettings,
  type WifiTxRates,
  type WifiVhtRates,
  wifiEhtLtf,
  wifiGuardInterval,
  wifiHeLtf,
} from "./interface/rates.js";
export type { WifiMeshConfig } from "./mesh/config.js";
export {
  type WifiMeshMembers,
  type WifiMeshSetup,
  type WifiMpathInfo,
  wifiMpathFlags,
} from "./mesh/layout.js";
export { type WifiMeshPath, type WifiMeshPaths, wifiMeshPathObject } from "./mesh/path.js";
export { wifiCommand } from "./message/command.js";
export {
  NL80211_CMD_ABORT_SCAN,
  NL80211_CMD_CONNECT,
  NL80211_CMD_DEL_INTERFACE,
  NL80211_CMD_DEL_MPATH,
  NL80211_CMD_DEL_STATION,
  NL80211_CMD_DEL_WIPHY,
  NL80211_CMD_DISCONNECT,
  NL80211_CMD_GET_INTERFACE,
  NL80211_CMD_GET_MPATH,
  NL80211_CMD_GET_POWER_SAVE,
  NL80211_CMD_GET_REG,
  NL80211_CMD_GET_SCAN,
  NL80211_CMD_GET_STATION,
  NL80211_CMD_GET_SURVEY,
  NL80211_CMD_GET_WIPHY,
  NL80211_CMD_NEW_INTERFACE,
  NL80211_CMD_NEW_MPATH,
  NL80211_CMD_NEW_SCAN_RESULTS,
  NL80211_CMD_NEW_STATION,
  NL80211_CMD_NEW_SURVEY_RESULTS,
  NL80211_CMD_NEW_WIPHY,
  NL80211_CMD_REG_CHANGE,
  NL80211_CMD_REQ_SET_REG,
  NL80211_CMD_SCAN_ABORTED,
  NL80211_CMD_SET_INTERFACE,
  NL80211_CMD_SET_MPATH,
  NL80211_CMD_SET_POWER_SAVE,
  NL80211_CMD_SET_STATION,
  NL80211_CMD_SET_WIPHY,
  NL80211_CMD_SET_WIPHY_NETNS,
  NL80211_CMD_TRIGGER_SCAN,
} from "./message/commands.js";
export type { WifiIdentity } from "./message/identity.js";
export { type WifiMessage, wifiMessage } from "./message/message.js";
export { type Nl80211, nl80211 } from "./nl80211.js";
export type { WifiBand, WifiBands, WifiBasicRate, WifiIftypeData } from "./phy/band.js";
export {
  type WifiPhyCapabilities,
  type WifiPhySettings,
  type WifiTxqParams,
  wifiAccessClass,
} from "./phy/capabilities.js";
export { type WifiChannel, wifiChannelType, wifiChannelWidth, wifiTxPowerSetting } from "./phy/channel.js";
export { wifiChannelNumber } from "./phy/channel-number.js";
export { wifiExtFeature } from "./phy/ext-feature.js";
export { type WifiExtFeatureName, wifiExtFeatureNames } from "./phy/ext-features.js";
export {
  wifiApSmeFeatures,
  wifiFeatures,
  wifiProbeRespOffload,
  wifiProtocolFeatures,
} from "./phy/features.js";
export { type WifiFrequency, type WifiWmmRule, wifiDfsState } from "./phy/frequency.js";
export type {
  WifiFrameTypes,
  WifiFrameTypesByIftype,
  WifiIftypeAkm,
  WifiIftypeCapabilities,
  WifiPatternSupport,
  WifiVendorCommand,
} from "./phy/layout.js";
export {
  type WifiFrequencyRange,
  type WifiInterfaceCombination,
  type WifiInterfaceLimit,
  type WifiRadio,
  type WifiSar,
  type WifiSarSpec,
  wifiSarType,
} from "./phy/limits.js";
export { type WifiPhy, type WifiPhys, wifiPhyObject } from "./phy/phy.js";
export {
  type WifiRegMembers,
  type WifiRegRule,
  wifiDfsRegion,
  wifiRegHintType,
  wifiRegInitiator,
  wifiRegRuleFlags,
  wifiRegType,
} from "./regulatory/layout.js";
export {
  type WifiRegHint,
  type WifiRegulatories,
  type WifiRegulatory,
  wifiRegulatoryObject,
} from "./regulatory/regulatory.js";
export {
  type WifiRssiAdjust,
  type WifiScanMatch,
  type WifiScanMembers,
  type WifiScanPlan,
  wifiScanFlags,
} from "./scan/layout.js";
export type { WifiScanRequest } from "./scan/scan.js";
export { wifiBitrate } from "./station/bitrate.js";
export { type WifiStationFlagUpdate, wifiStationFlags } from "./station/flags.js";
export {
  type WifiBssParam,
  type WifiStationInfo,
  type WifiTidStats,
  wifiMeshPower,
  wifiPlinkState,
} from "./station/info.js";
export {
  type WifiStationMembers,
  type WifiStationWme,
  wifiPlinkAction,
  wifiStaP2pPs,
} from "./station/layout.js";
export { type WifiRate, wifiEhtGi, wifiEhtRuAlloc, wifiHeGi, wifiHeRuAlloc } from "./station/rate.js";
export { type WifiStation, type WifiStations, wifiStationObject } from "./station/station.js";
export type { WifiSurveyInfo, WifiSurveyMembers } from "./survey/layout.js";
export { type WifiSurvey, type WifiSurveys, wifiSurveyObject } from "./survey/survey.js";
export type { WifiPacketPattern, WifiWake, WifiWakeMembers, WifiWakeSupport } from "./wake/layout.js";
export type { WifiWakeTcp, WifiWakeTcpSeq, WifiWakeTcpSupport, WifiWakeTcpTokens } from "./wake/tcp.js";
