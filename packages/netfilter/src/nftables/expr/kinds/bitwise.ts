import { attributes, be32, enumeration, type Infer, nest } from "@rxnetlink/core/schema";
import { type Data, data } from "../../common/data.js";
import { register } from "../../common/register.js";
import { dataText, join, named } from "../words.js";

/** Operations on bits (`NFT_BITWISE_*`); since 5.6, older kernels know `maskXor` only. */
export const bitwiseOp = enumeration("NFT_BITWISE_", be32, {
  /** `(sreg & mask) ^ xor`. */
  maskXor: 0,
  /** Shift to the left by `data`. */
  lshift: 1,
  /** Shift to the right by `data`. */
  rshift: 2,
  /** `sreg & sreg2`, or with `data`; since 6.13. */
  and: 3,
  /** `sreg | sreg2`, or with `data`; since 6.13. */
  or: 4,
  /** `sreg ^ sreg2`, or with `data`; since 6.13. */
  xor: 5,
});

/** Attributes of `bitwise` (`NFTA_BITWISE_*`). */
export const exprBitwise = attributes("expr-bitwise-attrs", "NFTA_BITWISE_", {
  /** Register to calculate with. */
  sreg: [1, register],
  /** Register that receives the result. */
  dreg: [2, register],
  /** Number of bytes. */
  len: [3, be32],
  /** Bits that are kept, as many bytes as `len`. */
  mask: [4, nest<Data>(data)],
  /** Bits that are then inverted, as many bytes as `len`. */
  xor: [5, nest<Data>(data)],
  /** Operation; `"maskXor"` by default. */
  op: [6, bitwiseOp],
  /** Number of bits to shift by, 4 bytes in host order, or the other operand. */
  data: [7, nest<Data>(data)],
  /** Register with the other operand; since 6.13. */
  sreg2: [8, register],
});
/** Calculates with the bits of a register. */
export interface BitwiseExpr extends Infer<typeof exprBitwise> {}

const SIGNS: Readonly<Record<string, string>> = { lshift: "<<", rshift: ">>", and: "&", or: "|", xor: "^" };

/** Returns `bitwise` in nft's notation. */
export function bitwiseText({
  sreg = 0,
  dreg = 0,
  mask,
  xor,
  op = "maskXor",
  data,
  sreg2,
}: BitwiseExpr): string {
  const from = `reg ${dreg} = ( reg ${sreg}`;
  if (op === "maskXor") return join(from, "&", dataText(mask), ") ^", dataText(xor));
  return join(from, SIGNS[op] ?? "unknown", named("reg", sreg2) ?? dataText(data), ")");
}
