import { attributes, enumeration, type Infer, nest, padding, s32, struct, u32 } from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Where `mirred` sends a packet (`TCA_*`). */
export const mirredAction = enumeration("TCA_", s32, {
  /** Out by another link. */
  egressRedir: 1,
  /** A copy out by another link. */
  egressMirror: 2,
  /** In as if by another link. */
  ingressRedir: 3,
  /** A copy in as if by another link. */
  ingressMirror: 4,
});

/** Parameters of `mirred` (`struct tc_mirred`). */
export const mirredParms = struct("tc_mirred", {
  ...tcGen,
  /** Where it sends. */
  eaction: mirredAction,
  /** Index of the other link. */
  ifindex: u32,
});
/** Parameters of `mirred`. */
export interface MirredParms extends Infer<typeof mirredParms> {}

/** Settings of `mirred`: packets go to another link (`TCA_MIRRED_*`). */
export const actMirredAttributes = attributes("act-mirred-attrs", "TCA_MIRRED_", {
  /** Times; read-only. */
  tm: [1, nest<TcfT>(tcfT)],
  /** Parameters. */
  parms: [2, nest<MirredParms>(mirredParms)],
  /** Alignment. */
  pad: [3, padding],
  /** Shared block, to all ports of which packets go; since 6.8. */
  blockid: [4, u32],
});
/** Settings of `mirred`: packets go to another link. */
export interface MirredAction extends Infer<typeof actMirredAttributes> {}
