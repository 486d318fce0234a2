import { attributes, type Infer, nest, pad, s32, struct, u8 } from "@rxnetlink/core";
import { filled } from "../request.js";

/** Settings of the credit-based shaper (`struct tc_cbs_qopt`). */
export const cbsQopt = struct("tc_cbs_qopt", {
  /** Whether the card does it, 0 or 1. */
  offload: u8,
  _: pad(3),
  /** Most credit, in bytes. */
  hicredit: s32,
  /** Least credit, in bytes. */
  locredit: s32,
  /** How credit grows while waiting, in kbit/s. */
  idleslope: s32,
  /** How credit falls while sending, in kbit/s. */
  sendslope: s32,
});
/** Settings of the credit-based shaper. */
export interface CbsQopt extends Infer<typeof cbsQopt> {}

/** Settings of `cbs`, the credit-based shaper (802.1Qav) (`TCA_CBS_*`). */
export const cbsAttributes = attributes("cbs-attrs", "TCA_CBS_", {
  /** Settings. */
  parms: [1, nest<CbsQopt>(cbsQopt)],
});
/** Settings of `cbs`, the credit-based shaper (802.1Qav). */
export interface Cbs extends Infer<typeof cbsAttributes> {}
/** The same; the kernel wants the settings, be they all zero. */
export const cbsQdisc = filled(nest<Cbs>(cbsAttributes), (given) => ({ parms: {}, ...given }));
