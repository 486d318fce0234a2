import { attributes, type Infer, nest, padding, readOnly, struct, u32, u64, whole } from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { clsFlags } from "./cls-flags.js";

/** How often a `matchall` filter was asked (`struct tc_matchall_pcnt`). */
export const matchallPcnt = struct("tc_matchall_pcnt", {
  /** How often. */
  rhit: u64,
});
/** How often a `matchall` filter was asked. */
export interface MatchallPcnt extends Infer<typeof matchallPcnt> {}

/** Settings of a `matchall` filter: everything matches (`TCA_MATCHALL_*`). */
export const matchallAttributes = attributes("matchall-attrs", "TCA_MATCHALL_", {
  /** Class of the packets. */
  classid: [1, u32],
  /** What is done with them. */
  act: [2, acts],
  /** Whether the hardware applies it. */
  flags: [3, clsFlags],
  /** How often it was asked; read-only. */
  pcnt: [4, readOnly(nest<MatchallPcnt>(matchallPcnt))],
  /** Alignment. */
  pad: [5, padding],
});
/** Settings of a `matchall` filter: everything matches. */
export interface MatchallFilter extends Infer<typeof matchallAttributes> {}
/** The same, which the kernel replaces as a whole. */
export const matchallFilter = whole(nest<MatchallFilter>(matchallAttributes));
