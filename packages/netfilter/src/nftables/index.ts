/**
 * nftables: expressions, and what they act on.
 *
 * @module nftables
 */
export { type Data, data, dataAttributes } from "./data.js";
export { type Expression, expression, expressionAttributes, expressionList } from "./expr/expression.js";
export * from "./expr/kinds/index.js";
export { natRangeFlags } from "./expr/nat-range-flags.js";
export { nfprotoNumber } from "./expr/nfproto.js";
export { normalExpression } from "./expr/normal.js";
export { formatExpression, formatExpressions } from "./expr/text.js";
export { objectType } from "./object-type.js";
export {
  NFT_REG_1,
  NFT_REG_2,
  NFT_REG_3,
  NFT_REG_4,
  NFT_REG_VERDICT,
  NFT_REG32_00,
  NFT_REG32_15,
  normalRegister,
  register,
} from "./register.js";
export { type Verdict, verdictAttributes, verdictCode } from "./verdict.js";
