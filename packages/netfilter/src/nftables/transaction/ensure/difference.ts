import { chainFlags } from "../../chain/layout.js";
import type { ChainNode, TableNode } from "../../ruleset/nodes.js";
import { setFlags } from "../../set/layout.js";
import type { Step } from "../step.js";
import { elementEdits } from "./elements.js";
import { textOf } from "./normal.js";
import { chainText, flowtableText, isSameObject, isSameSet, policyOf } from "./objects.js";
import { isAnonymous, ruleEdits } from "./rules.js";
import type { Wanted, WantedChain, WantedTable } from "./wanted.js";

/** Kinds of objects that are compared as a whole. */
type Kind = "object" | "flowtable" | "set" | "chain";

/** Steps by when they must come: what is referred to is made first, and removed last. */
class Edits {
  readonly rules: Step[] = [];
  readonly elements: Step[] = [];
  readonly removed: Step[] = [];
  readonly made: Step[] = [];
  readonly newElements: Step[] = [];
  readonly newRules: Step[] = [];

  all(): Step[] {
    const { rules, elements, removed, made, newElements, newRules } = this;
    return [...rules, ...elements, ...removed, ...made, ...newElements, ...newRules];
  }
}

/** Objects of one kind, as they are and as they are wanted. */
interface Comparison<T, N> {
  readonly kind: Kind;
  readonly there: ReadonlyMap<string, T>;
  readonly wanted: ReadonlyMap<string, Wanted<object, N>>;
  isSame(there: T, wanted: N): boolean;
}

/** Makes what is missing and removes what is not wanted; returns false if something must be made differently. */
function compare<T extends object, N>(edits: Edits, comparison: Comparison<T, N>): boolean {
  const { kind, there, wanted, isSame } = comparison;
  for (const [key, row] of there)
    if (!wanted.has(key)) edits.removed.push({ type: "delete", kind, value: row } as Step);
  for (const [key, { given, row }] of wanted) {
    const known = there.get(key);
    if (known === undefined) edits.made.push({ type: "add", kind, value: given } as Step);
    else if (!isSame(known, row)) return false;
  }
  return true;
}

const mapped = <V, R>(map: ReadonlyMap<string, V>, convert: (value: V) => R): Map<string, R> =>
  new Map([...map].map(([key, value]) => [key, convert(value)]));

/** Compares the rules and the policy of a chain. */
function compareChain(
  edits: Edits,
  node: ChainNode | undefined,
  { given, row, rules }: WantedChain,
  there: TableNode,
): void {
  const { removals, additions } = ruleEdits(node?.rules ?? [], rules, there.sets);
  edits.rules.push(...removals);
  edits.newRules.push(...additions);
  const policy = policyOf(row);
  if (node === undefined || policyOf(node.chain) === policy) return;
  const { family, table, name } = given;
  edits.made.push({ type: "add", kind: "chain", value: { family, table, name, policy } } as Step);
}

/** Compares all that has no parts of its own. */
function compareObjects(edits: Edits, there: TableNode, wanted: WantedTable): boolean {
  const named = new Map([...there.sets].filter(([, { set }]) => !isAnonymous(set)));
  const sets = mapped(named, ({ set }) => set);
  const chains = mapped(there.chains, ({ chain }) => chain);
  const sameBy =
    <T>(text: (row: T) => string) =>
    (one: T, other: T) =>
      text(one) === text(other);
  return (
    compare(edits, { kind: "set", there: sets, wanted: wanted.sets, isSame: isSameSet }) &&
    compare(edits, { kind: "chain", there: chains, wanted: wanted.chains, isSame: sameBy(chainText) }) &&
    compare(edits, {
      ...{ kind: "object", there: there.objects, wanted: wanted.objects, isSame: isSameObject },
    }) &&
    compare(edits, {
      ...{ kind: "flowtable", there: there.flowtables, wanted: wanted.flowtables },
      isSame: sameBy(flowtableText),
    })
  );
}

/** Returns the names of the sets to which packets add elements, by their flags or by a rule. */
function filledSets({ sets, chains }: WantedTable): Set<string | undefined> {
  const declared = [...sets].filter(([, { row }]) => setFlags.has(row.flags ?? 0, "eval"));
  const expressions = [...chains.values()].flatMap(({ rules }) =>
    rules.flatMap((rule) => rule.expressions ?? []),
  );
  return new Set([
    ...declared.map(([name]) => name),
    ...expressions.map(({ data }) => data?.dynset?.setName),
  ]);
}

/**
 * Returns the steps that bring a table to what it is to hold, and leave alone what is as it should be.
 *
 * @param userdata - User data that the table is to have.
 * @returns `undefined` if the kernel cannot change the table so: it has to be made again.
 */
export function tableEdits(
  there: TableNode,
  userdata: object | undefined,
  wanted: WantedTable,
): Step[] | undefined {
  const { table, chains, sets } = there;
  const isBound = ({ chain }: ChainNode) => chainFlags.has(chain.flags ?? 0, "binding");
  if ((table.flags ?? 0) !== 0 || textOf(table.userdata) !== textOf(userdata)) return undefined;
  if ([...chains.values()].some(isBound)) return undefined;
  const edits = new Edits();
  if (!compareObjects(edits, there, wanted)) return undefined;
  for (const [name, { chain, rules }] of chains)
    if (!wanted.chains.has(name) && rules.length > 0)
      edits.rules.push({ type: "flush", kind: "chain", value: chain });
  for (const [name, chain] of wanted.chains) compareChain(edits, chains.get(name), chain, there);
  const filled = filledSets(wanted);
  for (const [name, set] of wanted.sets) {
    const node = sets.get(name) ?? { set: set.row, elements: [], raw: new Map() };
    const { removals, additions } = elementEdits(node, set, filled.has(name));
    edits.elements.push(...removals);
    edits.newElements.push(...additions);
  }
  return edits.all();
}
