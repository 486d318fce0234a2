import { attributes, type Infer, nest, pad, s32, struct, u8 } from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";

/** Parameters of the credit-based shaper (`struct tc_cbs_qopt`). */
export const cbsQopt = struct("tc_cbs_qopt", {
  /** Offloads to the hardware, 0 or 1. */
  offload: u8,
  _: pad(3),
  /** Maximum credit, in bytes. */
  hicredit: s32,
  /** Minimum credit, in bytes. */
  locredit: s32,
  /** Rate at which credit grows while waiting, in kbit/s. */
  idleslope: s32,
  /** Rate at which credit changes while sending, in kbit/s. */
  sendslope: s32,
});
/** Parameters of the credit-based shaper. */
export interface CbsQopt extends Infer<typeof cbsQopt> {}

/** Settings of `cbs`, the credit-based shaper (802.1Qav) (`TCA_CBS_*`). */
export const cbsAttributes = attributes("cbs-attrs", "TCA_CBS_", {
  /** Parameters. */
  parms: [1, nest<CbsQopt>(cbsQopt)],
});
/** Settings of `cbs`, the credit-based shaper (802.1Qav). */
export interface Cbs extends Infer<typeof cbsAttributes> {}
/** Layout of {@link Cbs}; the kernel requires the parameters, even all zeros. */
export const cbsQdisc = withDefaults(nest<Cbs>(cbsAttributes), (given) => ({ parms: {}, ...given }));
