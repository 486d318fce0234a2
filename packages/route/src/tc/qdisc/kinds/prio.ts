import { bytes, type Infer, orDefault, s32, struct } from "@rxnetlink/core/schema";

/** Band that tc assigns to each packet priority by default. */
const PRIOMAP = Uint8Array.of(1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);

/** Settings of `prio` and `pfifo_fast`: bands in strict priority (`struct tc_prio_qopt`). */
export const prioQopt = struct("tc_prio_qopt", {
  /** Number of bands, 2 to 16; 3 by default. */
  bands: orDefault(s32, 3),
  /** Band of each packet priority, 0 being the first; `1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1` by default. */
  priomap: orDefault(bytes(16), PRIOMAP),
});
/** Settings of `prio` and `pfifo_fast`: bands in strict priority. */
export interface PrioQdisc extends Infer<typeof prioQopt> {}
