import type { Expression } from "../../expr/expression.js";
import { formatExpression } from "../../expr/text.js";
import type { AnonymousSet, Family } from "../compile/compiled.js";
import { readChange } from "./changes.js";
import { destinationText } from "./destinations.js";
import { readLoad } from "./loads.js";
import { readLookup, readMatch } from "./matches.js";
import { Reader } from "./reader.js";
import { statementText } from "./statements.js";

/** A rule to print: one that was listed, or one that was compiled. */
export interface PrintableRule {
  /** Expressions, in order. */
  readonly expressions?: readonly Expression[] | undefined;
  /** Sets to which they refer, with their elements; without them, sets of a rule show as expressions. */
  readonly sets?: readonly AnonymousSet[] | undefined;
  /** Comment. */
  readonly comment?: string | undefined;
}

/** Settings of {@link ruleText}. */
export interface RuleTextOptions {
  /** Returns the name of a link by its index; by default, indices are printed. */
  readonly linkName?: (index: number) => string | undefined;
}

/** Reads one or several expressions, and returns how many. */
function readNext(reader: Reader, expressions: readonly Expression[]): number {
  const [first] = expressions as [Expression];
  if (first.data?.lookup !== undefined) return readLookup(reader, first.data.lookup) ? 1 : 0;
  const matched = readMatch(reader, expressions);
  if (matched > 0) return matched;
  if (readChange(reader, first) || readLoad(reader, first)) return 1;
  const text = destinationText(reader, first) ?? statementText(reader, first);
  if (text === undefined) return 0;
  reader.add(text);
  return 1;
}

/** Adds an unknown expression in debug notation, with those that load what it uses. */
function unread(reader: Reader, expressions: readonly Expression[]): void {
  reader.add(expressions.map(formatExpression).join(" "));
}

/**
 * Returns a rule as `nft` prints it: `ip saddr 192.0.2.1 tcp dport { 22, 80 } accept`. What it cannot say so is printed in
 * the notation of `nft --debug=netlink`, so that nothing is hidden.
 *
 * @param rule - The rule, such as one of `rule(…).compile("inet")`, with its sets.
 * @param family - Family of its table.
 */
export function ruleText(rule: PrintableRule, family: Family, options: RuleTextOptions = {}): string {
  const { expressions = [], sets = [], comment } = rule;
  const reader = new Reader(family, sets, options.linkName ?? (() => undefined));
  let pending = 0;
  for (let at = 0; at < expressions.length; ) {
    const count = readNext(reader, expressions.slice(at));
    if (count === 0) unread(reader, expressions.slice(at - pending, at + 1));
    at += Math.max(count, 1);
    pending = reader.registers.size === 0 ? 0 : pending + Math.max(count, 1);
  }
  if (pending > 0) unread(reader, expressions.slice(expressions.length - pending));
  const texts = reader.items.map(({ text }) => text);
  return [...texts, ...(comment === undefined ? [] : [`comment ${JSON.stringify(comment)}`])].join(" ");
}
