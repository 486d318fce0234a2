import {
  attributes,
  enumeration,
  fixed,
  type Infer,
  message,
  padding,
  readOnly,
  repeated,
  s32,
  string,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";

/** Ways to choose an input (`DPLL_MODE_*`). */
export const dpllMode = enumeration("DPLL_MODE_", u32, {
  /** By a request. */
  manual: 1,
  /** That of the highest priority. */
  automatic: 2,
});

/** States of a device (`DPLL_LOCK_STATUS_*`). */
export const dpllLockStatus = enumeration("DPLL_LOCK_STATUS_", u32, {
  /** It follows no input. */
  unlocked: 1,
  /** It follows an input, and could not go on alone yet. */
  locked: 2,
  /** It follows an input, and could go on alone. */
  lockedHoAcq: 3,
  /** It goes on alone. */
  holdover: 4,
});

/** Reasons why a device is not locked (`DPLL_LOCK_STATUS_ERROR_*`). */
export const dpllLockStatusError = enumeration("DPLL_LOCK_STATUS_ERROR_", u32, {
  none: 1,
  undefined: 2,
  /** The input has no link. */
  mediaDown: 3,
  /** The input's frequency is too far off. */
  fractionalFrequencyOffsetTooHigh: 4,
});

/** Quality of a clock (`DPLL_CLOCK_QUALITY_LEVEL_*`), as of ITU-T G.8264. */
export const dpllClockQualityLevel = enumeration("DPLL_CLOCK_QUALITY_LEVEL_", u32, {
  ituOpt1Prc: 1,
  ituOpt1SsuA: 2,
  ituOpt1SsuB: 3,
  ituOpt1Eec1: 4,
  ituOpt1Prtc: 5,
  ituOpt1Eprtc: 6,
  ituOpt1Eeec: 7,
  ituOpt1Eprc: 8,
});

/** Kinds of devices (`DPLL_TYPE_*`). */
export const dpllType = enumeration("DPLL_TYPE_", u32, {
  /** It gives a pulse each second. */
  pps: 1,
  /** It gives the clock of Ethernet. */
  eec: 2,
  /** Anything else. */
  generic: 3,
});

/** States of a feature (`DPLL_FEATURE_STATE_*`). */
export const dpllFeatureState = enumeration("DPLL_FEATURE_STATE_", u32, { disable: 0, enable: 1 });

/** Number of units of `temp` in a degree Celsius. */
export const DPLL_TEMP_DIVIDER = 1000;

const deviceAttributes = attributes("dpll", "DPLL_A_", {
  /** Id. */
  id: [1, u32],
  /** Name of the driver's module. */
  moduleName: [2, fixed(string)],
  /** Alignment. */
  pad: [3, padding],
  /** Id of the clock that it is of. */
  clockId: [4, fixed(u64)],
  /** Way to choose an input. */
  mode: [5, dpllMode],
  /** Ways that it has. Read-only. */
  modeSupported: [6, readOnly(repeated(dpllMode))],
  /** State. Read-only. */
  lockStatus: [7, readOnly(dpllLockStatus)],
  /** Temperature in thousandths of a degree Celsius. Read-only. */
  temp: [8, readOnly(s32)],
  /** Kind. */
  type: [9, fixed(dpllType)],
  /** Reason why it is not locked; since 6.9. Read-only. */
  lockStatusError: [10, readOnly(dpllLockStatusError)],
  /** Quality while it goes on alone, by one or several scales; since 6.13. Read-only. */
  clockQualityLevel: [11, readOnly(repeated(dpllClockQualityLevel))],
  /** State of the watch over phase offsets of all inputs; since 6.17. */
  phaseOffsetMonitor: [12, dpllFeatureState],
  /** Number of measurements that a phase offset is the mean of; since 6.19. */
  phaseOffsetAvgFactor: [13, u32],
  /** State of the watch over frequencies of all inputs; since 7.1. */
  frequencyMonitor: [14, dpllFeatureState],
});

/** Layout of `DPLL_CMD_DEVICE_*`. */
export const dpllDeviceMessage = message("dpllDevice", genlmsghdr, deviceAttributes);
/** A device that keeps a clock in step with another. */
export interface DpllDevice extends Infer<typeof dpllDeviceMessage> {}
