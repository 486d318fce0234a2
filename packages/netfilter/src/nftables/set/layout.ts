import {
  attributes,
  be32,
  be64,
  enumeration,
  flags,
  type Infer,
  message,
  nest,
  nestedArray,
  padding,
  readOnly,
  string,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { objectType } from "../common/object-type.js";
import { expression, expressionList } from "../expr/expression.js";
import { setUserdata } from "../userdata/set.js";
import { keyType } from "./key-type.js";

/** Set flags (`NFT_SET_*`). */
export const setFlags = flags("NFT_SET_", be32, {
  /** It belongs to the rule that looks it up, and ends with it. */
  anonymous: 0x1,
  /** Its elements are fixed once a rule uses it. */
  constant: 0x2,
  /** Its elements may be ranges. */
  interval: 0x4,
  /** It maps keys to data. */
  map: 0x8,
  /** Its elements may end after a time. */
  timeout: 0x10,
  /** Packets may add elements. */
  eval: 0x20,
  /** It maps keys to stateful objects. */
  object: 0x40,
  /** Its keys have several fields, and may be ranges; since 5.6. */
  concat: 0x80,
  /** Elements have the expressions of the set; since 5.11. */
  expr: 0x100,
});

/** Aim of the kernel when it chooses a type of set (`NFT_SET_POL_*`). */
export const setPolicy = enumeration("NFT_SET_POL_", be32, { performance: 0, memory: 1 });

/** One field of a key (`NFTA_SET_FIELD_*`). */
export const setFieldAttributes = attributes("set-field-attrs", "NFTA_SET_FIELD_", {
  /** Length in bytes, without padding. */
  len: [1, be32],
});
/** One field of a key. */
export interface SetField extends Infer<typeof setFieldAttributes> {}

/** Description of a set (`NFTA_SET_DESC_*`). */
export const setDescAttributes = attributes("set-desc-attrs", "NFTA_SET_DESC_", {
  /** Number of elements: the most that there may be, except in an anonymous set. */
  size: [1, be32],
  /** Fields of the key, if it has several and may be a range; since 5.6. */
  concat: [2, nestedArray(1, nest<SetField>(setFieldAttributes))],
});
/** Description of a set. */
export interface SetDesc extends Infer<typeof setDescAttributes> {}

/** Attributes of set messages (`NFTA_SET_*`). */
export const setAttributes = attributes("set-attrs", "NFTA_SET_", {
  /** Name of the table. */
  table: [1, string],
  /** Name, up to 255 bytes; `%d` in that of an anonymous set stands for a number that the kernel chooses. */
  name: [2, string],
  /** Flags; see {@link setFlags}. */
  flags: [3, setFlags],
  /** Type of keys: `"ipv4_addr"`, or `"ipv4_addr . inet_service"`. */
  keyType: [4, keyType],
  /** Length of keys in bytes; each field of several is padded to 4. */
  keyLen: [5, be32],
  /** Type of the data that a map holds. */
  dataType: [6, keyType],
  /** Length of data in bytes; absent from maps to verdicts. */
  dataLen: [7, be32],
  /** Aim of the kernel when it chooses a type of set. */
  policy: [8, setPolicy],
  /** Number of elements, and fields of the key. */
  desc: [9, nest<SetDesc>(setDescAttributes)],
  /** Number by which other steps of the same transaction refer to it. */
  id: [10, be32],
  /** Time after which elements end that have none of their own, in milliseconds. */
  timeout: [11, be64],
  /** Interval between collections of elements that have ended, in milliseconds. */
  gcInterval: [12, be32],
  /** Notes of user space: byte orders and a comment. */
  userdata: [13, setUserdata],
  /** Alignment. */
  pad: [14, padding],
  /** Type of the stateful objects that it maps to. */
  objType: [15, objectType],
  /** Handle. */
  handle: [16, be64],
  /** The one expression of each element; since 5.7. */
  expr: [17, expression],
  /** Expressions of each element; since 5.11. */
  expressions: [18, expressionList],
  /** Kernel's type of set, such as `"rbtree"`; since 6.15. Read-only. */
  type: [19, readOnly(string)],
  /** Number of elements; since 6.15. Read-only. */
  count: [20, readOnly(be32)],
});

/** Layout of `NFT_MSG_NEWSET`, `NFT_MSG_DELSET` and `NFT_MSG_GETSET`. */
export const setMessage = message("set", nfgenmsg, setAttributes);
/** A set or a map; its elements are read apart. */
export interface NftSet extends Infer<typeof setMessage> {}
