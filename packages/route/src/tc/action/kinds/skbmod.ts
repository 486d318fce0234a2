import {
  attributes,
  extend,
  type Infer,
  mac,
  nest,
  pad,
  padding,
  readOnly,
  struct,
  u16,
  u64,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Parameters of `skbmod` (`struct tc_skbmod`). */
export const skbmodParms = struct(
  "tc_skbmod",
  extend(tcGen, {
    _: pad(4),
    /** Operations, `SKBMOD_F_*`: 1 `dmac`, 2 `smac`, 4 `etype`, 8 swaps the addresses, 16 marks congestion (ECN). */
    flags: u64,
  }),
);
/** Parameters of `skbmod`. */
export interface SkbmodParms extends Infer<typeof skbmodParms> {}

/** Settings of `skbmod`: edits the Ethernet header (`TCA_SKBMOD_*`). */
export const actSkbmodAttributes = attributes("act-skbmod-attrs", "TCA_SKBMOD_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<SkbmodParms>(skbmodParms)],
  /** New destination address. */
  dmac: [3, mac],
  /** New source address. */
  smac: [4, mac],
  /** New Ethernet protocol. */
  etype: [5, u16],
  /** Alignment. */
  pad: [6, padding],
});
/** Settings of `skbmod`: edits the Ethernet header. */
export interface SkbmodAction extends Infer<typeof actSkbmodAttributes> {}
/** Layout of {@link SkbmodAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actSkbmod = withDefaults(whole(nest<SkbmodAction>(actSkbmodAttributes)), (given) => ({
  parms: {},
  ...given,
}));
