import { isRecord } from "@rxnetlink/core/internal";
import { attributes, be32, flags, type Infer, refine, type Type } from "@rxnetlink/core/schema";
import { type Expression, expressionList } from "./expression.js";

/** Flags of {@link RuleCompat} (`NFT_RULE_COMPAT_F_*`). */
export const ruleCompatFlags = flags("NFT_RULE_COMPAT_F_", be32, {
  /** Not used. */
  unused: 1,
  /** The rule matches all but this protocol. */
  inv: 2,
});

/** Attributes of what matches and targets of xtables must know of their rule (`NFTA_RULE_COMPAT_*`). */
export const ruleCompatAttributes = attributes("rule-compat-attrs", "NFTA_RULE_COMPAT_", {
  /** Transport protocol of the rule; 0 is any. */
  proto: [1, be32],
  /** Flags. */
  flags: [2, ruleCompatFlags],
});
/** What matches and targets of xtables must know of their rule. The kernel requires it of requests, and does not report it. */
export interface RuleCompat extends Infer<typeof ruleCompatAttributes> {}

/** True if an expression loads the transport protocol; the network header has it for IPv4 alone, as older programs load it. */
function loadsProtocol({ data }: Expression): boolean {
  if (data?.meta !== undefined) return data.meta.key === "l4proto" && data.meta.dreg !== undefined;
  const { base, offset, len } = data?.payload ?? {};
  return base === "network" && offset === 9 && len === 1;
}

/**
 * Returns what the kernel must know of a rule with matches or targets of xtables, such as a listed one that is to be made again:
 * the protocol that its expressions compare. Returns `undefined` for rules without.
 */
export function ruleCompatOf(expressions: readonly Expression[]): RuleCompat | undefined {
  if (!expressions.some(({ data }) => data?.match ?? data?.target)) return undefined;
  const cmp = expressions[expressions.findIndex(loadsProtocol) + 1]?.data?.cmp;
  const proto = cmp?.data?.value?.[0];
  if (!expressions.some(loadsProtocol) || proto === undefined) return { proto: 0, flags: 0 };
  return { proto, flags: ruleCompatFlags.of(...(cmp?.op === "neq" ? (["inv"] as const) : [])) };
}

/** Returns what an array of expressions implies for its rule; bad input is found when it is written. */
function implied(expressions: unknown): { compat?: RuleCompat } {
  const usable = Array.isArray(expressions) && expressions.every((it) => isRecord(it));
  const compat = usable ? ruleCompatOf(expressions as Expression[]) : undefined;
  return compat === undefined ? {} : { compat };
}

/** Layout of the expressions of a rule, which fill in its `compat` in requests. */
export const ruleExpressions: Type<Expression[]> = refine(expressionList, {
  imply: (expressions, beside, request) =>
    request && beside.compat === undefined ? implied(expressions) : {},
});
