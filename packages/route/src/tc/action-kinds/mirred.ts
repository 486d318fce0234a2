import {
  attributes,
  enumeration,
  extend,
  type Infer,
  nest,
  padding,
  readOnly,
  s32,
  struct,
  u32,
  whole,
} from "@rxnetlink/core";
import { needed, type TcfT, tcAction, tcfT, tcGen } from "../action/act-gen.js";
import { defaultBy, filled, missing } from "../request.js";

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

function actionFor({ eaction }: { eaction?: Infer<typeof mirredAction> }): "pipe" | "stolen" {
  return eaction === "egressMirror" || eaction === "ingressMirror" ? "pipe" : "stolen";
}

/** Parameters of `mirred` (`struct tc_mirred`). */
export const mirredParms = struct(
  "tc_mirred",
  extend(tcGen, {
    /** What becomes of the packet then; by default a copy leaves it to the next action, else it ends here. */
    action: defaultBy(tcAction, actionFor),
    /** Where it sends. */
    eaction: needed(mirredAction, 0),
    /** Index of the other link. */
    ifindex: u32,
  }),
);
/** Parameters of `mirred`. */
export interface MirredParms extends Infer<typeof mirredParms> {}

/** Settings of `mirred`: packets go to another link (`TCA_MIRRED_*`). */
export const actMirredAttributes = attributes("act-mirred-attrs", "TCA_MIRRED_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<MirredParms>(mirredParms)],
  /** Alignment. */
  pad: [3, padding],
  /** Shared block, to all ports of which packets go; since 6.8. */
  blockid: [4, u32],
});
/** Settings of `mirred`: packets go to another link. */
export interface MirredAction extends Infer<typeof actMirredAttributes> {}

/** Packets go to a link or to a block. */
export const actMirred = filled(
  whole(nest<MirredAction>(actMirredAttributes)),
  ({ parms = {}, ...given }) => {
    if (!parms.index && parms.ifindex === undefined && given.blockid === undefined)
      throw missing("parms", "ifindex");
    return { ...given, parms };
  },
);
