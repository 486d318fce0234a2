import { attributes, type Infer, nest, padding, readOnly, struct, u32, whole } from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Parameters of `sample` (`struct tc_sample`). */
export const sampleParms = struct("tc_sample", tcGen);
/** Parameters of `sample`. */
export interface SampleParms extends Infer<typeof sampleParms> {}

/** Settings of `sample`: copies some packets to `psample` (`TCA_SAMPLE_*`). */
export const actSampleAttributes = attributes("act-sample-attrs", "TCA_SAMPLE_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<SampleParms>(sampleParms)],
  /** One in this many packets is sampled. */
  rate: [3, u32],
  /** Number of bytes kept of each packet. */
  truncSize: [4, u32],
  /** `psample` group that receives the samples. */
  psampleGroup: [5, u32],
  /** Alignment. */
  pad: [6, padding],
});
/** Settings of `sample`: copies some packets to `psample`. */
export interface SampleAction extends Infer<typeof actSampleAttributes> {}
/** Layout of {@link SampleAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actSample = withDefaults(whole(nest<SampleAction>(actSampleAttributes)), (given) => ({
  parms: {},
  ...given,
}));
