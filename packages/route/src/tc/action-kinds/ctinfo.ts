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
} from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled } from "../request.js";

/** Parameters of `ctinfo` (`struct tc_ctinfo`). */
export const ctinfoParms = struct("tc_ctinfo", tcGen);
/** Parameters of `ctinfo`. */
export interface CtinfoParms extends Infer<typeof ctinfoParms> {}

/** Settings of `ctinfo`: the connection's mark gives back diffserv and mark (`TCA_CTINFO_*`). */
export const actCtinfoAttributes = attributes("act-ctinfo-attrs", "TCA_CTINFO_", {
  /** Alignment. */
  pad: [1, padding],
  /** Times; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  act: [3, nest<CtinfoParms>(ctinfoParms)],
  /** Zone of the connections. */
  zone: [4, u16],
  /** Which six bits of the connection's mark are the diffserv field. */
  parmsDscpMask: [5, u32],
  /** Bits of the mark of which one must be set for that; 0 is always. */
  parmsDscpStatemask: [6, u32],
  /** Which bits of the connection's mark become the packet's. */
  parmsCpmarkMask: [7, u32],
  /** Diffserv fields restored; read-only. */
  statsDscpSet: [8, readOnly(u64)],
  /** Failures of that; read-only. */
  statsDscpError: [9, readOnly(u64)],
  /** Marks restored; read-only. */
  statsCpmarkSet: [10, readOnly(u64)],
});
/** Settings of `ctinfo`: the connection's mark gives back diffserv and mark. */
export interface CtinfoAction extends Infer<typeof actCtinfoAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actCtinfo = filled(whole(nest<CtinfoAction>(actCtinfoAttributes)), (given) => ({
  act: {},
  ...given,
}));
