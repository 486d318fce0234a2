import {
  attributes,
  enumeration,
  type Infer,
  nest,
  padding,
  readOnly,
  required,
  struct,
  u16,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcAction, tcfT, tcGenRequired } from "../act-gen.js";

/** Random choice of the alternative verdict of `gact` (`PGACT_*`). */
export const gactRandom = enumeration("PGACT_", u16, {
  /** Never. */
  none: 0,
  /** For one packet in `pval`, at random. */
  netrand: 1,
  /** For every `pval`th packet. */
  determ: 2,
});

/** Parameters of `gact` (`struct tc_gact`). */
export const gactParms = struct("tc_gact", tcGenRequired);
/** Parameters of `gact`. */
export interface GactParms extends Infer<typeof gactParms> {}

/** Alternative verdict of `gact`, given to some of the packets (`struct tc_gact_p`). */
export const gactProb = struct("tc_gact_p", {
  /** Way of choosing the packets. */
  ptype: required(gactRandom),
  /** One in this many packets is chosen. */
  pval: required(u16),
  /** Verdict on those. */
  paction: required(tcAction),
});
/** Alternative verdict of `gact`, given to some of the packets. */
export interface GactProb extends Infer<typeof gactProb> {}

/** Settings of `gact`: passes, drops or otherwise decides on packets (`TCA_GACT_*`). */
export const actGactAttributes = attributes("act-gact-attrs", "TCA_GACT_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<GactParms>(gactParms)],
  /** Alternative verdict for some of the packets. */
  prob: [3, nest<GactProb>(gactProb)],
  /** Alignment. */
  pad: [4, padding],
});
/** Settings of `gact`: passes, drops or otherwise decides on packets. */
export interface GactAction extends Infer<typeof actGactAttributes> {}
/** Layout of {@link GactAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actGact = withDefaults(whole(nest<GactAction>(actGactAttributes)), (given) => ({
  parms: {},
  ...given,
}));
