import { attributes, type Infer, nest, padding, readOnly, struct, u32, u64, whole } from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { actPolice } from "../action-kinds/police.js";
import { ematches } from "./ematch/ematch.js";

/** How often a `basic` filter was asked (`struct tc_basic_pcnt`). */
export const basicPcnt = struct("tc_basic_pcnt", {
  /** How often it was asked. */
  rcnt: u64,
  /** How often it matched. */
  rhit: u64,
});
/** How often a `basic` filter was asked. */
export interface BasicPcnt extends Infer<typeof basicPcnt> {}

/** Settings of a `basic` filter: extended matches (`TCA_BASIC_*`). */
export const basicAttributes = attributes("basic-attrs", "TCA_BASIC_", {
  /** Class of the packets that match. */
  classid: [1, u32],
  /** What must hold; absent, everything matches. */
  ematches: [2, ematches],
  /** What is done with packets that match. */
  act: [3, acts],
  /** A policer, the old way. */
  police: [4, actPolice],
  /** How often it was asked; read-only. */
  pcnt: [5, readOnly(nest<BasicPcnt>(basicPcnt))],
  /** Alignment. */
  pad: [6, padding],
});
/** Settings of a `basic` filter: extended matches. */
export interface BasicFilter extends Infer<typeof basicAttributes> {}
/** The same, which the kernel replaces as a whole. */
export const basicFilter = whole(nest<BasicFilter>(basicAttributes));
