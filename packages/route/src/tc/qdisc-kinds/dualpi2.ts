import { attributes, enumeration, type Infer, padding, s32, struct, u8, u32 } from "@rxnetlink/core";

/** What `dualpi2` does under overload (`TC_DUALPI2_DROP_OVERLOAD_*`). */
export const dualpi2DropOverload = enumeration("TC_DUALPI2_DROP_OVERLOAD_", u8, {
  /** It lets the queue grow until it is full. */
  overflow: 0,
  /** It drops at random. */
  drop: 1,
});

/** When `dualpi2` drops (`TC_DUALPI2_DROP_EARLY_*`). */
export const dualpi2DropEarly = enumeration("TC_DUALPI2_DROP_EARLY_", u8, {
  /** As packets are sent. */
  dropDequeue: 0,
  /** As packets come in. */
  dropEnqueue: 1,
});

/** Which packets go to the low-latency queue of `dualpi2` (`TC_DUALPI2_ECN_MASK_*`). */
export const dualpi2EcnMask = enumeration("TC_DUALPI2_ECN_MASK_", u8, {
  /** Those marked ECT(1). */
  l4sEct: 1,
  /** Those marked ECT(0). */
  claEct: 2,
  /** Both. */
  anyEct: 3,
});

/** Whether `dualpi2` splits large packets (`TC_DUALPI2_SPLIT_GSO_*`). */
export const dualpi2SplitGso = enumeration("TC_DUALPI2_SPLIT_GSO_", u8, {
  /** No. */
  noSplitGso: 0,
  /** Yes. */
  splitGso: 1,
});

/** Settings of `dualpi2`, two coupled queues for L4S; since 6.17 (`TCA_DUALPI2_*`). */
export const dualpi2Attributes = attributes("dualpi2-attrs", "TCA_DUALPI2_", {
  /** Longest queue, in packets. */
  limit: [1, u32],
  /** Most memory, in bytes. */
  memoryLimit: [2, u32],
  /** Delay of the classic queue that is aimed at, in µs. */
  target: [3, u32],
  /** Time between computations of the probability, in µs. */
  tupdate: [4, u32],
  /** Weight of the delay's distance from the target, in 1/256. */
  alpha: [5, u32],
  /** Weight of the delay's change, in 1/256. */
  beta: [6, u32],
  /** Low-latency queue from which all are marked, in packets. */
  stepThreshPkts: [7, u32],
  /** Delay of the low-latency queue from which all are marked, in µs. */
  stepThreshUs: [8, u32],
  /** Shortest low-latency queue in which that counts, in packets. */
  minQlenStep: [9, u32],
  /** How much more the low-latency queue is marked, 2 by default. */
  coupling: [10, u8],
  /** What is done under overload. */
  dropOverload: [11, dualpi2DropOverload],
  /** When packets are dropped. */
  dropEarly: [12, dualpi2DropEarly],
  /** Share of the classic queue, in percent. */
  cProtection: [13, u8],
  /** Which packets have low latency. */
  ecnMask: [14, dualpi2EcnMask],
  /** Whether large packets are split. */
  splitGso: [15, dualpi2SplitGso],
  /** Alignment. */
  pad: [16, padding],
});
/** Settings of `dualpi2`, two coupled queues for L4S; since 6.17. */
export interface Dualpi2 extends Infer<typeof dualpi2Attributes> {}

/** Statistics of `dualpi2` (`struct tc_dualpi2_xstats`). */
export const dualpi2Xstats = struct("tc_dualpi2_xstats", {
  /** Probability now, of 2^32 - 1. */
  prob: u32,
  /** Delay of the classic queue, in µs. */
  delayC: u32,
  /** Delay of the low-latency queue, in µs. */
  delayL: u32,
  /** Packets queued in the classic queue. */
  packetsInC: u32,
  /** Packets queued in the low-latency queue. */
  packetsInL: u32,
  /** Longest queue so far, in packets. */
  maxq: u32,
  /** Packets marked. */
  ecnMark: u32,
  /** Packets marked beyond the threshold. */
  stepMarks: u32,
  /** Credit of the classic queue in the scheduler. */
  credit: s32,
  /** Memory, in bytes. */
  memoryUsed: u32,
  /** Most memory so far, in bytes. */
  maxMemoryUsed: u32,
  /** Most memory allowed, in bytes. */
  memoryLimit: u32,
});
/** Statistics of `dualpi2`. */
export interface Dualpi2Xstats extends Infer<typeof dualpi2Xstats> {}
