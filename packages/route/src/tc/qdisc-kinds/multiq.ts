import { type Infer, struct, u16 } from "@rxnetlink/core";

/** Settings of `multiq`: a band for each hardware queue (`struct tc_multiq_qopt`). */
export const multiqQopt = struct("tc_multiq_qopt", {
  /** How many bands there are; read-only. */
  bands: u16,
  /** How many there can be; read-only. */
  maxBands: u16,
});
/** Settings of `multiq`: a band for each hardware queue. */
export interface MultiqQdisc extends Infer<typeof multiqQopt> {}
