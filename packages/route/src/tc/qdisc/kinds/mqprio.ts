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
} from "@rxnetlink/core/schema";
import { defaultBy, missingMember, withDefaults } from "../../request.js";

/** Choice of the queue (`TC_MQPRIO_MODE_*`). */
export const mqprioMode = enumeration("TC_MQPRIO_MODE_", u16, {
  /** By traffic class. */
  dcb: 0,
  /** By the hardware, by channel. */
  channel: 1,
});

/** Shaper (`TC_MQPRIO_SHAPER_*`). */
export const mqprioShaper = enumeration("TC_MQPRIO_SHAPER_", u16, {
  /** Data centre bridging. */
  dcb: 0,
  /** Rates set in the driver. */
  bwRate: 1,
});

/** Frame preemption of a traffic class (802.1Qbu) (`TC_FP_*`). */
export const framePreemption = enumeration("TC_FP_", u32, {
  /** Its frames preempt others. */
  express: 1,
  /** Its frames may be preempted. */
  preemptible: 2,
});

/** Traffic classes and their queues, shared with `taprio` (`struct tc_mqprio_qopt`). */
export const mqprioQopt = struct("tc_mqprio_qopt", {
  /** Number of traffic classes. */
  numTc: u8,
  /** Traffic class of each packet priority. */
  prioTcMap: bytes(16),
  /** Offloads to the hardware, 0 or 1. */
  hw: u8,
  /** Number of queues of each class. */
  count: array(u16, 16),
  /** First queue of each class. */
  offset: array(u16, 16),
});
/** Traffic classes and their queues, shared with `taprio`. */
export interface MqprioQopt extends Infer<typeof mqprioQopt> {}

/** `TC_QOPT_MAX_QUEUE`: maximum number of traffic classes, which tc uses by default. */
const NUM_TC = 8;
/** Traffic class that tc assigns to each packet priority by default. */
const PRIO_TC_MAP = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 1, 1, 3, 3, 3, 3);
const QUEUES_BY_HARDWARE = new Array<number>(16).fill(0);

type QoptInput = Partial<MqprioQopt>;

function prioTcMapFor({ numTc = NUM_TC }: QoptInput): Uint8Array {
  if (numTc !== NUM_TC) throw missingMember();
  return PRIO_TC_MAP;
}

/** Leaves the distribution of queues to the hardware. */
function queuesFor({ hw = 1 }: QoptInput): number[] {
  if (hw === 0) throw missingMember();
  return QUEUES_BY_HARDWARE;
}

/** Traffic classes and their queues as requests may leave them out. */
const header = struct("tc_mqprio_qopt", {
  /** Number of traffic classes; 8 by default. */
  numTc: orDefault(u8, NUM_TC),
  /** Traffic class of each packet priority; required for fewer than 8 classes. */
  prioTcMap: defaultBy(bytes(16), prioTcMapFor),
  /** Offloads to the hardware: 1, the default, or 0. */
  hw: orDefault(u8, 1),
  /** Number of queues of each class; required without offload. */
  count: defaultBy(array(u16, 16), queuesFor),
  /** First queue of each class; likewise. */
  offset: defaultBy(array(u16, 16), queuesFor),
});

/** Traffic class of `mqprio`; since 6.4 (`TCA_MQPRIO_TC_ENTRY_*`). */
export const mqprioTcEntryAttributes = attributes("mqprio-tc-entry-attrs", "TCA_MQPRIO_TC_ENTRY_", {
  /** Number of the traffic class. */
  index: [1, u32],
  /** Frame preemption. */
  fp: [2, framePreemption],
});
/** Traffic class of `mqprio`; since 6.4. */
export interface MqprioTcEntry extends Infer<typeof mqprioTcEntryAttributes> {}

/** Minimum rates of traffic classes (`TCA_MQPRIO_MIN_RATE64`). */
export const mqprioMinRates = attributes("mqprio-min-rates", "TCA_MQPRIO_", {
  /** Rate of each traffic class, in bytes/s. */
  minRate64: [3, repeated(u64)],
});
/** Minimum rates of traffic classes. */
export interface MqprioMinRates extends Infer<typeof mqprioMinRates> {}

/** Maximum rates of traffic classes (`TCA_MQPRIO_MAX_RATE64`). */
export const mqprioMaxRates = attributes("mqprio-max-rates", "TCA_MQPRIO_", {
  /** Rate of each traffic class, in bytes/s. */
  maxRate64: [4, repeated(u64)],
});
/** Maximum rates of traffic classes. */
export interface MqprioMaxRates extends Infer<typeof mqprioMaxRates> {}

/** Settings of `mqprio` after the fixed part (`TCA_MQPRIO_*`). */
export const mqprioAttributes = attributes("mqprio-attrs", "TCA_MQPRIO_", {
  /** Choice of the queue. */
  mode: [1, mqprioMode],
  /** Shaper. */
  shaper: [2, mqprioShaper],
  /** Minimum rate of each class, in bytes/s. */
  minRate64: [3, nest<MqprioMinRates>(mqprioMinRates)],
  /** Maximum rate of each class, in bytes/s. */
  maxRate64: [4, nest<MqprioMaxRates>(mqprioMaxRates)],
  /** Traffic classes; since 6.4. */
  tcEntry: [5, repeated(nest<MqprioTcEntry>(mqprioTcEntryAttributes))],
});

/** Settings of `mqprio`, which maps priorities to hardware queues. */
export const mqprioMessage = message("mqprio", header, mqprioAttributes);
/** Settings of `mqprio`, which maps priorities to hardware queues. */
export interface Mqprio extends Infer<typeof mqprioMessage> {}

/** Layout of {@link Mqprio}; without offload it omits the default preemption, which the kernel reports but refuses. */
export const mqprio = withDefaults(nest<Mqprio>(mqprioMessage), ({ tcEntry, ...given }) =>
  given.hw === 0 && tcEntry?.every(({ fp }) => fp === "express") ? given : { ...given, tcEntry },
);
