export { type CmpExpr, cmpOp, exprCmp } from "./cmp.js";
export { type CounterExpr, exprCounter } from "./counter.js";
export { type ExpressionData, type ExpressionName, expressionData, expressionName } from "./formats.js";
export { exprImmediate, type ImmediateExpr } from "./immediate.js";
export { exprLookup, type LookupExpr, lookupFlags } from "./lookup.js";
export { exprMeta, type MetaExpr, metaKey } from "./meta.js";
export { exprPayload, type PayloadExpr, payloadBase, payloadCsumFlags, payloadCsumType } from "./payload.js";
