import { attributes, fixed, type Infer, struct, u32 } from "@rxnetlink/core";
import { pschedTime } from "../values/codel-time.js";

/** Settings of `fq_pie`, fair queueing with `pie` in each flow; since 5.6 (`TCA_FQ_PIE_*`). */
export const fqPieAttributes = attributes("fq-pie-attrs", "TCA_FQ_PIE_", {
  /** Longest queue, in packets. */
  limit: [1, u32],
  /** How many queues flows are hashed to; 1024 by default, not to be changed later. */
  flows: [2, fixed(u32)],
  /** Delay that is aimed at, in µs. */
  target: [3, pschedTime],
  /** Time between computations of the probability, in µs. */
  tupdate: [4, u32],
  /** Weight of the delay's distance from the target, 0 to 32. */
  alpha: [5, u32],
  /** Weight of the delay's change, 0 to 32. */
  beta: [6, u32],
  /** Bytes that a flow sends in its turn. */
  quantum: [7, u32],
  /** Most memory of all queues, in bytes. */
  memoryLimit: [8, u32],
  /** Up to which probability packets are marked in place of being dropped, in percent. */
  ecnProb: [9, u32],
  /** Whether packets are marked before they are dropped, 0 or 1. */
  ecn: [10, u32],
  /** Whether large packets are dropped more often, 0 or 1. */
  bytemode: [11, u32],
  /** Whether delay is estimated from the rate, 0 or 1, in place of timestamps. */
  dqRateEstimator: [12, u32],
});
/** Settings of `fq_pie`, fair queueing with `pie` in each flow; since 5.6. */
export interface FqPie extends Infer<typeof fqPieAttributes> {}

/** Statistics of `fq_pie` (`struct tc_fq_pie_xstats`). */
export const fqPieXstats = struct("tc_fq_pie_xstats", {
  /** Packets queued in all. */
  packetsIn: u32,
  /** Packets dropped at random. */
  dropped: u32,
  /** Packets dropped since the queues were full. */
  overlimit: u32,
  /** Packets dropped since memory was full. */
  overmemory: u32,
  /** Packets marked in place of being dropped. */
  ecnMark: u32,
  /** Packets that began a flow. */
  newFlowCount: u32,
  /** Flows that are new now. */
  newFlowsLen: u32,
  /** Flows that had their first turn. */
  oldFlowsLen: u32,
  /** Memory of all queues, in bytes. */
  memoryUsage: u32,
});
/** Statistics of `fq_pie`. */
export interface FqPieXstats extends Infer<typeof fqPieXstats> {}
