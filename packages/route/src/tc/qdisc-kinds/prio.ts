import { bytes, type Infer, orDefault, s32, struct } from "@rxnetlink/core";

/** The bands that tc gives the packet priorities where nothing is said. */
const PRIOMAP = Uint8Array.of(1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);

/** Settings of `prio` and `pfifo_fast`: bands, of which the first that has packets sends (`struct tc_prio_qopt`). */
export const prioQopt = struct("tc_prio_qopt", {
  /** How many bands there are, 2 to 16; 3 by default. */
  bands: orDefault(s32, 3),
  /** The band of each packet priority, 0 being the first; `1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1` by default. */
  priomap: orDefault(bytes(16), PRIOMAP),
});
/** Settings of `prio` and `pfifo_fast`: bands, of which the first that has packets sends. */
export interface PrioQdisc extends Infer<typeof prioQopt> {}
