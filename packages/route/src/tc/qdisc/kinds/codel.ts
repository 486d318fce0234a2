import { attributes, type Infer, s32, struct, u32 } from "@rxnetlink/core/schema";
import { codelTime } from "../../values/codel-time.js";

/** Settings of `codel`, which controls delay by dropping (`TCA_CODEL_*`). */
export const codelAttributes = attributes("codel-attrs", "TCA_CODEL_", {
  /** Target delay, in µs. */
  target: [1, codelTime],
  /** Maximum queue length, in packets. */
  limit: [2, u32],
  /** Interval within which the delay must fall below the target once, in µs. */
  interval: [3, codelTime],
  /** Marks packets (ECN) before dropping them, 0 or 1. */
  ecn: [4, u32],
  /** Delay above which packets are marked (ECN), in µs. */
  ceThreshold: [5, codelTime],
});
/** Settings of `codel`, which controls delay by dropping. */
export interface Codel extends Infer<typeof codelAttributes> {}

/** Statistics of `codel` (`struct tc_codel_xstats`). */
export const codelXstats = struct("tc_codel_xstats", {
  /** Largest packet so far, in bytes. */
  maxpacket: u32,
  /** Packets dropped in the current dropping phase. */
  count: u32,
  /** Packets dropped in the previous dropping phase. */
  lastcount: u32,
  /** Delay of the last packet, in µs. */
  ldelay: u32,
  /** Time until the next drop, in µs. */
  dropNext: s32,
  /** Packets dropped because the queue was full. */
  dropOverlimit: u32,
  /** Packets marked instead of dropped. */
  ecnMark: u32,
  /** Dropping phase, 0 or 1. */
  dropping: u32,
  /** Packets marked above the threshold. */
  ceMark: u32,
});
/** Statistics of `codel`. */
export interface CodelXstats extends Infer<typeof codelXstats> {}
