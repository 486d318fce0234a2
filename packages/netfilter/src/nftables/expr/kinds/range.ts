import { attributes, be32, enumeration, type Infer, nest } from "@rxnetlink/core/schema";
import { type Data, data } from "../../common/data.js";
import { register } from "../../common/register.js";
import { dataText, join, wordOf } from "../words.js";

/** Comparisons with a range (`NFT_RANGE_*`). */
export const rangeOp = enumeration("NFT_RANGE_", be32, {
  /** Within the range. */
  eq: 0,
  /** Outside the range. */
  neq: 1,
});

/** Attributes of `range` (`NFTA_RANGE_*`). */
export const exprRange = attributes("range-attrs", "NFTA_RANGE_", {
  /** Register to compare. */
  sreg: [1, register],
  /** Comparison. */
  op: [2, rangeOp],
  /** First bytes of the range. */
  fromData: [3, nest<Data>(data)],
  /** Last bytes of the range. */
  toData: [4, nest<Data>(data)],
});
/** Compares a register with a range of bytes. */
export interface RangeExpr extends Infer<typeof exprRange> {}

/** Returns `range` in nft's notation. */
export function rangeText({ op, sreg = 0, fromData, toData }: RangeExpr): string {
  return join(`${wordOf(op)} reg ${sreg}`, dataText(fromData), dataText(toData));
}
