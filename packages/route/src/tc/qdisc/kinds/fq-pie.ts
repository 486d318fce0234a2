import { attributes, fixed, type Infer, struct, u32 } from "@rxnetlink/core/schema";
import { pschedTime } from "../../values/codel-time.js";

/** Settings of `fq_pie`, fair queueing with `pie` in each flow; since 5.6 (`TCA_FQ_PIE_*`). */
export const fqPieAttributes = attributes("fq-pie-attrs", "TCA_FQ_PIE_", {
  /** Maximum queue length, in packets. */
  limit: [1, u32],
  /** Number of queues that flows are hashed to; 1024 by default, permanent. */
  flows: [2, fixed(u32)],
  /** Target delay, in µs. */
  target: [3, pschedTime],
  /** Update interval of the probability, in µs. */
  tupdate: [4, u32],
  /** Weight of the delay's deviation from the target, 0 to 32. */
  alpha: [5, u32],
  /** Weight of the delay's change, 0 to 32. */
  beta: [6, u32],
  /** Quantum of a flow, in bytes per turn. */
  quantum: [7, u32],
  /** Memory limit of all queues, in bytes. */
  memoryLimit: [8, u32],
  /** Maximum probability at which packets are marked instead of dropped, in percent. */
  ecnProb: [9, u32],
  /** Marks packets (ECN) before dropping them, 0 or 1. */
  ecn: [10, u32],
  /** Scales the drop probability with packet size, 0 or 1. */
  bytemode: [11, u32],
  /** Estimates delay from the dequeue rate instead of timestamps, 0 or 1. */
  dqRateEstimator: [12, u32],
});
/** Settings of `fq_pie`, fair queueing with `pie` in each flow; since 5.6. */
export interface FqPie extends Infer<typeof fqPieAttributes> {}

/** Statistics of `fq_pie` (`struct tc_fq_pie_xstats`). */
export const fqPieXstats = struct("tc_fq_pie_xstats", {
  /** Total packets enqueued. */
  packetsIn: u32,
  /** Packets dropped by probability. */
  dropped: u32,
  /** Packets dropped because the queues were full. */
  overlimit: u32,
  /** Packets dropped because the memory limit was reached. */
  overmemory: u32,
  /** Packets marked instead of dropped. */
  ecnMark: u32,
  /** Packets that started a new flow. */
  newFlowCount: u32,
  /** Number of new flows. */
  newFlowsLen: u32,
  /** Number of old flows, which have had their first turn. */
  oldFlowsLen: u32,
  /** Memory used by all queues, in bytes. */
  memoryUsage: u32,
});
/** Statistics of `fq_pie`. */
export interface FqPieXstats extends Infer<typeof fqPieXstats> {}
