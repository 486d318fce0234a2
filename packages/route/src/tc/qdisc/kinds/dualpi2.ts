import { attributes, enumeration, type Infer, padding, s32, struct, u8, u32 } from "@rxnetlink/core/schema";

/** Behaviour of `dualpi2` under overload (`TC_DUALPI2_DROP_OVERLOAD_*`). */
export const dualpi2DropOverload = enumeration("TC_DUALPI2_DROP_OVERLOAD_", u8, {
  /** Lets the queue grow until it is full. */
  overflow: 0,
  /** Drops by probability. */
  drop: 1,
});

/** Place where `dualpi2` drops (`TC_DUALPI2_DROP_EARLY_*`). */
export const dualpi2DropEarly = enumeration("TC_DUALPI2_DROP_EARLY_", u8, {
  /** When packets are dequeued. */
  dropDequeue: 0,
  /** When packets are enqueued. */
  dropEnqueue: 1,
});

/** Packets for the low-latency queue of `dualpi2` (`TC_DUALPI2_ECN_MASK_*`). */
export const dualpi2EcnMask = enumeration("TC_DUALPI2_ECN_MASK_", u8, {
  /** Those marked ECT(1). */
  l4sEct: 1,
  /** Those marked ECT(0). */
  claEct: 2,
  /** Both. */
  anyEct: 3,
});

/** Splitting of large packets by `dualpi2` (`TC_DUALPI2_SPLIT_GSO_*`). */
export const dualpi2SplitGso = enumeration("TC_DUALPI2_SPLIT_GSO_", u8, {
  /** Keeps them. */
  noSplitGso: 0,
  /** Splits them. */
  splitGso: 1,
});

/** Settings of `dualpi2`, two coupled queues for L4S; since 6.17 (`TCA_DUALPI2_*`). */
export const dualpi2Attributes = attributes("dualpi2-attrs", "TCA_DUALPI2_", {
  /** Maximum queue length, in packets. */
  limit: [1, u32],
  /** Memory limit, in bytes. */
  memoryLimit: [2, u32],
  /** Target delay of the classic queue, in µs. */
  target: [3, u32],
  /** Update interval of the probability, in µs. */
  tupdate: [4, u32],
  /** Weight of the delay's deviation from the target, in 1/256. */
  alpha: [5, u32],
  /** Weight of the delay's change, in 1/256. */
  beta: [6, u32],
  /** Length of the low-latency queue above which all packets are marked, in packets. */
  stepThreshPkts: [7, u32],
  /** Delay of the low-latency queue above which all packets are marked, in µs. */
  stepThreshUs: [8, u32],
  /** Minimum length of the low-latency queue for that, in packets. */
  minQlenStep: [9, u32],
  /** Coupling factor: how much more the low-latency queue is marked; 2 by default. */
  coupling: [10, u8],
  /** Behaviour under overload. */
  dropOverload: [11, dualpi2DropOverload],
  /** Place where packets are dropped. */
  dropEarly: [12, dualpi2DropEarly],
  /** Share of the classic queue, in percent. */
  cProtection: [13, u8],
  /** Packets for the low-latency queue. */
  ecnMask: [14, dualpi2EcnMask],
  /** Splitting of large packets. */
  splitGso: [15, dualpi2SplitGso],
  /** Alignment. */
  pad: [16, padding],
});
/** Settings of `dualpi2`, two coupled queues for L4S; since 6.17. */
export interface Dualpi2 extends Infer<typeof dualpi2Attributes> {}

/** Statistics of `dualpi2` (`struct tc_dualpi2_xstats`). */
export const dualpi2Xstats = struct("tc_dualpi2_xstats", {
  /** Current probability, as a fraction of 2^32 - 1. */
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
  /** Packets marked above the threshold. */
  stepMarks: u32,
  /** Credit of the classic queue in the scheduler. */
  credit: s32,
  /** Memory usage, in bytes. */
  memoryUsed: u32,
  /** Peak memory usage, in bytes. */
  maxMemoryUsed: u32,
  /** Memory limit, in bytes. */
  memoryLimit: u32,
});
/** Statistics of `dualpi2`. */
export interface Dualpi2Xstats extends Infer<typeof dualpi2Xstats> {}
