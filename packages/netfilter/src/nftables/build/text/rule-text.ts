import type { Expression } from "../../expr/expression.js";
import { formatExpression } from "../../expr/text.js";
import type { AnonymousSet, Family } from "../compile/compiled.js";
import { Catalog } from "./catalog.js";
import { readChange } from "./changes.js";
import { destinationText } from "./destinations.js";
import { readLoad } from "./loads.js";
import { readLookup, readMatch } from "./matches.js";
import { type Item, Reader } from "./reader.js";
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
  return printRule(rule, family, { linkName: () => undefined, ...options, catalog: new Catalog() });
}

/** What rules are printed with. */
interface Printing {
  readonly catalog: Catalog;
  linkName(index: number): string | undefined;
}

/** Some expressions that belong together, and what they say. */
interface Group {
  readonly items: readonly Item[];
  readonly expressions: readonly Expression[];
}

/** Reads a rule, statement by statement. */
function readRule(
  { expressions = [], sets = [] }: PrintableRule,
  family: Family,
  { linkName, catalog }: Printing,
): { reader: Reader; groups: readonly Group[] } {
  const reader = new Reader(family, sets, linkName, catalog);
  const groups: Group[] = [];
  const owned = new Set<Item>();
  let start = 0;
  const finish = (end: number) => {
    const items = reader.items.filter((item) => !owned.has(item));
    for (const item of items) owned.add(item);
    groups.push({ items, expressions: expressions.slice(start, end) });
    start = end;
  };
  for (let at = 0; at < expressions.length; ) {
    const count = readNext(reader, expressions.slice(at));
    if (count === 0) unread(reader, expressions.slice(start, at + 1));
    at += Math.max(count, 1);
    if (reader.registers.size === 0) finish(at);
  }
  if (start < expressions.length) {
    unread(reader, expressions.slice(start));
    finish(expressions.length);
  }
  return { reader, groups };
}

/** Prints a rule with a catalog, which may print others too. */
export function printRule(rule: PrintableRule, family: Family, printing: Printing): string {
  const { comment } = rule;
  const texts = readRule(rule, family, printing).reader.items.map(({ text }) => text);
  return [...texts, ...(comment === undefined ? [] : [`comment ${JSON.stringify(comment)}`])].join(" ");
}

/** A part of a rule in nft's words, and its expressions. */
export interface StatementText {
  readonly text: string;
  readonly expressions: readonly Expression[];
}

/** Returns the statements of a rule; matches that a later one implies belong to it. */
export function statementTexts(rule: PrintableRule, family: Family, printing: Printing): StatementText[] {
  const { reader, groups } = readRule(rule, family, printing);
  const left = new Set(reader.items);
  const out: StatementText[] = [];
  let implied: Expression[] = [];
  for (const { items, expressions } of groups) {
    implied.push(...expressions);
    const text = items.filter((item) => left.has(item)).map((item) => item.text);
    if (text.length === 0) continue;
    out.push({ text: text.join(" "), expressions: implied });
    implied = [];
  }
  return out;
}
