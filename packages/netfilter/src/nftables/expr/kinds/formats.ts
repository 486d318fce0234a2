import { type Infer, kindOf, type Other, subMessage } from "@rxnetlink/core/schema";
import { exprCmp } from "./cmp.js";
import { exprCounter } from "./counter.js";
import { exprImmediate } from "./immediate.js";
import { exprLookup } from "./lookup.js";
import { exprMeta } from "./meta.js";
import { exprPayload } from "./payload.js";

/** `NFTA_EXPR_DATA`, by the name of the expression. */
export const expressionData = subMessage("name", {
  /** Compares a register with bytes. */
  cmp: exprCmp,
  /** Counts packets. */
  counter: exprCounter,
  /** Loads bytes into a register, or decides on the packet. */
  immediate: exprImmediate,
  /** Looks a register up in a set or map. */
  lookup: exprLookup,
  /** Loads or sets metadata of the packet. */
  meta: exprMeta,
  /** Loads or writes bytes of the packet. */
  payload: exprPayload,
});
/** Settings of an expression: one member, named after it. */
export interface ExpressionData extends Infer<typeof expressionData> {}

/** Name of an expression. */
export const expressionName = kindOf(expressionData);
/** Known names of expressions, or any other. */
export type ExpressionName = (typeof expressionName.words)[number] | Other;
