import { isBytes, isRecord } from "@rxnetlink/core/internal";
import type { Element } from "../element/element.js";
import type { Expression } from "../expr/expression.js";
import type { Rule } from "../rule/layout.js";
import { type NftSet, setFlags } from "../set/layout.js";
import type { RuleGiven, RuleSet, Step } from "../transaction/step.js";
import { type Transaction, transaction } from "../transaction/transaction.js";
import type { SetNode, TableNode } from "./nodes.js";

/** Members that name a set, by expression. */
const SET_NAMES = { lookup: "set", objref: "setName", dynset: "setName" } as const;

const isAnonymous = ({ set }: SetNode) => setFlags.has(set.flags ?? 0, "anonymous");

/** Sets without a name that a rule brings along, each with a number by which its expressions refer to it. */
class OwnSets {
  readonly found: RuleSet[] = [];

  constructor(readonly sets: TableNode["sets"]) {}

  /** Returns an expression that refers to such a set by number. */
  refer(expression: Expression): Expression {
    const [name, data] = Object.entries(expression.data ?? {})[0] ?? [];
    const member = SET_NAMES[name as keyof typeof SET_NAMES] as string | undefined;
    const settings = data as Readonly<Record<string, unknown>>;
    const node = member === undefined ? undefined : this.sets.get(String(settings[member]));
    if (member === undefined || node === undefined || !isAnonymous(node)) return expression;
    const { handle: _, ...set } = node.set;
    const setName = set.name!.replace(/\d+$/, "%d");
    const setId = this.found.length + 1;
    this.found.push({ ...set, name: setName, id: setId, elements: [...node.raw.values()] });
    return { ...expression, data: { [name!]: { ...settings, [member]: setName, setId } } } as Expression;
  }
}

function ruleGiven(rule: Rule, sets: TableNode["sets"]): RuleGiven {
  const own = new OwnSets(sets);
  const expressions = rule.expressions?.map((expression) => own.refer(expression));
  return {
    ...rule,
    ...(expressions !== undefined && { expressions }),
    ...(own.found.length > 0 && { sets: own.found }),
  };
}

/** Returns the names of the sets to which rules add elements. */
function filledSets({ chains }: TableNode): Set<string | undefined> {
  const rules = [...chains.values()].flatMap((node) => node.rules);
  return new Set(
    rules.flatMap(({ expressions = [] }) => expressions.map(({ data }) => data?.dynset?.setName)),
  );
}

/**
 * Returns a set as it must be made for rules that add elements. The kernel has given it a size when it met the first such rule,
 * and would take a set with a size for one that packets do not change.
 */
const fillable = (set: NftSet) => ({ ...set, flags: setFlags.of("eval") | (set.flags ?? 0) });

/** Returns true if JSON has a form for a key: not for bytes and large numbers, whose type would be lost. */
function isPlain(key: unknown): boolean {
  if (Array.isArray(key)) return key.every(isPlain);
  if (typeof key === "bigint" || isBytes(key)) return false;
  return !isRecord(key) || (isPlain(key.from) && isPlain(key.to));
}

/** Returns true if elements can be written by value; else as the kernel has them. */
function areValues(elements: readonly Element[]): boolean {
  return elements.every(({ key, data }) => isPlain(key) && isPlain(data));
}

const add = (kind: "table" | "object" | "chain" | "flowtable" | "set" | "element", value: object): Step =>
  ({ type: "add", kind, value }) as Step;

/** Returns the step that adds the elements of a set. */
function* elementSteps({ set, elements, raw }: SetNode): Generator<Step> {
  if (raw.size === 0) return;
  const { family, table, name } = set;
  if (areValues(elements)) yield add("element", { set, elements });
  else yield add("element", { family, table, set: name, elements: [...raw.values()] });
}

/** Returns the steps that make a table and all in it, each after what it refers to. */
function* tableSteps(node: TableNode): Generator<Step> {
  const { table, objects, chains, flowtables, sets } = node;
  const named = [...sets.values()].filter((one) => !isAnonymous(one));
  const filled = filledSets(node);
  yield add("table", table);
  for (const object of objects.values()) yield add("object", object);
  for (const { chain } of chains.values()) yield add("chain", chain);
  for (const flowtable of flowtables.values()) yield add("flowtable", flowtable);
  for (const { set } of named) yield add("set", filled.has(set.name) ? fillable(set) : set);
  for (const one of named) yield* elementSteps(one);
  for (const { rules } of chains.values())
    for (const rule of rules) yield { type: "append", kind: "rule", value: ruleGiven(rule, sets) } as Step;
}

/**
 * Returns the transaction that makes a table as it is, and all in it. Its values are those of the ruleset, counters included; see
 * {@link withoutState}.
 *
 * @example
 * const all = [...ruleset.tables.values()].map((table) => tableTransaction(table));
 */
export function tableTransaction(table: TableNode): Transaction {
  return transaction([...tableSteps(table)]);
}
