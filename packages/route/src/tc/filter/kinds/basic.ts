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
import { actPolice } from "../../action/kinds/police.js";
import { ematches } from "./ematch/ematch.js";

/** Hit counters of a `basic` filter (`struct tc_basic_pcnt`). */
export const basicPcnt = struct("tc_basic_pcnt", {
  /** Number of lookups. */
  rcnt: u64,
  /** Number of matches. */
  rhit: u64,
});
/** Hit counters of a `basic` filter. */
export interface BasicPcnt extends Infer<typeof basicPcnt> {}

/** Settings of a `basic` filter: extended matches (`TCA_BASIC_*`). */
export const basicAttributes = attributes("basic-attrs", "TCA_BASIC_", {
  /** Class of matching packets. */
  classid: [1, u32],
  /** Extended matches that must hold; when absent, everything matches. */
  ematches: [2, ematches],
  /** Actions on matching packets. */
  act: [3, acts],
  /** Policer, in the obsolete form; use `act`. */
  police: [4, actPolice],
  /** Hit counters; read-only. */
  pcnt: [5, readOnly(nest<BasicPcnt>(basicPcnt))],
  /** Alignment. */
  pad: [6, padding],
});
/** Settings of a `basic` filter: extended matches. */
export interface BasicFilter extends Infer<typeof basicAttributes> {}
/** Layout of {@link BasicFilter}, which the kernel replaces as a whole. */
export const basicFilter = whole(nest<BasicFilter>(basicAttributes));
