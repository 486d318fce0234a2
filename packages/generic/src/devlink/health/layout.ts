import {
  type AttributesOf,
  attributes,
  enumeration,
  flag,
  type Infer,
  message,
  nest,
  sequence,
  sharedAttributes,
  string,
  u8,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { portHandleAttributes } from "../common/handle.js";
import { devlinkVarAttrType, fmsgValue } from "../common/value.js";

/** States of a health reporter (`DEVLINK_HEALTH_REPORTER_STATE_*`, in the kernel's own headers). */
export const devlinkHealthReporterState = enumeration("DEVLINK_HEALTH_REPORTER_STATE_", u8, {
  healthy: 0,
  error: 1,
});

/** Settings of a health reporter (`DEVLINK_ATTR_HEALTH_REPORTER_*`). */
const settings = sharedAttributes({
  /** Milliseconds after a recovery in which another error is not recovered automatically; 0 is none. */
  healthReporterGracefulPeriod: [120, u64],
  /** 1 to recover automatically. */
  healthReporterAutoRecover: [121, u8],
  /** 1 to take a dump of the first error automatically. */
  healthReporterAutoDump: [141, u8],
  /** Milliseconds for several recoveries before the graceful period begins; since 6.18. */
  healthReporterBurstPeriod: [181, u64],
});

/** Attributes of health reporters (`DEVLINK_ATTR_HEALTH_REPORTER_*`). */
const healthReporterAttributes = attributes("dl-health-reporter", "DEVLINK_ATTR_", {
  ...settings,
  /** Name: `"fw"`. */
  healthReporterName: [115, string],
  /** State. */
  healthReporterState: [116, devlinkHealthReporterState],
  /** Number of errors. */
  healthReporterErrCount: [117, u64],
  /** Number of recoveries. */
  healthReporterRecoverCount: [118, u64],
  /** Milliseconds of the kernel's clock at which the dump was taken; absent without a dump. */
  healthReporterDumpTs: [119, u64],
  /** Nanoseconds since 1970 at which the dump was taken; absent without a dump. */
  healthReporterDumpTsNs: [137, u64],
});
/** A health reporter, without the device that it is of. */
export interface DevlinkHealthFacts
  extends AttributesOf<typeof settings>,
    Infer<typeof healthReporterAttributes> {}

const healthAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  /** The health reporter. */
  healthReporter: [114, nest<DevlinkHealthFacts>(healthReporterAttributes)],
});

/** Layout of what reports health reporters. */
export const devlinkHealthMessage = message("health", genlmsghdr, healthAttributes);
/** A health reporter of a device: a part of the driver that finds errors and recovers from them. */
export interface DevlinkHealth
  extends AttributesOf<typeof portHandleAttributes>,
    Infer<typeof devlinkHealthMessage> {}

const healthRequestAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  ...settings,
  /** Name. */
  healthReporterName: [115, string],
});

/** Layout of requests about health reporters, in which attributes are not nested. */
export const devlinkHealthRequestMessage = message("healthRequest", genlmsghdr, healthRequestAttributes);
/** A request about a health reporter. */
export interface DevlinkHealthRequest
  extends AttributesOf<typeof portHandleAttributes>,
    AttributesOf<typeof settings>,
    Infer<typeof devlinkHealthRequestMessage> {}

/** Parts of a diagnosis or dump (`DEVLINK_ATTR_FMSG_*`): they follow one another, and nests are marked by their ends. */
const fmsgAttributes = attributes("dl-fmsg", "DEVLINK_ATTR_", {
  /** Begins an object. */
  fmsgObjNestStart: [107, flag],
  /** Begins a pair: a name and a value follow. */
  fmsgPairNestStart: [108, flag],
  /** Begins an array. */
  fmsgArrNestStart: [109, flag],
  /** Ends the last that began. */
  fmsgNestEnd: [110, flag],
  /** Name of a pair. */
  fmsgObjName: [111, string],
  /** Type of the value that follows. */
  fmsgObjValueType: [112, devlinkVarAttrType],
  /** A value. */
  fmsgObjValueData: [113, fmsgValue],
});
/** One part of a diagnosis or dump. */
export interface DevlinkFmsgPart extends Infer<typeof fmsgAttributes> {}

const fmsgMessageAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  /** Parts, in order; those of an object may be spread over messages. */
  fmsg: [106, sequence(nest<DevlinkFmsgPart>(fmsgAttributes))],
});

/** Layout of diagnoses and dumps. */
export const devlinkFmsgMessage = message("devlinkFmsg", genlmsghdr, fmsgMessageAttributes);
/** A part of a diagnosis or dump, as long as a message. */
export interface DevlinkFmsgMessage extends Infer<typeof devlinkFmsgMessage> {}
