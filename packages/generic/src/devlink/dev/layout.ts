import {
  type AttributesOf,
  attributes,
  type Bitfield32,
  bitfield32,
  enumeration,
  flags,
  type Infer,
  message,
  nest,
  readOnly,
  repeated,
  string,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes } from "../common/handle.js";
import { type DevlinkNestedDevlink, devlinkNestedDevlinkAttributes } from "../common/nested.js";

/** Reloads (`DEVLINK_RELOAD_ACTION_*`). */
export const devlinkReloadAction = enumeration("DEVLINK_RELOAD_ACTION_", u8, {
  unspec: 0,
  /** The driver gives up the device and takes it again, with new parameters and sizes. */
  driverReinit: 1,
  /** The device starts the firmware that is stored. */
  fwActivate: 2,
});

/** Limits of a reload (`DEVLINK_RELOAD_LIMIT_*`). */
export const devlinkReloadLimit = enumeration("DEVLINK_RELOAD_LIMIT_", u8, {
  unspec: 0,
  /** Links stay up, and no configuration is lost. */
  noReset: 1,
});

/** Number of reloads under one limit (`DEVLINK_ATTR_*`). */
const devlinkReloadStatsEntryAttributes = attributes("dl-reload-stats-entry", "DEVLINK_ATTR_", {
  /** The limit. */
  reloadStatsLimit: [159, devlinkReloadLimit],
  /** Number of reloads. */
  reloadStatsValue: [160, u32],
});
/** Number of reloads under one limit. */
export interface DevlinkReloadStatsEntry extends Infer<typeof devlinkReloadStatsEntryAttributes> {}

const reloadActionStatsAttributes = attributes("dl-reload-act-stats", "DEVLINK_ATTR_", {
  /** Numbers by limit. */
  reloadStatsEntry: [158, repeated(nest<DevlinkReloadStatsEntry>(devlinkReloadStatsEntryAttributes))],
});
/** Numbers of reloads of one kind. */
export interface DevlinkReloadActionStats extends Infer<typeof reloadActionStatsAttributes> {}

const reloadActionInfoAttributes = attributes("dl-reload-act-info", "DEVLINK_ATTR_", {
  /** The kind. */
  reloadAction: [153, devlinkReloadAction],
  /** Numbers of reloads; may come several times. */
  reloadActionStats: [163, repeated(nest<DevlinkReloadActionStats>(reloadActionStatsAttributes))],
});
/** A kind of reload that the driver has. */
export interface DevlinkReloadActionInfo extends Infer<typeof reloadActionInfoAttributes> {}

const reloadStatsAttributes = attributes("dl-reload-stats", "DEVLINK_ATTR_", {
  /** Kinds of reloads. */
  reloadActionInfo: [162, repeated(nest<DevlinkReloadActionInfo>(reloadActionInfoAttributes))],
});
/** Kinds of reloads, with numbers. */
export interface DevlinkReloadStats extends Infer<typeof reloadStatsAttributes> {}

const devStatsAttributes = attributes("dl-dev-stats", "DEVLINK_ATTR_", {
  /** Reloads that were asked for here. */
  reloadStats: [157, nest<DevlinkReloadStats>(reloadStatsAttributes)],
  /** Reloads that others asked for, such as another host with the same card. */
  remoteReloadStats: [161, nest<DevlinkReloadStats>(reloadStatsAttributes)],
});
/** Statistics of an instance. */
export interface DevlinkDevStats extends Infer<typeof devStatsAttributes> {}

/** Attributes of instances (`DEVLINK_ATTR_*`). */
const devlinkDevAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** 1 if the last reload failed. Read-only. */
  reloadFailed: [136, readOnly(u8)],
  /** Statistics, since 5.10. Read-only. */
  devStats: [156, readOnly(nest<DevlinkDevStats>(devStatsAttributes))],
  /** Instances inside this one, such as those of line cards; since 6.6. Read-only. */
  nestedDevlink: [175, readOnly(repeated(nest<DevlinkNestedDevlink>(devlinkNestedDevlinkAttributes)))],
});

/** Layout of `DEVLINK_CMD_GET`, `_NEW` and `_DEL`. */
export const devlinkDevMessage = message("devlink", genlmsghdr, devlinkDevAttributes);
/** An instance of devlink: a device whose driver has devlink. */
export interface DevlinkDev extends AttributesOf<typeof handleAttributes>, Infer<typeof devlinkDevMessage> {}

/** Attributes of a reload (`DEVLINK_ATTR_*`). */
const devlinkReloadAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** File descriptor of the namespace to move the instance to. Write-only. */
  netnsFd: [138, u32],
  /** Process whose namespace the instance moves to. Write-only. */
  netnsPid: [139, u32],
  /** Id of the namespace to move the instance to. Write-only. */
  netnsId: [140, u32],
  /** What to reload; since 5.10. Write-only. */
  reloadAction: [153, devlinkReloadAction],
  /** Kinds of reloads that were done, a bit each: `1 << devlinkReloadAction.values.driverReinit`. Read-only. */
  reloadActionsPerformed: [154, readOnly(nest<Bitfield32>(bitfield32))],
  /** Limits, a bit each: `1 << devlinkReloadLimit.values.noReset`. Write-only. */
  reloadLimits: [155, nest<Bitfield32>(bitfield32)],
});

/** Layout of `DEVLINK_CMD_RELOAD`. */
export const devlinkReloadMessage = message("reload", genlmsghdr, devlinkReloadAttributes);
/** A reload, or its result. */
export interface DevlinkReload
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkReloadMessage> {}

/** Parts of the flash that an update may overwrite (`DEVLINK_FLASH_OVERWRITE_*`). */
export const devlinkFlashOverwrite = flags("DEVLINK_FLASH_OVERWRITE_", u32, {
  /** Settings. */
  settings: 0x1,
  /** Identifiers, such as addresses. */
  identifiers: 0x2,
});

/** Attributes of versions (`DEVLINK_ATTR_INFO_VERSION_*`). */
const devlinkInfoVersionAttributes = attributes("dl-info-version", "DEVLINK_ATTR_", {
  /** Part that the version is of: `"fw.mgmt"`. */
  infoVersionName: [103, string],
  /** The version. */
  infoVersionValue: [104, string],
});
/** A version of a part of a device. */
export interface DevlinkVersion extends Infer<typeof devlinkInfoVersionAttributes> {}

/** Attributes of information on a device (`DEVLINK_ATTR_INFO_*`). */
const devlinkInfoAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Name of the driver. */
  infoDriverName: [98, readOnly(string)],
  /** Serial number of the device. */
  infoSerialNumber: [99, readOnly(string)],
  /** Versions that never change, such as of the board. */
  infoVersionFixed: [100, readOnly(repeated(nest<DevlinkVersion>(devlinkInfoVersionAttributes)))],
  /** Versions that run. */
  infoVersionRunning: [101, readOnly(repeated(nest<DevlinkVersion>(devlinkInfoVersionAttributes)))],
  /** Versions in the flash, which run after a reset. */
  infoVersionStored: [102, readOnly(repeated(nest<DevlinkVersion>(devlinkInfoVersionAttributes)))],
  /** Serial number of the board. */
  infoBoardSerialNumber: [146, readOnly(string)],
});

/** Layout of `DEVLINK_CMD_INFO_GET`. */
export const devlinkInfoMessage = message("info", genlmsghdr, devlinkInfoAttributes);
/** Serial numbers and versions of a device. */
export interface DevlinkInfo
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkInfoMessage> {}
