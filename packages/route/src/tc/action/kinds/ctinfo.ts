import {
  attributes,
  type Infer,
  nest,
  padding,
  readOnly,
  struct,
  u16,
  u32,
  u64,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Parameters of `ctinfo` (`struct tc_ctinfo`). */
export const ctinfoParms = struct("tc_ctinfo", tcGen);
/** Parameters of `ctinfo`. */
export interface CtinfoParms extends Infer<typeof ctinfoParms> {}

/** Settings of `ctinfo`: restores DSCP and mark of the packet from the connection's mark (`TCA_CTINFO_*`). */
export const actCtinfoAttributes = attributes("act-ctinfo-attrs", "TCA_CTINFO_", {
  /** Alignment. */
  pad: [1, padding],
  /** Timestamps; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  act: [3, nest<CtinfoParms>(ctinfoParms)],
  /** Conntrack zone. */
  zone: [4, u16],
  /** Mask of the six bits of the connection's mark that hold the DSCP. */
  parmsDscpMask: [5, u32],
  /** Mask of bits of the mark, one of which must be set for the DSCP to be restored; 0 restores it always. */
  parmsDscpStatemask: [6, u32],
  /** Mask of the bits of the connection's mark that are copied to the packet's. */
  parmsCpmarkMask: [7, u32],
  /** Packets whose DSCP was restored; read-only. */
  statsDscpSet: [8, readOnly(u64)],
  /** Packets whose DSCP could not be restored; read-only. */
  statsDscpError: [9, readOnly(u64)],
  /** Packets whose mark was restored; read-only. */
  statsCpmarkSet: [10, readOnly(u64)],
});
/** Settings of `ctinfo`: restores DSCP and mark of the packet from the connection's mark. */
export interface CtinfoAction extends Infer<typeof actCtinfoAttributes> {}
/** Layout of {@link CtinfoAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actCtinfo = withDefaults(whole(nest<CtinfoAction>(actCtinfoAttributes)), (given) => ({
  act: {},
  ...given,
}));
