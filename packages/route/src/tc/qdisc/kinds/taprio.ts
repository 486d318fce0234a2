import {
  attributes,
  enumeration,
  flags,
  type Infer,
  nest,
  padding,
  readOnly,
  repeated,
  s32,
  s64,
  u8,
  u32,
  u64,
  whole,
} from "@rxnetlink/core/schema";
import { type Input, withDefaults } from "../../request.js";
import { framePreemption, type MqprioQopt, mqprioQopt } from "./mqprio.js";

/** Commands of a schedule's entries (`TC_TAPRIO_CMD_*`). */
export const taprioCommand = enumeration("TC_TAPRIO_CMD_", u8, {
  /** Opens the gates of the mask and closes the others. */
  setGates: 0,
  /** Does the same and holds preemptible frames. */
  setAndHold: 1,
  /** Does the same and releases preemptible frames. */
  setAndRelease: 2,
});

/** Offload of the schedule (`TCA_TAPRIO_ATTR_FLAG_*`). */
export const taprioFlags = flags("TCA_TAPRIO_ATTR_FLAG_", u32, {
  /** Software assigns launch times, which the hardware keeps. */
  txtimeAssist: 1,
  /** Hardware runs the whole schedule. */
  fullOffload: 2,
});

/** Entry of a schedule (`TCA_TAPRIO_SCHED_ENTRY_*`). */
export const taprioSchedEntry = attributes("taprio-sched-entry", "TCA_TAPRIO_SCHED_ENTRY_", {
  /** Position in the schedule; read-only. */
  index: [1, readOnly(u32)],
  /** Command. */
  cmd: [2, taprioCommand],
  /** Mask of the traffic classes whose gates are open. */
  gateMask: [3, u32],
  /** Duration, in ns. */
  interval: [4, u32],
});
/** Entry of a schedule. */
export interface TaprioSchedEntry extends Infer<typeof taprioSchedEntry> {}

/** Schedule (`TCA_TAPRIO_SCHED_*`). */
export const taprioSchedEntryList = attributes("taprio-sched-entry-list", "TCA_TAPRIO_SCHED_", {
  /** Entries, in order. */
  entry: [1, repeated(nest<TaprioSchedEntry>(taprioSchedEntry))],
});
/** Schedule. */
export interface TaprioSchedEntryList extends Infer<typeof taprioSchedEntryList> {}

/** Traffic class of `taprio`; since 6.1 (`TCA_TAPRIO_TC_ENTRY_*`). */
export const taprioTcEntryAttributes = attributes("taprio-tc-entry-attrs", "TCA_TAPRIO_TC_ENTRY_", {
  /** Number of the traffic class. */
  index: [1, u32],
  /** Maximum payload, in bytes; 0 is no limit. */
  maxSdu: [2, u32],
  /** Frame preemption; since 6.4. */
  fp: [3, framePreemption],
});
/** Traffic class of `taprio`; since 6.1. */
export interface TaprioTcEntry extends Infer<typeof taprioTcEntryAttributes> {}

/** Pending schedule, which is to follow (`TCA_TAPRIO_ATTR_ADMIN_SCHED`). */
export const taprioAdmin = attributes("taprio-admin-sched", "TCA_TAPRIO_ATTR_", {
  /** Entries. */
  schedEntryList: [2, nest<TaprioSchedEntryList>(taprioSchedEntryList)],
  /** Start of the schedule, in ns of its clock. */
  schedBaseTime: [3, s64],
  /** Alignment. */
  pad: [6, padding],
  /** Length of a cycle, in ns. */
  schedCycleTime: [8, s64],
  /** Maximum extension of the last cycle before a new schedule, in ns. */
  schedCycleTimeExtension: [9, s64],
});
/** Pending schedule, which is to follow. */
export interface TaprioAdmin extends Infer<typeof taprioAdmin> {}

/** Settings of `taprio`, which opens gates by a schedule (802.1Qbv) (`TCA_TAPRIO_ATTR_*`). */
export const taprioAttributes = attributes("taprio-attrs", "TCA_TAPRIO_ATTR_", {
  /** Traffic classes and their queues. */
  priomap: [1, nest<MqprioQopt>(mqprioQopt)],
  /** Schedule. */
  schedEntryList: [2, nest<TaprioSchedEntryList>(taprioSchedEntryList)],
  /** Start of the schedule, in ns of its clock. */
  schedBaseTime: [3, s64],
  /** Not used since 5.2. */
  schedSingleEntry: [4, nest<TaprioSchedEntry>(taprioSchedEntry)],
  /** Clock, `CLOCK_*`: 11 is TAI, -1 that of the hardware. */
  schedClockid: [5, s32],
  /** Alignment. */
  pad: [6, padding],
  /** Pending schedule; read-only. */
  adminSched: [7, readOnly(nest<TaprioAdmin>(taprioAdmin))],
  /** Length of a cycle, in ns; the sum of the intervals when absent. */
  schedCycleTime: [8, s64],
  /** Maximum extension of the last cycle before a new schedule, in ns. */
  schedCycleTimeExtension: [9, s64],
  /** Offload of the schedule. */
  flags: [10, taprioFlags],
  /** Maximum time that a packet takes to reach the hardware, in ns. */
  txtimeDelay: [11, u32],
  /** Traffic classes; since 6.1. */
  tcEntry: [12, repeated(nest<TaprioTcEntry>(taprioTcEntryAttributes))],
});
/** Settings of `taprio`, which opens gates by a schedule (802.1Qbv). */
export interface Taprio extends Infer<typeof taprioAttributes> {}

/** Requests the pending schedule when a decoded qdisc without a current one is sent back. */
function fill(given: Input<Taprio>): Input<Taprio> {
  const schedule = (given as Taprio).adminSched;
  return given.schedEntryList === undefined ? { ...given, ...schedule } : given;
}

/** Layout of {@link Taprio}; the kernel takes a new schedule only as a whole. */
export const taprioQdisc = withDefaults(whole(nest<Taprio>(taprioAttributes)), fill);

/** Statistics of the hardware that runs a schedule; since 6.5 (`TCA_TAPRIO_OFFLOAD_STATS_*`). */
export const taprioOffloadStats = attributes("taprio-offload-stats", "TCA_TAPRIO_OFFLOAD_STATS_", {
  /** Alignment. */
  pad: [1, padding],
  /** Packets dropped because their gate is never open long enough. */
  windowDrops: [2, u64],
  /** Packets sent after their gate had closed. */
  txOverruns: [3, u64],
});
/** Statistics of the hardware that runs a schedule; since 6.5. */
export interface TaprioXstats extends Infer<typeof taprioOffloadStats> {}
