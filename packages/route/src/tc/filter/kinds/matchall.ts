import {
  attributes,
  type Infer,
  nest,
  padding,
  readOnly,
  struct,
  u32,
  u64,
  whole,
} from "@rxnetlink/core/schema";
import { acts } from "../../action/act.js";
import { clsFlags } from "./cls-flags.js";

/** Hit counter of a `matchall` filter (`struct tc_matchall_pcnt`). */
export const matchallPcnt = struct("tc_matchall_pcnt", {
  /** Number of packets. */
  rhit: u64,
});
/** Hit counter of a `matchall` filter. */
export interface MatchallPcnt extends Infer<typeof matchallPcnt> {}

/** Settings of a `matchall` filter: matches everything (`TCA_MATCHALL_*`). */
export const matchallAttributes = attributes("matchall-attrs", "TCA_MATCHALL_", {
  /** Class of the packets. */
  classid: [1, u32],
  /** Actions on the packets. */
  act: [2, acts],
  /** Hardware offload. */
  flags: [3, clsFlags],
  /** Hit counter; read-only. */
  pcnt: [4, readOnly(nest<MatchallPcnt>(matchallPcnt))],
  /** Alignment. */
  pad: [5, padding],
});
/** Settings of a `matchall` filter: matches everything. */
export interface MatchallFilter extends Infer<typeof matchallAttributes> {}
/** Layout of {@link MatchallFilter}, which the kernel replaces as a whole. */
export const matchallFilter = whole(nest<MatchallFilter>(matchallAttributes));
