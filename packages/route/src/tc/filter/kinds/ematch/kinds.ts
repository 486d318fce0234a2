import {
  binary,
  enumeration,
  flags,
  type Infer,
  nest,
  packed,
  required,
  struct,
  subMessage,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { type U32Key, u32Key } from "../u32.js";
import { cmpMatch, type EmatchCmp, type EmatchNbyte, nbyteMatch } from "./bits.js";
import { type EmatchMeta, ematchMetaAttributes } from "./meta.js";

/** Kinds of extended matches (`TCF_EM_*`). */
export const ematchKind = enumeration("TCF_EM_", u16, {
  /** Group of other matches, by the position of the first in the list: brackets. */
  container: 0,
  /** Number in the packet. */
  cmp: 1,
  /** Bytes in the packet. */
  nbyte: 2,
  /** Word in the packet. */
  u32: 3,
  /** Metadata of the packet in the kernel. */
  meta: 4,
  /** Text anywhere in the packet. */
  text: 5,
  /** Not used. */
  vlan: 6,
  /** CAN frame id. */
  canid: 7,
  /** IP set. */
  ipset: 8,
  /** iptables match. */
  ipt: 9,
});

/** CAN frame ids to match (`struct can_filter`). */
export const canFilter = struct("can_filter", {
  /** Id, with the flags of its format (`CAN_EFF_FLAG` 0x80000000). */
  canId: required(u32),
  /** Mask of the id. */
  canMask: required(u32),
});
/** CAN frame ids to match. */
export interface CanFilter extends Infer<typeof canFilter> {}

/** Addresses to look up in a set, one bit for each dimension (`IPSET_DIM_*_SRC`). */
export const ipsetFlags = flags("IPSET_", u8, {
  /** Inverts the result. */
  invMatch: 1,
  /** First dimension is the source, else the destination. */
  dimOneSrc: 2,
  /** Second dimension is the source. */
  dimTwoSrc: 4,
  /** Third dimension is the source. */
  dimThreeSrc: 8,
});

/** IP set and the lookup in it (`struct xt_set_info`). */
export const xtSetInfo = struct("xt_set_info", {
  /** Index of the set. */
  index: required(u16),
  /** Number of dimensions to look up. */
  dim: required(u8),
  /** Addresses to look up. */
  flags: ipsetFlags,
});
/** IP set and the lookup in it. */
export interface XtSetInfo extends Infer<typeof xtSetInfo> {}

/** Data of an extended match, by its kind. */
export const ematchData = subMessage("kind", {
  /** Group of other matches: the position of the first in the list. */
  container: u32,
  /** Number in the packet. */
  cmp: nest<EmatchCmp>(cmpMatch),
  /** Bytes in the packet. */
  nbyte: nest<EmatchNbyte>(nbyteMatch),
  /** Word in the packet. */
  u32: nest<U32Key>(u32Key),
  /** Metadata of the packet in the kernel. */
  meta: nest<EmatchMeta>(ematchMetaAttributes),
  /** Text: `struct tcf_em_text` and the text as raw bytes. */
  text: binary,
  /** CAN frame ids. */
  canid: packed(nest<CanFilter>(canFilter)),
  /** IP set. */
  ipset: nest<XtSetInfo>(xtSetInfo),
  /** iptables match: its attributes (`TCA_EM_IPT_*`) as raw bytes. */
  ipt: binary,
});
/** Data of an extended match: one member, named after its kind. */
export interface EmatchData extends Infer<typeof ematchData> {}
