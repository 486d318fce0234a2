/**
 * devlink: devices whose drivers offer more than links: ports, parameters, resources, regions, health, traps, rates, firmware.
 *
 * @module
 */
export {
  DEVLINK_CMD_DEL,
  DEVLINK_CMD_DPIPE_ENTRIES_GET,
  DEVLINK_CMD_DPIPE_HEADERS_GET,
  DEVLINK_CMD_DPIPE_TABLE_COUNTERS_SET,
  DEVLINK_CMD_DPIPE_TABLE_GET,
  DEVLINK_CMD_ESWITCH_GET,
  DEVLINK_CMD_ESWITCH_SET,
  DEVLINK_CMD_FLASH_UPDATE,
  DEVLINK_CMD_FLASH_UPDATE_END,
  DEVLINK_CMD_FLASH_UPDATE_STATUS,
  DEVLINK_CMD_GET,
  DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
  DEVLINK_CMD_HEALTH_REPORTER_GET,
  DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
  DEVLINK_CMD_HEALTH_REPORTER_SET,
  DEVLINK_CMD_HEALTH_REPORTER_TEST,
  DEVLINK_CMD_INFO_GET,
  DEVLINK_CMD_LINECARD_DEL,
  DEVLINK_CMD_LINECARD_GET,
  DEVLINK_CMD_LINECARD_NEW,
  DEVLINK_CMD_LINECARD_SET,
  DEVLINK_CMD_NEW,
  DEVLINK_CMD_NOTIFY_FILTER_SET,
  DEVLINK_CMD_PARAM_DEL,
  DEVLINK_CMD_PARAM_GET,
  DEVLINK_CMD_PARAM_NEW,
  DEVLINK_CMD_PARAM_SET,
  DEVLINK_CMD_PORT_DEL,
  DEVLINK_CMD_PORT_GET,
  DEVLINK_CMD_PORT_NEW,
  DEVLINK_CMD_PORT_SET,
  DEVLINK_CMD_PORT_SPLIT,
  DEVLINK_CMD_PORT_UNSPLIT,
  DEVLINK_CMD_RATE_DEL,
  DEVLINK_CMD_RATE_GET,
  DEVLINK_CMD_RATE_NEW,
  DEVLINK_CMD_RATE_SET,
  DEVLINK_CMD_REGION_DEL,
  DEVLINK_CMD_REGION_GET,
  DEVLINK_CMD_REGION_NEW,
  DEVLINK_CMD_REGION_READ,
  DEVLINK_CMD_RELOAD,
  DEVLINK_CMD_RESOURCE_DUMP,
  DEVLINK_CMD_RESOURCE_SET,
  DEVLINK_CMD_SB_GET,
  DEVLINK_CMD_SB_NEW,
  DEVLINK_CMD_SB_OCC_MAX_CLEAR,
  DEVLINK_CMD_SB_OCC_SNAPSHOT,
  DEVLINK_CMD_SB_POOL_GET,
  DEVLINK_CMD_SB_POOL_NEW,
  DEVLINK_CMD_SB_POOL_SET,
  DEVLINK_CMD_SB_PORT_POOL_GET,
  DEVLINK_CMD_SB_PORT_POOL_NEW,
  DEVLINK_CMD_SB_PORT_POOL_SET,
  DEVLINK_CMD_SB_TC_POOL_BIND_GET,
  DEVLINK_CMD_SB_TC_POOL_BIND_NEW,
  DEVLINK_CMD_SB_TC_POOL_BIND_SET,
  DEVLINK_CMD_SELFTESTS_GET,
  DEVLINK_CMD_SELFTESTS_RUN,
  DEVLINK_CMD_TRAP_DEL,
  DEVLINK_CMD_TRAP_GET,
  DEVLINK_CMD_TRAP_GROUP_DEL,
  DEVLINK_CMD_TRAP_GROUP_GET,
  DEVLINK_CMD_TRAP_GROUP_NEW,
  DEVLINK_CMD_TRAP_GROUP_SET,
  DEVLINK_CMD_TRAP_NEW,
  DEVLINK_CMD_TRAP_POLICER_DEL,
  DEVLINK_CMD_TRAP_POLICER_GET,
  DEVLINK_CMD_TRAP_POLICER_NEW,
  DEVLINK_CMD_TRAP_POLICER_SET,
  DEVLINK_CMD_TRAP_SET,
} from "./commands.js";
export { type DevlinkHandle, type DevlinkPortHandle, handleOf, parseHandle } from "./common/handle.js";
export type { DevlinkNestedDevlink } from "./common/nested.js";
export { type DevlinkValue, devlinkVarAttrType } from "./common/value.js";
export { type DevlinkDevs, type DevlinkReloadRequest, devlinkDevObject } from "./dev/dev.js";
export {
  type DevlinkFlashing,
  type DevlinkFlashOverwriteMask,
  type DevlinkFlashRequest,
  devlinkFlashMessage,
  devlinkFlashOverwriteMask,
  flashObject,
} from "./dev/flash.js";
export { type DevlinkInfos, devlinkInfoObject } from "./dev/info.js";
export {
  type DevlinkDev,
  type DevlinkDevStats,
  type DevlinkInfo,
  type DevlinkReload,
  type DevlinkReloadActionInfo,
  type DevlinkReloadActionStats,
  type DevlinkReloadStats,
  type DevlinkReloadStatsEntry,
  type DevlinkVersion,
  devlinkDevMessage,
  devlinkFlashOverwrite,
  devlinkInfoMessage,
  devlinkReloadAction,
  devlinkReloadLimit,
  devlinkReloadMessage,
} from "./dev/layout.js";
export { type Devlink, devlink } from "./devlink.js";
export type { DevlinkDpipes, DevlinkDpipeTableKey } from "./dpipe/dpipe.js";
export {
  type DevlinkDpipe,
  type DevlinkDpipeAction,
  type DevlinkDpipeActionValue,
  type DevlinkDpipeEntry,
  type DevlinkDpipeField,
  type DevlinkDpipeHeader,
  type DevlinkDpipeMatch,
  type DevlinkDpipeMatchValue,
  type DevlinkDpipeTable,
  devlinkDpipeActionType,
  devlinkDpipeFieldEthernet,
  devlinkDpipeFieldIpv4,
  devlinkDpipeFieldIpv6,
  devlinkDpipeFieldMappingType,
  devlinkDpipeHeaderId,
  devlinkDpipeMatchType,
  devlinkDpipeMessage,
} from "./dpipe/layout.js";
export { type DevlinkEswitches, devlinkEswitchObject } from "./eswitch/eswitch.js";
export {
  type DevlinkEswitch,
  devlinkEswitchEncapMode,
  devlinkEswitchInlineMode,
  devlinkEswitchMessage,
  devlinkEswitchMode,
} from "./eswitch/layout.js";
export { devlinkFamily, devlinkGroups } from "./family.js";
export { type DevlinkHealthKey, type DevlinkHealths, devlinkHealthObject } from "./health/health.js";
export {
  type DevlinkFmsgMessage,
  type DevlinkFmsgPart,
  type DevlinkHealth,
  type DevlinkHealthFacts,
  type DevlinkHealthRequest,
  devlinkFmsgMessage,
  devlinkHealthMessage,
  devlinkHealthReporterState,
  devlinkHealthRequestMessage,
} from "./health/layout.js";
export type { DevlinkFmsgValue } from "./health/tree.js";
export { type DevlinkLinecard, devlinkLinecardMessage, devlinkLinecardState } from "./linecard/layout.js";
export { type DevlinkLinecards, devlinkLinecardObject } from "./linecard/linecard.js";
export {
  type DevlinkMonitor,
  type DevlinkMonitorOptions,
  type DevlinkNotifyFilter,
  type DevlinkReported,
  devlinkNotifyFilterMessage,
} from "./monitor.js";
export {
  type DevlinkParam,
  type DevlinkParamFacts,
  type DevlinkParamRequest,
  type DevlinkParamValue,
  devlinkFwLoadPolicy,
  devlinkParamCmode,
  devlinkParamMessage,
  devlinkParamRequestMessage,
  devlinkResetDevOnDrvProbe,
} from "./param/layout.js";
export { type DevlinkParamSetting, type DevlinkParams, devlinkParamObject } from "./param/param.js";
export { type DevlinkParamValues, paramValues } from "./param/values.js";
export {
  type DevlinkPort,
  type DevlinkPortFnCapsMask,
  type DevlinkPortFunction,
  devlinkPortFlavour,
  devlinkPortFnCaps,
  devlinkPortFnCapsMask,
  devlinkPortFnOpstate,
  devlinkPortFnState,
  devlinkPortMessage,
  devlinkPortType,
} from "./port/layout.js";
export {
  type DevlinkPortCreation,
  type DevlinkPortKey,
  type DevlinkPorts,
  devlinkPortObject,
} from "./port/port.js";
export { type DevlinkRate, type DevlinkRateTc, devlinkRateMessage, devlinkRateType } from "./rate/layout.js";
export { type DevlinkRates, devlinkRateObject } from "./rate/rate.js";
export {
  type DevlinkRegion,
  type DevlinkRegionChunk,
  type DevlinkSnapshot,
  devlinkRegionMessage,
} from "./region/layout.js";
export {
  type DevlinkRegionKey,
  type DevlinkRegionReading,
  type DevlinkRegions,
  type DevlinkSnapshotKey,
  type DevlinkSnapshotRequest,
  devlinkRegionObject,
} from "./region/region.js";
export {
  type DevlinkResource,
  type DevlinkResources,
  devlinkResourceScope,
  devlinkResourcesMessage,
  devlinkResourceUnit,
} from "./resource/layout.js";
export type { DevlinkResourceSetting, DevlinkResourceVerbs } from "./resource/resource.js";
export {
  DEVLINK_SB_THRESHOLD_TO_ALPHA_MAX,
  type DevlinkSb,
  type DevlinkSbPool,
  type DevlinkSbPortPool,
  type DevlinkSbTcPoolBind,
  devlinkSbMessage,
  devlinkSbPoolMessage,
  devlinkSbPoolType,
  devlinkSbPortPoolMessage,
  devlinkSbTcPoolBindMessage,
  devlinkSbThresholdType,
} from "./sb/layout.js";
export {
  type DevlinkSbPools,
  type DevlinkSbPortPools,
  type DevlinkSbTcPoolBinds,
  devlinkSbPoolObject,
  devlinkSbPortPoolObject,
  devlinkSbTcPoolBindObject,
} from "./sb/pool.js";
export { type DevlinkSbKey, type DevlinkSbs, devlinkSbObject } from "./sb/sb.js";
export {
  type DevlinkSelftestIds,
  type DevlinkSelftestResult,
  type DevlinkSelftestResults,
  type DevlinkSelftests,
  devlinkSelftestId,
  devlinkSelftestResultsMessage,
  devlinkSelftestStatus,
  devlinkSelftestsMessage,
} from "./selftest/layout.js";
export {
  type DevlinkSelftestRun,
  type DevlinkSelftestVerbs,
  devlinkSelftestObject,
} from "./selftest/selftest.js";
export {
  type DevlinkTrap,
  type DevlinkTrapGroup,
  type DevlinkTrapMetadata,
  type DevlinkTrapPolicer,
  type DevlinkTrapStats,
  devlinkTrapAction,
  devlinkTrapGroupMessage,
  devlinkTrapMessage,
  devlinkTrapPolicerMessage,
  devlinkTrapType,
} from "./trap/layout.js";
export {
  type DevlinkTrapGroups,
  type DevlinkTrapPolicers,
  type DevlinkTraps,
  devlinkTrapGroupObject,
  devlinkTrapObject,
  devlinkTrapPolicerObject,
} from "./trap/trap.js";
