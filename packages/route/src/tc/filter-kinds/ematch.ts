import {
  attributes,
  binary,
  enumeration,
  flags,
  type Infer,
  indexedArray,
  nest,
  pad,
  struct,
  u16,
} from "@rxnetlink/core";

/** What an extended match looks at (`TCF_EM_*`). */
export const ematchKind = enumeration("TCF_EM_", u16, {
  /** Another match, by its place in the list: brackets. */
  container: 0,
  /** A number in the packet. */
  cmp: 1,
  /** Bytes in the packet. */
  nbyte: 2,
  /** A word in the packet. */
  u32: 3,
  /** Metadata. */
  meta: 4,
  /** A text anywhere in the packet. */
  text: 5,
  /** Not used. */
  vlan: 6,
  /** The id of a CAN frame. */
  canid: 7,
  /** A set of addresses. */
  ipset: 8,
  /** An iptables match. */
  ipt: 9,
});

/** How an extended match is joined with the next; 4 inverts it (`TCF_EM_REL_*`). */
export const ematchFlags = flags("TCF_EM_REL_", u16, {
  /** Both must hold. */
  and: 1,
  /** One must hold. */
  or: 2,
});

/** Head of a tree of extended matches (`struct tcf_ematch_tree_hdr`). */
export const ematchTreeHdr = struct("tcf_ematch_tree_hdr", {
  /** How many matches there are. */
  nmatches: u16,
  /** Who made the tree; 0 is tc. */
  progid: u16,
});
/** Head of a tree of extended matches. */
export interface EmatchTreeHdr extends Infer<typeof ematchTreeHdr> {}

/** An extended match (`struct tcf_ematch_hdr`). */
export const ematchHdr = struct("tcf_ematch_hdr", {
  /** Not used. */
  matchid: u16,
  /** What it looks at. */
  kind: ematchKind,
  /** How it is joined with the next; 0 for the last. */
  flags: ematchFlags,
  _: pad(2),
  /** What it is compared with, by kind: `struct tcf_em_cmp`, `struct tc_u32_key` … */
  data: binary,
});
/** An extended match. */
export interface Ematch extends Infer<typeof ematchHdr> {}

/** A tree of extended matches (`TCA_EMATCH_*`). */
export const ematchAttributes = attributes("ematch-attrs", "TCA_EMATCH_", {
  /** Its head. */
  treeHdr: [1, nest<EmatchTreeHdr>(ematchTreeHdr)],
  /** The matches, in order. */
  treeList: [2, indexedArray(nest<Ematch>(ematchHdr))],
});
/** A tree of extended matches. */
export interface Ematches extends Infer<typeof ematchAttributes> {}
