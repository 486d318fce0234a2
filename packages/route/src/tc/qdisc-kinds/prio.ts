import { bytes, type Infer, s32, struct } from "@rxnetlink/core";

/** Settings of `prio` and `pfifo_fast`: bands, of which the first that has packets sends (`struct tc_prio_qopt`). */
export const prioQopt = struct("tc_prio_qopt", {
  /** How many bands there are, 2 to 16. */
  bands: s32,
  /** The band of each packet priority, 0 being the first. */
  priomap: bytes(16),
});
/** Settings of `prio` and `pfifo_fast`: bands, of which the first that has packets sends. */
export interface PrioQdisc extends Infer<typeof prioQopt> {}
