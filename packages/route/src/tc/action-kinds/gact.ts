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
} from "@rxnetlink/core";
import { type TcfT, tcAction, tcfT, tcGenNeeded } from "../action/act-gen.js";
import { filled } from "../request.js";

/** How `gact` decides at random (`PGACT_*`). */
export const gactRandom = enumeration("PGACT_", u16, {
  /** Not at all. */
  none: 0,
  /** Once in so many packets, at random. */
  netrand: 1,
  /** Once in so many packets, in turn. */
  determ: 2,
});

/** Parameters of `gact` (`struct tc_gact`). */
export const gactParms = struct("tc_gact", tcGenNeeded);
/** Parameters of `gact`. */
export interface GactParms extends Infer<typeof gactParms> {}

/** An action taken at random (`struct tc_gact_p`). */
export const gactProb = struct("tc_gact_p", {
  /** How it is decided. */
  ptype: required(gactRandom),
  /** Once in so many packets. */
  pval: required(u16),
  /** The action then. */
  paction: required(tcAction),
});
/** An action taken at random. */
export interface GactProb extends Infer<typeof gactProb> {}

/** Settings of `gact`: pass, drop and the like (`TCA_GACT_*`). */
export const actGactAttributes = attributes("act-gact-attrs", "TCA_GACT_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<GactParms>(gactParms)],
  /** Another action at random. */
  prob: [3, nest<GactProb>(gactProb)],
  /** Alignment. */
  pad: [4, padding],
});
/** Settings of `gact`: pass, drop and the like. */
export interface GactAction extends Infer<typeof actGactAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actGact = filled(whole(nest<GactAction>(actGactAttributes)), (given) => ({
  parms: {},
  ...given,
}));
