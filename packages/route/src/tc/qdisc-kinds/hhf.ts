import { attributes, type Infer, struct, u32 } from "@rxnetlink/core";

/** Settings of `hhf`, which sets heavy hitters apart (`TCA_HHF_*`). */
export const hhfAttributes = attributes("hhf-attrs", "TCA_HHF_", {
  /** Longest queue, in packets. */
  backlogLimit: [1, u32],
  /** Bytes that a class sends in its turn. */
  quantum: [2, u32],
  /** Most flows that are watched. */
  hhFlowsLimit: [3, u32],
  /** Time after which flows are counted anew, in µs. */
  resetTimeout: [4, u32],
  /** Bytes from which a flow is a heavy hitter. */
  admitBytes: [5, u32],
  /** Idle time after which it is forgotten, in µs. */
  evictTimeout: [6, u32],
  /** Weight of the other flows. */
  nonHhWeight: [7, u32],
});
/** Settings of `hhf`, which sets heavy hitters apart. */
export interface Hhf extends Infer<typeof hhfAttributes> {}

/** Statistics of `hhf` (`struct tc_hhf_xstats`). */
export const hhfXstats = struct("tc_hhf_xstats", {
  /** Packets dropped since the queue was full. */
  dropOverlimit: u32,
  /** Heavy hitters for which there was no room. */
  hhOverlimit: u32,
  /** Heavy hitters in all. */
  hhTotCount: u32,
  /** Heavy hitters now. */
  hhCurCount: u32,
});
/** Statistics of `hhf`. */
export interface HhfXstats extends Infer<typeof hhfXstats> {}
