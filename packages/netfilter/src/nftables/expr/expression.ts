import { attributes, type Infer, nest, nestedArray, type Type } from "@rxnetlink/core/schema";
import { type ExpressionData, type ExpressionName, expressionData, expressionName } from "./kinds/formats.js";
import { asNested } from "./nested.js";

/** Attributes of an expression (`NFTA_EXPR_*`). */
export const expressionAttributes = attributes("expr-attrs", "NFTA_EXPR_", {
  /** Name: `"payload"`, `"cmp"`, `"counter"` …; filled in from `data`. */
  name: [1, nest<ExpressionName>(expressionName)],
  /** Settings: one member, named after the expression. Absent if the kernel reports none, as of `notrack`. */
  data: [2, nest<ExpressionData>(expressionData)],
});
/**
 * A step of a rule: loads, compares, changes or decides.
 *
 * @example
 * const tcp: Expression[] = [
 *   { data: { meta: { key: "l4proto", dreg: 1 } } },
 *   { data: { cmp: { sreg: 1, op: "eq", data: { value: Uint8Array.of(6) } } } },
 *   { data: { immediate: { dreg: 0, data: { verdict: { code: "accept" } } } } },
 * ];
 */
export interface Expression extends Infer<typeof expressionAttributes> {}

/** Layout of {@link Expression}. */
export const expression: Type<Expression> = asNested(nest<Expression>(expressionAttributes));

/** Layout of the expressions of a rule, in order (`NFTA_LIST_ELEM`). */
export const expressionList: Type<Expression[]> = nestedArray(1, expression);
