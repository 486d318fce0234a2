import {
  attributes,
  extend,
  type Infer,
  nest,
  pad,
  padding,
  readOnly,
  struct,
  u16,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Parameters of `connmark` (`struct tc_connmark`). */
export const connmarkParms = struct(
  "tc_connmark",
  extend(tcGen, {
    /** Conntrack zone. */
    zone: u16,
    _: pad(2),
  }),
);
/** Parameters of `connmark`. */
export interface ConnmarkParms extends Infer<typeof connmarkParms> {}

/** Settings of `connmark`: copies the connection's mark to the packet (`TCA_CONNMARK_*`). */
export const actConnmarkAttributes = attributes("act-connmark-attrs", "TCA_CONNMARK_", {
  /** Parameters. */
  parms: [1, nest<ConnmarkParms>(connmarkParms)],
  /** Timestamps; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Alignment. */
  pad: [3, padding],
});
/** Settings of `connmark`: copies the connection's mark to the packet. */
export interface ConnmarkAction extends Infer<typeof actConnmarkAttributes> {}
/** Layout of {@link ConnmarkAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actConnmark = withDefaults(whole(nest<ConnmarkAction>(actConnmarkAttributes)), (given) => ({
  parms: {},
  ...given,
}));
