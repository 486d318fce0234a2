import {
  attributes,
  be32,
  be64,
  flags,
  type Infer,
  message,
  nest,
  nestedArray,
  padding,
  string,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { data } from "../common/data.js";
import { expression, expressionList } from "../expr/expression.js";
import { elementUserdata } from "../userdata/element.js";

/** Flags of an element (`NFT_SET_ELEM_*`). */
export const rawElementFlags = flags("NFT_SET_ELEM_", be32, {
  /** The first key after an interval. */
  intervalEnd: 0x1,
  /** Matches the keys that no other element does; since 5.13. */
  catchall: 0x2,
});

/** Attributes of an element (`NFTA_SET_ELEM_*`). */
export const rawElementAttributes = attributes("setelem-attrs", "NFTA_SET_ELEM_", {
  /** Key; of an interval, its first. */
  key: [1, data],
  /** Data that a map has for the key: a value or a verdict. */
  data: [2, data],
  /** Flags. */
  flags: [3, rawElementFlags],
  /** Time after which it ends, in milliseconds. */
  timeout: [4, be64],
  /** Time until it ends, in milliseconds; in a request, the first of it. */
  expiration: [5, be64],
  /** Notes of user space: a comment. */
  userdata: [6, elementUserdata],
  /** The one expression of it. */
  expr: [7, expression],
  /** Alignment. */
  pad: [8, padding],
  /** Name of the stateful object that a map has for the key. */
  objref: [9, string],
  /** Last key of an interval, if keys have several fields; since 5.6. */
  keyEnd: [10, data],
  /** Expressions of it; since 5.11. */
  expressions: [11, expressionList],
});
/** An element as the kernel has it: half of an interval if keys have one field. */
export interface RawElement extends Infer<typeof rawElementAttributes> {}

/** Attributes of element messages (`NFTA_SET_ELEM_LIST_*`). */
export const elementsAttributes = attributes("setelem-list-attrs", "NFTA_SET_ELEM_LIST_", {
  /** Name of the table. */
  table: [1, string],
  /** Name of the set. */
  set: [2, string],
  /** Elements. */
  elements: [3, nestedArray(1, nest<RawElement>(rawElementAttributes))],
  /** Number of a set of the same transaction, in place of `set`. */
  setId: [4, be32],
});

/** Layout of `NFT_MSG_NEWSETELEM`, `NFT_MSG_DELSETELEM` and `NFT_MSG_GETSETELEM`. */
export const elementsMessage = message("elements", nfgenmsg, elementsAttributes);
/** Elements of one set, as the kernel has them. */
export interface RawElements extends Infer<typeof elementsMessage> {}
