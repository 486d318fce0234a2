import { attributes, type Infer, struct, u32 } from "@rxnetlink/core/schema";

/** Settings of `hhf`, which separates heavy-hitter flows (`TCA_HHF_*`). */
export const hhfAttributes = attributes("hhf-attrs", "TCA_HHF_", {
  /** Maximum queue length, in packets. */
  backlogLimit: [1, u32],
  /** Quantum of a class, in bytes per turn. */
  quantum: [2, u32],
  /** Maximum number of tracked flows. */
  hhFlowsLimit: [3, u32],
  /** Interval after which flow counters are reset, in µs. */
  resetTimeout: [4, u32],
  /** Number of bytes above which a flow is a heavy hitter. */
  admitBytes: [5, u32],
  /** Idle time after which a heavy hitter is forgotten, in µs. */
  evictTimeout: [6, u32],
  /** Weight of other flows. */
  nonHhWeight: [7, u32],
});
/** Settings of `hhf`, which separates heavy-hitter flows. */
export interface Hhf extends Infer<typeof hhfAttributes> {}

/** Statistics of `hhf` (`struct tc_hhf_xstats`). */
export const hhfXstats = struct("tc_hhf_xstats", {
  /** Packets dropped because the queue was full. */
  dropOverlimit: u32,
  /** Heavy hitters dropped from tracking for lack of room. */
  hhOverlimit: u32,
  /** Total heavy hitters. */
  hhTotCount: u32,
  /** Current heavy hitters. */
  hhCurCount: u32,
});
/** Statistics of `hhf`. */
export interface HhfXstats extends Infer<typeof hhfXstats> {}
