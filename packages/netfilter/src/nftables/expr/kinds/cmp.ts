import { attributes, be32, enumeration, type Infer, nest } from "@rxnetlink/core/schema";
import { type Data, data } from "../../common/data.js";
import { register } from "../../common/register.js";
import { dataText, join, wordOf } from "../words.js";

/** Comparisons (`NFT_CMP_*`); bytes are compared from the first on, as numbers in network order are. */
export const cmpOp = enumeration("NFT_CMP_", be32, {
  eq: 0,
  neq: 1,
  lt: 2,
  lte: 3,
  gt: 4,
  gte: 5,
});

/** Attributes of `cmp` (`NFTA_CMP_*`). */
export const exprCmp = attributes("expr-cmp-attrs", "NFTA_CMP_", {
  /** Register to compare. */
  sreg: [1, register],
  /** Comparison. */
  op: [2, cmpOp],
  /** Bytes to compare it with; their number is that of the bytes compared. */
  data: [3, nest<Data>(data)],
});
/** Compares a register with bytes; the rule ends for the packet if that fails. */
export interface CmpExpr extends Infer<typeof exprCmp> {}

/** Returns `cmp` in nft's notation. */
export function cmpText({ sreg = 0, op, data }: CmpExpr): string {
  return join(`${wordOf(op)} reg ${sreg}`, dataText(data));
}
