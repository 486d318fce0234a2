import { attributes, type Infer, struct, u32, u64 } from "@rxnetlink/core";
import { pschedTime } from "../values/codel-time.js";

/** Settings of `pie`, which drops at random as delay grows (`TCA_PIE_*`). */
export const pieAttributes = attributes("pie-attrs", "TCA_PIE_", {
  /** Delay that is aimed at, in µs. */
  target: [1, pschedTime],
  /** Longest queue, in packets. */
  limit: [2, u32],
  /** Time between computations of the probability, in µs. */
  tupdate: [3, u32],
  /** Weight of the delay's distance from the target, 0 to 32. */
  alpha: [4, u32],
  /** Weight of the delay's change, 0 to 32. */
  beta: [5, u32],
  /** Whether packets are marked before they are dropped, 0 or 1. */
  ecn: [6, u32],
  /** Whether large packets are dropped more often, 0 or 1. */
  bytemode: [7, u32],
  /** Whether delay is estimated from the rate, 0 or 1, in place of timestamps; since 5.5. */
  dqRateEstimator: [8, u32],
});
/** Settings of `pie`, which drops at random as delay grows. */
export interface Pie extends Infer<typeof pieAttributes> {}

/** Statistics of `pie` (`struct tc_pie_xstats`). */
export const pieXstats = struct("tc_pie_xstats", {
  /** Probability of a drop, of 2^64 - 1 (2^32 - 1 before 5.1). */
  prob: u64,
  /** Delay now, in µs. */
  delay: u32,
  /** Estimated rate, in bytes/s; 0 without the estimator. */
  avgDqRate: u32,
  /** Whether the rate is estimated, 0 or 1; since 5.5. */
  dqRateEstimating: u32,
  /** Packets queued in all. */
  packetsIn: u32,
  /** Packets dropped at random. */
  dropped: u32,
  /** Packets dropped since the queue was full. */
  overlimit: u32,
  /** Longest queue so far, in packets. */
  maxq: u32,
  /** Packets marked in place of being dropped. */
  ecnMark: u32,
});
/** Statistics of `pie`. */
export interface PieXstats extends Infer<typeof pieXstats> {}
