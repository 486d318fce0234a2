import { attributes, type Infer, nest, padding, readOnly, struct, u32, whole } from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled } from "../request.js";

/** Parameters of `sample` (`struct tc_sample`). */
export const sampleParms = struct("tc_sample", tcGen);
/** Parameters of `sample`. */
export interface SampleParms extends Infer<typeof sampleParms> {}

/** Settings of `sample`: some packets are copied to `psample` (`TCA_SAMPLE_*`). */
export const actSampleAttributes = attributes("act-sample-attrs", "TCA_SAMPLE_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<SampleParms>(sampleParms)],
  /** One in so many packets. */
  rate: [3, u32],
  /** Only so many bytes of each. */
  truncSize: [4, u32],
  /** Group that they go to. */
  psampleGroup: [5, u32],
  /** Alignment. */
  pad: [6, padding],
});
/** Settings of `sample`: some packets are copied to `psample`. */
export interface SampleAction extends Infer<typeof actSampleAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actSample = filled(whole(nest<SampleAction>(actSampleAttributes)), (given) => ({
  parms: {},
  ...given,
}));
