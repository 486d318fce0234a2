import { attributes, type Infer, struct, u32, u64 } from "@rxnetlink/core/schema";
import { pschedTime } from "../../values/codel-time.js";

/** Settings of `pie`, which drops by probability as delay grows (`TCA_PIE_*`). */
export const pieAttributes = attributes("pie-attrs", "TCA_PIE_", {
  /** Target delay, in µs. */
  target: [1, pschedTime],
  /** Maximum queue length, in packets. */
  limit: [2, u32],
  /** Update interval of the probability, in µs. */
  tupdate: [3, u32],
  /** Weight of the delay's deviation from the target, 0 to 32. */
  alpha: [4, u32],
  /** Weight of the delay's change, 0 to 32. */
  beta: [5, u32],
  /** Marks packets (ECN) before dropping them, 0 or 1. */
  ecn: [6, u32],
  /** Scales the drop probability with packet size, 0 or 1. */
  bytemode: [7, u32],
  /** Estimates delay from the dequeue rate instead of timestamps, 0 or 1; since 5.5. */
  dqRateEstimator: [8, u32],
});
/** Settings of `pie`, which drops by probability as delay grows. */
export interface Pie extends Infer<typeof pieAttributes> {}

/** Statistics of `pie` (`struct tc_pie_xstats`). */
export const pieXstats = struct("tc_pie_xstats", {
  /** Drop probability, as a fraction of 2^64 - 1, as a fraction of 2^32 - 1 before 5.1. */
  prob: u64,
  /** Current delay, in µs. */
  delay: u32,
  /** Estimated dequeue rate, in bytes/s; 0 without the estimator. */
  avgDqRate: u32,
  /** Rate estimation in use, 0 or 1; since 5.5. */
  dqRateEstimating: u32,
  /** Total packets enqueued. */
  packetsIn: u32,
  /** Packets dropped by probability. */
  dropped: u32,
  /** Packets dropped because the queue was full. */
  overlimit: u32,
  /** Longest queue so far, in packets. */
  maxq: u32,
  /** Packets marked instead of dropped. */
  ecnMark: u32,
});
/** Statistics of `pie`. */
export interface PieXstats extends Infer<typeof pieXstats> {}
