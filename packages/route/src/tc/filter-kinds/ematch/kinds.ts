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
} from "@rxnetlink/core";
import { type U32Key, u32Key } from "../u32.js";
import { cmpMatch, type EmatchCmp, type EmatchNbyte, nbyteMatch } from "./bits.js";
import { type EmatchMeta, ematchMetaAttributes } from "./meta.js";

/** What an extended match looks at (`TCF_EM_*`). */
export const ematchKind = enumeration("TCF_EM_", u16, {
  /** Other matches, by the place of the first in the list: brackets. */
  container: 0,
  /** A number in the packet. */
  cmp: 1,
  /** Bytes in the packet. */
  nbyte: 2,
  /** A word in the packet. */
  u32: 3,
  /** What the kernel knows of the packet. */
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

/** Ids of CAN frames that match (`struct can_filter`). */
export const canFilter = struct("can_filter", {
  /** The id, with the flags of its format (`CAN_EFF_FLAG` 0x80000000). */
  canId: required(u32),
  /** Which bits of it. */
  canMask: required(u32),
});
/** Ids of CAN frames that match. */
export interface CanFilter extends Infer<typeof canFilter> {}

/** Which addresses are looked up in a set, one bit a dimension (`IPSET_DIM_*_SRC`). */
export const ipsetFlags = flags("IPSET_", u8, {
  /** The result is inverted. */
  invMatch: 1,
  /** The first dimension is the source; else the destination. */
  dimOneSrc: 2,
  /** The second one is. */
  dimTwoSrc: 4,
  /** The third one is. */
  dimThreeSrc: 8,
});

/** A set and how it is asked (`struct xt_set_info`). */
export const xtSetInfo = struct("xt_set_info", {
  /** Number of the set. */
  index: required(u16),
  /** How many dimensions are asked. */
  dim: required(u8),
  /** What they are. */
  flags: ipsetFlags,
});
/** A set and how it is asked. */
export interface XtSetInfo extends Infer<typeof xtSetInfo> {}

/** What follows the head of an extended match, by its kind. */
export const ematchData = subMessage("kind", {
  /** Other matches: the place of the first of them in the list. */
  container: u32,
  /** A number in the packet. */
  cmp: nest<EmatchCmp>(cmpMatch),
  /** Bytes in the packet. */
  nbyte: nest<EmatchNbyte>(nbyteMatch),
  /** A word in the packet. */
  u32: nest<U32Key>(u32Key),
  /** What the kernel knows of the packet. */
  meta: nest<EmatchMeta>(ematchMetaAttributes),
  /** A text; `struct tcf_em_text` and the text, as they are. */
  text: binary,
  /** Ids of CAN frames. */
  canid: packed(nest<CanFilter>(canFilter)),
  /** A set of addresses. */
  ipset: nest<XtSetInfo>(xtSetInfo),
  /** An iptables match; its attributes (`TCA_EM_IPT_*`), as they are. */
  ipt: binary,
});
/** What an extended match is compared with: one member, named by its kind. */
export interface EmatchData extends Infer<typeof ematchData> {}
