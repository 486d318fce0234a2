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
} from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { actPolice } from "../action-kinds/police.js";
import { filled, type Given } from "../request.js";
import { counted } from "../values/counted.js";
import { clsFlags } from "./cls-flags.js";

/** What a `u32` filter does besides matching (`TC_U32_*`). */
export const u32Flags = flags("TC_U32_", u8, {
  /** Packets that match have this class. */
  terminal: 1,
  /** The next table begins further on, at a fixed place. */
  offset: 2,
  /** The next table begins further on, at a place that the packet says. */
  varoffset: 4,
  /** Where the next table begins stays so. */
  eat: 8,
});

/** Bits that a word of a packet must have (`struct tc_u32_key`). */
export const u32Key = struct("tc_u32_key", {
  /** Which bits count. */
  mask: required(be32),
  /** The bits. */
  val: required(be32),
  /** Where the word is, in bytes from the network header, or from the next one after an offset. */
  off: required(s32),
  /** -1 where the place counts from the next header, else 0. */
  offmask: s32,
});
/** Bits that a word of a packet must have. */
export interface U32Key extends Infer<typeof u32Key> {}

/** What a packet must have, and where the next table begins (`struct tc_u32_sel`). */
export const u32SelLayout = struct("tc_u32_sel", {
  /** What it does besides; `terminal` by default, unless another table is looked into. */
  flags: u32Flags,
  /** Shift of the offset that the packet says. */
  offshift: u8,
  /** How many keys there are; written as they are many. */
  nkeys: u8,
  _: pad(1),
  /** Mask of that offset. */
  offmask: be16,
  /** Where the packet says it, in bytes. */
  off: u16,
  /** Fixed offset, in bytes. */
  offoff: s16,
  /** Which word the next table is hashed by, in bytes. */
  hoff: s16,
  /** Which bits of it. */
  hmask: be32,
  /** The words that must match. */
  keys: packed(nest<U32Key>(u32Key)),
});
/** What a packet must have, and where the next table begins. */
export interface U32Sel extends Infer<typeof u32SelLayout> {}

/** The same, with `nkeys` filled in. */
const u32Sel = counted(nest<U32Sel>(u32SelLayout), "nkeys", "keys");

/** How often a `u32` filter was asked (`struct tc_u32_pcnt`). */
export const u32PcntLayout = struct("tc_u32_pcnt", {
  /** How often it was asked. */
  rcnt: u64,
  /** How often it matched. */
  rhit: u64,
  /** How often each key matched. */
  kcnts: packed(u64),
});
/** How often a `u32` filter was asked. */
export interface U32Pcnt extends Infer<typeof u32PcntLayout> {}

/** Firewall mark that packets must have (`struct tc_u32_mark`). */
export const u32Mark = struct("tc_u32_mark", {
  /** The bits. */
  val: required(u32),
  /** Which bits count. */
  mask: required(u32),
  /** How often it matched; read-only. */
  success: readOnly(u32),
});
/** Firewall mark that packets must have. */
export interface U32Mark extends Infer<typeof u32Mark> {}

/** Settings of a `u32` filter: words of the packet match, in linked hash tables (`TCA_U32_*`). */
export const u32Attributes = attributes("u32-attrs", "TCA_U32_", {
  /** Class of the packets that match. */
  classid: [1, u32],
  /** Table and bucket that it is in, see {@link u32Handle}. */
  hash: [2, u32],
  /** Table to look into next, likewise. */
  link: [3, u32],
  /** Makes a table of so many buckets. */
  divisor: [4, u32],
  /** What must match. */
  sel: [5, u32Sel],
  /** A policer, the old way. */
  police: [6, actPolice],
  /** What is done with packets that match. */
  act: [7, acts],
  /** Name of the link that they come in by. */
  indev: [8, string],
  /** How often it was asked; read-only, and only where the kernel counts (`CONFIG_CLS_U32_PERF`). */
  pcnt: [9, readOnly(nest<U32Pcnt>(u32PcntLayout))],
  /** Firewall mark that must match; a kernel built without `CONFIG_CLS_U32_MARK` ignores it and tells nothing of it. */
  mark: [10, nest<U32Mark>(u32Mark)],
  /** Whether the hardware applies it. */
  flags: [11, clsFlags],
  /** Alignment. */
  pad: [12, padding],
});
/** Settings of a `u32` filter: words of the packet match, in linked hash tables. */
export interface U32Filter extends Infer<typeof u32Attributes> {}

/** What has a class or actions ends the search, as tc has it: without that flag the kernel would do nothing. */
function fill(given: Given<U32Filter>): Given<U32Filter> {
  const { sel, classid, act, police } = given;
  const ends = classid !== undefined || act !== undefined || police !== undefined;
  const flags = ends ? u32Flags.bits.terminal : 0;
  return sel === undefined ? given : { ...given, sel: { ...sel, flags: sel.flags ?? flags } };
}

/** The same, which the kernel replaces as a whole. */
export const u32Filter = filled(whole(nest<U32Filter>(u32Attributes)), fill);

//  handle:  31        20 19      12 11         0
//           | table     | bucket   | filter    |      "800:0:1": all hexadecimal

/** The handle of a `u32` filter, of its table, bucket and number: `u32Handle(0x800, 0, 1)` is tc's `800::1`. */
export function u32Handle(table: number, bucket = 0, filter = 0): number {
  return ((table << 20) | ((bucket & 0xff) << 12) | (filter & 0xfff)) >>> 0;
}
