import { attributes, be32, enumeration, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { wordOf } from "../words.js";

/** Directions of a conversion (`NFT_BYTEORDER_*`). */
export const byteorderOp = enumeration("NFT_BYTEORDER_", be32, {
  /** Network to host. */
  ntoh: 0,
  /** Host to network. */
  hton: 1,
});

/** Attributes of `byteorder` (`NFTA_BYTEORDER_*`). */
export const exprByteorder = attributes("expr-byteorder-attrs", "NFTA_BYTEORDER_", {
  /** Register to convert. */
  sreg: [1, register],
  /** Register that receives the result. */
  dreg: [2, register],
  /** Direction. */
  op: [3, byteorderOp],
  /** Number of bytes. */
  len: [4, be32],
  /** Number of bytes of each number: 2, 4 or 8. */
  size: [5, be32],
});
/** Converts numbers in a register between host and network order. */
export interface ByteorderExpr extends Infer<typeof exprByteorder> {}

/** Returns `byteorder` in nft's notation. */
export function byteorderText({ sreg = 0, dreg = 0, op, len = 0, size = 0 }: ByteorderExpr): string {
  return `reg ${dreg} = ${wordOf(op)}(reg ${sreg}, ${size}, ${len})`;
}
