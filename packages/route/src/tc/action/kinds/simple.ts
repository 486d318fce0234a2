import {
  attributes,
  type Infer,
  nest,
  padding,
  readOnly,
  string,
  struct,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Parameters of `simple` (`struct tc_defact`). */
export const defactParms = struct("tc_defact", tcGen);
/** Parameters of `simple`. */
export interface DefactParms extends Infer<typeof defactParms> {}

/** Settings of `simple`: writes a text to the kernel log (`TCA_DEF_*`). */
export const actSimpleAttributes = attributes("act-simple-attrs", "TCA_DEF_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<DefactParms>(defactParms)],
  /** Text. */
  data: [3, string],
  /** Alignment. */
  pad: [4, padding],
});
/** Settings of `simple`: writes a text to the kernel log. */
export interface SimpleAction extends Infer<typeof actSimpleAttributes> {}
/** Layout of {@link SimpleAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actSimple = withDefaults(whole(nest<SimpleAction>(actSimpleAttributes)), (given) => ({
  parms: {},
  ...given,
}));
