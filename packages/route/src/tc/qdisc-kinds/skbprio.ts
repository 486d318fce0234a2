import { type Infer, struct, u32 } from "@rxnetlink/core";

/** Settings of `skbprio`, which drops the least important packet when full (`struct tc_skbprio_qopt`). */
export const skbprioQopt = struct("tc_skbprio_qopt", {
  /** Longest queue, in packets. */
  limit: u32,
});
/** Settings of `skbprio`, which drops the least important packet when full. */
export interface SkbprioQdisc extends Infer<typeof skbprioQopt> {}
