import {
  attributes,
  enumeration,
  extend,
  type Infer,
  ifindex,
  nest,
  padding,
  readOnly,
  s32,
  struct,
  u32,
  whole,
} from "@rxnetlink/core/schema";
import { defaultBy, missingMember, withDefaults } from "../../request.js";
import { requiredToCreate, type TcfT, tcAction, tcfT, tcGen } from "../act-gen.js";

/** Destinations of `mirred` (`TCA_*`). */
export const mirredAction = enumeration("TCA_", s32, {
  /** Redirects to the egress of another link. */
  egressRedir: 1,
  /** Mirrors to the egress of another link. */
  egressMirror: 2,
  /** Redirects to the ingress of another link. */
  ingressRedir: 3,
  /** Mirrors to the ingress of another link. */
  ingressMirror: 4,
});

function actionFor({ eaction }: { eaction?: Infer<typeof mirredAction> }): "pipe" | "stolen" {
  return eaction === "egressMirror" || eaction === "ingressMirror" ? "pipe" : "stolen";
}

/** Parameters of `mirred` (`struct tc_mirred`). */
export const mirredParms = struct(
  "tc_mirred",
  extend(tcGen, {
    /** Verdict on the packet; by default `"pipe"` when mirroring and `"stolen"` when redirecting. */
    action: defaultBy(tcAction, actionFor),
    /** Destination. */
    eaction: requiredToCreate(mirredAction, 0),
    /** Index of the other link. */
    ifindex: ifindex(u32),
  }),
);
/** Parameters of `mirred`. */
export interface MirredParms extends Infer<typeof mirredParms> {}

/** Settings of `mirred`: redirects or mirrors packets to another link (`TCA_MIRRED_*`). */
export const actMirredAttributes = attributes("act-mirred-attrs", "TCA_MIRRED_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<MirredParms>(mirredParms)],
  /** Alignment. */
  pad: [3, padding],
  /** Shared block to all of whose ports packets go; since 6.8. */
  blockid: [4, u32],
});
/** Settings of `mirred`: redirects or mirrors packets to another link. */
export interface MirredAction extends Infer<typeof actMirredAttributes> {}

/** Layout of {@link MirredAction}, which the kernel replaces as a whole and takes only with a link or a block. */
export const actMirred = withDefaults(
  whole(nest<MirredAction>(actMirredAttributes)),
  ({ parms = {}, ...given }) => {
    if (!parms.index && parms.ifindex === undefined && given.blockid === undefined)
      throw missingMember("parms", "ifindex");
    return { ...given, parms };
  },
);
