import {
  attributes,
  be16,
  be32,
  flags,
  type Infer,
  nest,
  packed,
  pad,
  padding,
  readOnly,
  required,
  s16,
  s32,
  string,
  struct,
  u8,
  u16,
  u32,
  u64,
  whole,
} from "@rxnetlink/core/schema";
import { acts } from "../../action/act.js";
import { actPolice } from "../../action/kinds/police.js";
import { type Input, withCount, withDefaults } from "../../request.js";
import { clsFlags } from "./cls-flags.js";

/** Flags of a `u32` filter (`TC_U32_*`). */
export const u32Flags = flags("TC_U32_", u8, {
  /** Classifies packets that match and ends the search. */
  terminal: 1,
  /** Starts the next table at a fixed offset. */
  offset: 2,
  /** Starts the next table at an offset read from the packet. */
  varoffset: 4,
  /** Keeps the start of the next table for the tables after it. */
  eat: 8,
});

/** Word of a packet to match (`struct tc_u32_key`). */
export const u32Key = struct("tc_u32_key", {
  /** Mask of the word. */
  mask: required(be32),
  /** Value of the word. */
  val: required(be32),
  /** Offset of the word, in bytes from the network header, or from the next header after an offset. */
  off: required(s32),
  /** -1 if the offset counts from the next header, else 0. */
  offmask: s32,
});
/** Word of a packet to match. */
export interface U32Key extends Infer<typeof u32Key> {}

/** Words to match and start of the next table (`struct tc_u32_sel`). */
export const u32SelLayout = struct("tc_u32_sel", {
  /** Flags; `terminal` by default, unless it links to another table. */
  flags: u32Flags,
  /** Shift of the offset read from the packet. */
  offshift: u8,
  /** Number of keys; written from `keys`. */
  nkeys: u8,
  _: pad(1),
  /** Mask of the offset read from the packet. */
  offmask: be16,
  /** Position of that offset in the packet, in bytes. */
  off: u16,
  /** Fixed offset of the next table, in bytes. */
  offoff: s16,
  /** Offset of the word by which the next table is hashed, in bytes. */
  hoff: s16,
  /** Mask of that word. */
  hmask: be32,
  /** Words to match. */
  keys: packed(nest<U32Key>(u32Key)),
});
/** Words to match and start of the next table. */
export interface U32Sel extends Infer<typeof u32SelLayout> {}

/** Layout of {@link U32Sel} with `nkeys` filled in. */
const u32Sel = withCount(nest<U32Sel>(u32SelLayout), "nkeys", "keys");

/** Hit counters of a `u32` filter (`struct tc_u32_pcnt`). */
export const u32PcntLayout = struct("tc_u32_pcnt", {
  /** Number of lookups. */
  rcnt: u64,
  /** Number of matches. */
  rhit: u64,
  /** Number of matches of each key. */
  kcnts: packed(u64),
});
/** Hit counters of a `u32` filter. */
export interface U32Pcnt extends Infer<typeof u32PcntLayout> {}

/** Firewall mark to match (`struct tc_u32_mark`). */
export const u32Mark = struct("tc_u32_mark", {
  /** Value to match. */
  val: required(u32),
  /** Mask. */
  mask: required(u32),
  /** Number of matches; read-only. */
  success: readOnly(u32),
});
/** Firewall mark to match. */
export interface U32Mark extends Infer<typeof u32Mark> {}

/** Settings of a `u32` filter: matches words of the packet, in linked hash tables (`TCA_U32_*`). */
export const u32Attributes = attributes("u32-attrs", "TCA_U32_", {
  /** Class of matching packets. */
  classid: [1, u32],
  /** Table and bucket that hold the filter, see {@link u32Handle}. */
  hash: [2, u32],
  /** Table to search next, likewise. */
  link: [3, u32],
  /** Number of buckets; creates a table. */
  divisor: [4, u32],
  /** Words to match. */
  sel: [5, u32Sel],
  /** Policer, in the obsolete form; use `act`. */
  police: [6, actPolice],
  /** Actions on matching packets. */
  act: [7, acts],
  /** Name of the incoming link. */
  indev: [8, string],
  /** Hit counters; read-only, only in kernels with `CONFIG_CLS_U32_PERF`. */
  pcnt: [9, readOnly(nest<U32Pcnt>(u32PcntLayout))],
  /** Firewall mark to match; silently ignored by kernels without `CONFIG_CLS_U32_MARK`. */
  mark: [10, nest<U32Mark>(u32Mark)],
  /** Hardware offload. */
  flags: [11, clsFlags],
  /** Alignment. */
  pad: [12, padding],
});
/** Settings of a `u32` filter: matches words of the packet, in linked hash tables. */
export interface U32Filter extends Infer<typeof u32Attributes> {}

/** Sets `terminal` on a filter with a class or actions, as tc does; without the flag the kernel would do nothing. */
function fill(given: Input<U32Filter>): Input<U32Filter> {
  const { sel, classid, act, police } = given;
  const ends = classid !== undefined || act !== undefined || police !== undefined;
  const flags = ends ? u32Flags.bits.terminal : 0;
  return sel === undefined ? given : { ...given, sel: { ...sel, flags: sel.flags ?? flags } };
}

/** Layout of {@link U32Filter}, which the kernel replaces as a whole. */
export const u32Filter = withDefaults(whole(nest<U32Filter>(u32Attributes)), fill);

//  handle:  31        20 19      12 11         0
//           | table     | bucket   | filter    |      "800:0:1": all hexadecimal

/**
 * Returns the handle of a `u32` filter from its table, bucket and number: `u32Handle(0x800, 0, 1)` is tc's `800::1`.
 */
export function u32Handle(table: number, bucket = 0, filter = 0): number {
  return ((table << 20) | ((bucket & 0xff) << 12) | (filter & 0xfff)) >>> 0;
}
