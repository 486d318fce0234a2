import { binary, enumeration, type Infer, nest, string, u32 } from "@rxnetlink/core/schema";
import { type TlvsOf, tlvs } from "./tlvs.js";

/** Byte order of keys and data, as `nft` notes it for its own use. */
export const setByteorder = enumeration("BYTEORDER_", u32, {
  invalid: 0,
  /** Of this machine. */
  hostEndian: 1,
  /** Of the network. */
  bigEndian: 2,
});

const typeofMembers = {
  /** Kind of the expression, by a number of `nft`. */
  expr: [0, u32],
  /** Its parameters, in a form of their own for each kind. */
  data: [1, binary],
} as const;

/** Expression that a set was declared by (`typeof ip saddr`). */
export interface SetTypeof extends TlvsOf<typeof typeofMembers> {}
/** Layout of the expression that a set was declared by. */
export const setTypeof = nest<SetTypeof>(tlvs("typeof", typeofMembers));

const members = {
  /** Byte order of keys; without it, `nft` shows numbers swapped. */
  keyByteorder: [0, setByteorder],
  /** Byte order of data. */
  dataByteorder: [1, setByteorder],
  /** 1 if `nft` merges elements that touch or overlap (`auto-merge`), else 0. */
  mergeElements: [2, u32],
  /** Expression that the key was declared by. */
  keyTypeof: [3, setTypeof],
  /** Expression that the data was declared by. */
  dataTypeof: [4, setTypeof],
  /** Expressions of elements, for `nft`. */
  expr: [5, binary],
  /** 1 if the data are intervals, else 0. */
  dataInterval: [6, u32],
  /** Comment. */
  comment: [7, string],
} as const;

/** User data of a set. */
export interface SetUserdata extends TlvsOf<typeof members> {}
/** Layout of the user data of a set. */
export const setUserdata = nest<SetUserdata>(tlvs("set-userdata", members));
/** Byte order noted for keys and data. */
export type SetByteorder = Infer<typeof setByteorder>;
