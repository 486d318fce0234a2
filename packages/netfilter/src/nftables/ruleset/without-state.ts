import { isRecord } from "@rxnetlink/core/internal";
import type { Type } from "@rxnetlink/core/schema";
import { type Chain, chainMessage } from "../chain/layout.js";
import type { Element } from "../element/element.js";
import type { RawElement } from "../element/layout.js";
import { type Flowtable, flowtableMessage } from "../flowtable/layout.js";
import { type StatefulObject, statefulObjectMessage } from "../object/layout.js";
import { type Rule, ruleMessage } from "../rule/layout.js";
import { type NftSet, setFlags, setMessage } from "../set/layout.js";
import { type Table, tableMessage } from "../table/layout.js";
import { expressionState, textOf } from "../transaction/ensure/normal.js";
import { elementKey } from "./model/keys.js";
import type { ChainNode, SetNode, TableNode } from "./nodes.js";

/** Members that the kernel chooses or counts. */
const CHOSEN = ["version", "resId", "handle", "use", "position", "counters", "count", "id"];

const mapped = <V, R>(all: ReadonlyMap<string, V>, convert: (value: V) => R): Map<string, R> =>
  new Map([...all].map(([key, value]) => [key, convert(value)]));

function without<T extends object>(value: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) as T;
}

/** Leaves out what requests cannot set. */
function unchosen<T extends object>(layout: Type<T>, value: T): T {
  const reported = Object.keys(value).filter((key) => layout.member?.(key)?.readOnly !== undefined);
  return without(value, [...CHOSEN, ...reported]);
}

/** Leaves out the state of expressions, at any depth. */
function stateless<T>(value: T): T {
  if (Array.isArray(value)) return value.map(stateless) as T;
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => {
    const rest = stateless(member);
    return [key, isRecord(rest) ? without(rest, expressionState(key)) : rest];
  });
  return Object.fromEntries(entries) as T;
}

const lasts = ({ expiration }: Pick<Element | RawElement, "expiration">) => expiration === undefined;

/** Rows of a tree stand in its order; others are sorted, since the order of a hash table means nothing. */
function inOrder<T>({ flags = 0 }: NftSet, elements: readonly T[]): readonly T[] {
  if (setFlags.has(flags, "interval")) return elements;
  return [...elements].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** Leaves out a note that `nft` makes only where adjacent elements are merged. */
function noted({ userdata, ...set }: NftSet): NftSet {
  if (userdata === undefined) return set;
  const { mergeElements, ...notes } = userdata;
  return { ...set, userdata: mergeElements ? userdata : notes };
}

function setWithoutState({ set, elements, raw }: SetNode): SetNode {
  const rows = inOrder(set, [...raw.values()].filter(lasts).map(stateless));
  return {
    set: noted(unchosen<NftSet>(setMessage, set)),
    elements: elements
      .filter(lasts)
      .map(stateless)
      .sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1)),
    raw: new Map(rows.map((row) => [elementKey(row), row])),
  };
}

const chainWithoutState = ({ chain, rules }: ChainNode): ChainNode => ({
  chain: unchosen<Chain>(chainMessage, chain),
  rules: rules.map((rule) => stateless(unchosen<Rule>(ruleMessage, rule))),
});

/**
 * Returns a table without what the kernel chooses or counts, such as handles and counters, and without elements that end after
 * their time: what is left is equal for tables that were made in the same way.
 */
export function withoutState({ table, chains, sets, objects, flowtables }: TableNode): TableNode {
  return {
    table: unchosen<Table>(tableMessage, table),
    chains: mapped(chains, chainWithoutState),
    sets: mapped(sets, setWithoutState),
    objects: mapped(objects, (object) => stateless(unchosen<StatefulObject>(statefulObjectMessage, object))),
    flowtables: mapped(flowtables, (flowtable) => unchosen<Flowtable>(flowtableMessage, flowtable)),
  };
}
