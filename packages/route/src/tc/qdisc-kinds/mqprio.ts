import {
  array,
  attributes,
  bytes,
  enumeration,
  type Infer,
  message,
  nest,
  orDefault,
  repeated,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core";
import { defaultBy, filled, missing } from "../request.js";

/** Who chooses the queue (`TC_MQPRIO_MODE_*`). */
export const mqprioMode = enumeration("TC_MQPRIO_MODE_", u16, {
  /** The traffic class. */
  dcb: 0,
  /** The hardware, by channel. */
  channel: 1,
});

/** Who shapes (`TC_MQPRIO_SHAPER_*`). */
export const mqprioShaper = enumeration("TC_MQPRIO_SHAPER_", u16, {
  /** Data centre bridging. */
  dcb: 0,
  /** The driver, to the rates given. */
  bwRate: 1,
});

/** Whether frames of a traffic class may be interrupted (802.1Qbu) (`TC_FP_*`). */
export const framePreemption = enumeration("TC_FP_", u32, {
  /** They interrupt. */
  express: 1,
  /** They are interrupted. */
  preemptible: 2,
});

/** Traffic classes and their queues, as `taprio` has them too (`struct tc_mqprio_qopt`). */
export const mqprioQopt = struct("tc_mqprio_qopt", {
  /** How many traffic classes there are. */
  numTc: u8,
  /** The traffic class of each packet priority. */
  prioTcMap: bytes(16),
  /** Whether the hardware does it: 0 or 1. */
  hw: u8,
  /** How many queues each class has. */
  count: array(u16, 16),
  /** The first queue of each class. */
  offset: array(u16, 16),
});
/** Traffic classes and their queues. */
export interface MqprioQopt extends Infer<typeof mqprioQopt> {}

/** The most traffic classes, `TC_QOPT_MAX_QUEUE`: as many as tc makes where nothing is said. */
const NUM_TC = 8;
/** The traffic classes that tc gives the packet priorities of so many. */
const PRIO_TC_MAP = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 1, 1, 3, 3, 3, 3);
const QUEUES_BY_HARDWARE = new Array<number>(16).fill(0);

type Given = Partial<MqprioQopt>;

function prioTcMapFor({ numTc = NUM_TC }: Given): Uint8Array {
  if (numTc !== NUM_TC) throw missing();
  return PRIO_TC_MAP;
}

/** The hardware shares its queues out by itself. */
function queuesFor({ hw = 1 }: Given): number[] {
  if (hw === 0) throw missing();
  return QUEUES_BY_HARDWARE;
}

/** The same where requests may leave something out. */
const header = struct("tc_mqprio_qopt", {
  /** How many traffic classes there are; 8 by default. */
  numTc: orDefault(u8, NUM_TC),
  /** The traffic class of each packet priority; needed for fewer than 8 classes. */
  prioTcMap: defaultBy(bytes(16), prioTcMapFor),
  /** Whether the hardware does it: 1, the default, or 0. */
  hw: orDefault(u8, 1),
  /** How many queues each class has; needed where the hardware does not do it. */
  count: defaultBy(array(u16, 16), queuesFor),
  /** The first queue of each class, likewise. */
  offset: defaultBy(array(u16, 16), queuesFor),
});

/** A traffic class of `mqprio`; since 6.4 (`TCA_MQPRIO_TC_ENTRY_*`). */
export const mqprioTcEntryAttributes = attributes("mqprio-tc-entry-attrs", "TCA_MQPRIO_TC_ENTRY_", {
  /** Its number. */
  index: [1, u32],
  /** Whether its frames may be interrupted. */
  fp: [2, framePreemption],
});
/** A traffic class of `mqprio`; since 6.4. */
export interface MqprioTcEntry extends Infer<typeof mqprioTcEntryAttributes> {}

/** Least rates (`TCA_MQPRIO_MIN_RATE64`). */
export const mqprioMinRates = attributes("mqprio-min-rates", "TCA_MQPRIO_", {
  /** Of each traffic class, in bytes/s. */
  minRate64: [3, repeated(u64)],
});
/** Least rates of traffic classes. */
export interface MqprioMinRates extends Infer<typeof mqprioMinRates> {}

/** Highest rates (`TCA_MQPRIO_MAX_RATE64`). */
export const mqprioMaxRates = attributes("mqprio-max-rates", "TCA_MQPRIO_", {
  /** Of each traffic class, in bytes/s. */
  maxRate64: [4, repeated(u64)],
});
/** Highest rates of traffic classes. */
export interface MqprioMaxRates extends Infer<typeof mqprioMaxRates> {}

/** Settings of `mqprio` beside the fixed part (`TCA_MQPRIO_*`). */
export const mqprioAttributes = attributes("mqprio-attrs", "TCA_MQPRIO_", {
  /** Who chooses the queue. */
  mode: [1, mqprioMode],
  /** Who shapes. */
  shaper: [2, mqprioShaper],
  /** Least rate of each class, in bytes/s. */
  minRate64: [3, nest<MqprioMinRates>(mqprioMinRates)],
  /** Highest rate of each class, in bytes/s. */
  maxRate64: [4, nest<MqprioMaxRates>(mqprioMaxRates)],
  /** Traffic classes; since 6.4. */
  tcEntry: [5, repeated(nest<MqprioTcEntry>(mqprioTcEntryAttributes))],
});

/** Settings of `mqprio`, which maps priorities to hardware queues. */
export const mqprioMessage = message("mqprio", header, mqprioAttributes);
/** Settings of `mqprio`, which maps priorities to hardware queues. */
export interface Mqprio extends Infer<typeof mqprioMessage> {}

/** Without the hardware the kernel reports that all classes interrupt, and takes nothing beside the fixed part. */
export const mqprio = filled(nest<Mqprio>(mqprioMessage), ({ tcEntry, ...given }) =>
  given.hw === 0 && tcEntry?.every(({ fp }) => fp === "express") ? given : { ...given, tcEntry },
);
