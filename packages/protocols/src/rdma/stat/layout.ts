import {
  type AttributesOf,
  attributes,
  enumeration,
  flags,
  type Infer,
  nest,
  nestedArray,
  sharedAttributes,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { rdmaQpType } from "../common/enums.js";
import { deviceHandle, NLDEV, portIndex } from "../common/handle.js";
import { resourceOwner } from "../resource/owner.js";

/** Rule by which queue pairs get a counter of their own (`RDMA_COUNTER_MODE_*`). */
export const rdmaCounterMode = enumeration("RDMA_COUNTER_MODE_", u32, {
  /** They get none. */
  none: 0,
  /** Each gets one when it is created, or one for all that are alike. */
  auto: 1,
  /** Programs bind them. */
  manual: 2,
});

/** What makes queue pairs alike, so that they share a counter (`RDMA_COUNTER_MASK_*`). */
export const rdmaCounterMask = flags("RDMA_COUNTER_MASK_", u32, {
  /** Their type. */
  qpType: 1,
  /** Their process. */
  pid: 2,
});

/** Attributes of a number that the hardware counts. */
export const rdmaHwcounterAttributes = attributes("rdma-hwcounter", "RDMA_NLDEV_ATTR_STAT_HWCOUNTER_", {
  /** Its name: `"sent_pkts"`. */
  entryName: [82, string],
  /** Its value. */
  entryValue: [83, u64],
  /** Its index, by which it is turned on; in replies of `status$`. */
  index: [94, u32],
  /** 1 if it is on, 0 if it is off; absent if it is always on. */
  dynamic: [95, u8],
});
/** A number that the hardware counts. */
export interface RdmaHwcounter extends Infer<typeof rdmaHwcounterAttributes> {}

/** Attributes of a queue pair that has a counter. */
export const rdmaCountedQpAttributes = attributes("rdma-counted-qp", NLDEV, {
  /** Its number. */
  resLqpn: [21, u32],
});
/** A queue pair that has a counter. */
export interface RdmaCountedQp extends Infer<typeof rdmaCountedQpAttributes> {}

const hwcounters = sharedAttributes({
  /** What the hardware counts. */
  statHwcounters: [80, nestedArray(81, nest<RdmaHwcounter>(rdmaHwcounterAttributes))],
});

/** Attributes of counters. */
export const rdmaCounterAttributes = attributes("rdma-counter", NLDEV, {
  ...deviceHandle,
  ...portIndex,
  /** Its number. */
  statCounterId: [79, u32],
  /** Kind of resource that it counts for, by the number of its attribute; filled in. */
  statRes: [75, u32],
  /** Rule by which it came about. */
  statMode: [74, rdmaCounterMode],
  /** What makes queue pairs alike that share a counter. */
  statAutoModeMask: [76, rdmaCounterMask],
  /** Type of the queue pairs that it counts for, if they are alike in it. */
  resType: [26, rdmaQpType],
  /** Number of a queue pair, in requests and replies that bind one. */
  resLqpn: [21, u32],
  /** Queue pairs that it counts for. */
  resQp: [19, nestedArray(20, nest<RdmaCountedQp>(rdmaCountedQpAttributes))],
  /** 1 if counters of operations are on, else 0; since 6.15. */
  statOpcounterEnabled: [104, u8],
  ...hwcounters,
  ...resourceOwner,
});

/** A counter: numbers that the hardware counts for some queue pairs, or for a whole port. */
export interface RdmaCounter
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof portIndex>,
    AttributesOf<typeof hwcounters>,
    AttributesOf<typeof resourceOwner>,
    Infer<typeof rdmaCounterAttributes> {}

/** Attributes of a request that turns optional counters on. */
export const rdmaOptionalAttributes = attributes("rdma-optional-counters", NLDEV, {
  ...deviceHandle,
  ...portIndex,
  /** Indexes of those that are to be on; the others are turned off. */
  statHwcounters: [80, nestedArray(94, u32)],
});
/** A request that turns optional counters on. */
export interface RdmaOptionalCounters
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof portIndex>,
    Infer<typeof rdmaOptionalAttributes> {}
