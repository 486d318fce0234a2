import { type Infer, required, struct, u32 } from "@rxnetlink/core/schema";

/** Settings of `skbprio`, which drops the least important packet when full (`struct tc_skbprio_qopt`). */
export const skbprioQopt = struct("tc_skbprio_qopt", {
  /** Maximum queue length, in packets; 64 without settings. */
  limit: required(u32),
});
/** Settings of `skbprio`, which drops the least important packet when full. */
export interface SkbprioQdisc extends Infer<typeof skbprioQopt> {}
