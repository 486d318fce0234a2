import { attributes, type Infer, nest, struct, u32, whole } from "@rxnetlink/core/schema";

/** Settings of a `drr` class; the qdisc has none (`TCA_DRR_*`). */
export const drrAttributes = attributes("drr-attrs", "TCA_DRR_", {
  /** Quantum, in bytes per turn. */
  quantum: [1, u32],
});
/** Settings of a `drr` class; the qdisc has none. */
export interface Drr extends Infer<typeof drrAttributes> {}
/** Layout of the settings of a class, which the kernel replaces as a whole; `quantum` defaults to the link's MTU. */
export const drrClass = whole(nest<Drr>(drrAttributes));

/** Statistics of a `drr` class (`struct tc_drr_stats`). */
export const drrStats = struct("tc_drr_stats", {
  /** Deficit: bytes left in this turn. */
  deficit: u32,
});
/** Statistics of a `drr` class. */
export interface DrrStats extends Infer<typeof drrStats> {}
