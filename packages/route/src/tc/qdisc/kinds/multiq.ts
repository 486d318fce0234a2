import { type Infer, readOnly, struct, u16 } from "@rxnetlink/core/schema";

/** Settings of `multiq`: a band for each hardware queue (`struct tc_multiq_qopt`). */
export const multiqQopt = struct("tc_multiq_qopt", {
  /** Number of bands; read-only. */
  bands: readOnly(u16),
  /** Maximum number of bands; read-only. */
  maxBands: readOnly(u16),
});
/** Settings of `multiq`: a band for each hardware queue. */
export interface MultiqQdisc extends Infer<typeof multiqQopt> {}
