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
} from "@rxnetlink/core";
import { filled, type Given } from "../request.js";
import { framePreemption, type MqprioQopt, mqprioQopt } from "./mqprio.js";

/** What an entry of a schedule does (`TC_TAPRIO_CMD_*`). */
export const taprioCommand = enumeration("TC_TAPRIO_CMD_", u8, {
  /** Opens the gates of its mask and shuts the others. */
  setGates: 0,
  /** Likewise, and holds preemptible frames back. */
  setAndHold: 1,
  /** Likewise, and lets them go. */
  setAndRelease: 2,
});

/** Who keeps the schedule (`TCA_TAPRIO_ATTR_FLAG_*`). */
export const taprioFlags = flags("TCA_TAPRIO_ATTR_FLAG_", u32, {
  /** The card, by the launch time of each packet. */
  txtimeAssist: 1,
  /** The card as a whole. */
  fullOffload: 2,
});

/** One entry of a schedule (`TCA_TAPRIO_SCHED_ENTRY_*`). */
export const taprioSchedEntry = attributes("taprio-sched-entry", "TCA_TAPRIO_SCHED_ENTRY_", {
  /** Its number; read-only. */
  index: [1, readOnly(u32)],
  /** What it does. */
  cmd: [2, taprioCommand],
  /** A bit for each traffic class whose gate is open. */
  gateMask: [3, u32],
  /** How long it lasts, in ns. */
  interval: [4, u32],
});
/** One entry of a schedule. */
export interface TaprioSchedEntry extends Infer<typeof taprioSchedEntry> {}

/** A schedule (`TCA_TAPRIO_SCHED_*`). */
export const taprioSchedEntryList = attributes("taprio-sched-entry-list", "TCA_TAPRIO_SCHED_", {
  /** Its entries, in order. */
  entry: [1, repeated(nest<TaprioSchedEntry>(taprioSchedEntry))],
});
/** A schedule. */
export interface TaprioSchedEntryList extends Infer<typeof taprioSchedEntryList> {}

/** A traffic class of `taprio`; since 6.1 (`TCA_TAPRIO_TC_ENTRY_*`). */
export const taprioTcEntryAttributes = attributes("taprio-tc-entry-attrs", "TCA_TAPRIO_TC_ENTRY_", {
  /** Its number. */
  index: [1, u32],
  /** Largest payload, in bytes; 0 is no limit. */
  maxSdu: [2, u32],
  /** Whether its frames may be interrupted; since 6.4. */
  fp: [3, framePreemption],
});
/** A traffic class of `taprio`; since 6.1. */
export interface TaprioTcEntry extends Infer<typeof taprioTcEntryAttributes> {}

/** The schedule that is to follow (`TCA_TAPRIO_ATTR_ADMIN_SCHED`). */
export const taprioAdmin = attributes("taprio-admin-sched", "TCA_TAPRIO_ATTR_", {
  /** Its entries. */
  schedEntryList: [2, nest<TaprioSchedEntryList>(taprioSchedEntryList)],
  /** When it begins, in ns of its clock. */
  schedBaseTime: [3, s64],
  /** Alignment. */
  pad: [6, padding],
  /** Length of a cycle, in ns. */
  schedCycleTime: [8, s64],
  /** By how much the last cycle may be longer, in ns. */
  schedCycleTimeExtension: [9, s64],
});
/** The schedule that is to follow. */
export interface TaprioAdmin extends Infer<typeof taprioAdmin> {}

/** Settings of `taprio`, which opens gates by a schedule (802.1Qbv) (`TCA_TAPRIO_ATTR_*`). */
export const taprioAttributes = attributes("taprio-attrs", "TCA_TAPRIO_ATTR_", {
  /** Traffic classes and their queues. */
  priomap: [1, nest<MqprioQopt>(mqprioQopt)],
  /** The schedule. */
  schedEntryList: [2, nest<TaprioSchedEntryList>(taprioSchedEntryList)],
  /** When it begins, in ns of its clock. */
  schedBaseTime: [3, s64],
  /** Not used since 5.2. */
  schedSingleEntry: [4, nest<TaprioSchedEntry>(taprioSchedEntry)],
  /** The clock, `CLOCK_*`: 11 is TAI; -1 the card's. */
  schedClockid: [5, s32],
  /** Alignment. */
  pad: [6, padding],
  /** The schedule that is to follow; read-only. */
  adminSched: [7, readOnly(nest<TaprioAdmin>(taprioAdmin))],
  /** Length of a cycle, in ns; computed where absent. */
  schedCycleTime: [8, s64],
  /** By how much the last cycle may be longer, in ns. */
  schedCycleTimeExtension: [9, s64],
  /** Who keeps the schedule. */
  flags: [10, taprioFlags],
  /** How long before its launch time a packet reaches the card, in ns. */
  txtimeDelay: [11, u32],
  /** Traffic classes; since 6.1. */
  tcEntry: [12, repeated(nest<TaprioTcEntry>(taprioTcEntryAttributes))],
});
/** Settings of `taprio`, which opens gates by a schedule (802.1Qbv). */
export interface Taprio extends Infer<typeof taprioAttributes> {}

/** The schedule that was about to follow is the one that is asked for when a listed qdisc is handed back. */
function fill(given: Given<Taprio>): Given<Taprio> {
  const schedule = (given as Taprio).adminSched;
  return given.schedEntryList === undefined ? { ...given, ...schedule } : given;
}

/** The kernel takes a new schedule only as a whole. */
export const taprioQdisc = filled(whole(nest<Taprio>(taprioAttributes)), fill);

/** Statistics of a card that keeps the schedule; since 6.5 (`TCA_TAPRIO_OFFLOAD_STATS_*`). */
export const taprioOffloadStats = attributes("taprio-offload-stats", "TCA_TAPRIO_OFFLOAD_STATS_", {
  /** Alignment. */
  pad: [1, padding],
  /** Packets dropped since their gate never opens long enough. */
  windowDrops: [2, u64],
  /** Packets sent beyond their gate. */
  txOverruns: [3, u64],
});
/** Statistics of a card that keeps the schedule; since 6.5. */
export interface TaprioXstats extends Infer<typeof taprioOffloadStats> {}
