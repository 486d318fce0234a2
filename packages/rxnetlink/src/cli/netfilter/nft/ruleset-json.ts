import { toJson } from "@rxnetlink/core";
import {
  type Expression,
  type NftRule,
  type NftSet,
  type Ruleset,
  type SetNode,
  setFlags,
  type TableNode,
} from "@rxnetlink/netfilter/nftables";
import { isAnonymous } from "./anonymous.js";
import { areValues, elementToJson } from "./element-json.js";
import { type Kind, layouts } from "./layouts.js";

/** A step in JSON. */
type StepJson = Readonly<Record<string, unknown>>;

/** Members that name a set, by expression. */
const SET_NAMES = { lookup: "set", objref: "setName", dynset: "setName" } as const;

const add = (kind: Kind, value: object): StepJson => ({
  add: { [kind]: toJson(layouts[kind] as never, value as never) },
});

/** Sets without a name that a rule brings along, each with a number by which its expressions refer to it. */
class OwnSets {
  readonly found: object[] = [];

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

function ruleStep(rule: NftRule, sets: TableNode["sets"]): StepJson {
  const own = new OwnSets(sets);
  const expressions = rule.expressions?.map((expression) => own.refer(expression));
  const given = { ...rule, expressions, ...(own.found.length > 0 && { sets: own.found }) };
  return { append: { rule: toJson(layouts.rule as never, given as never) } };
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

/** Returns the step that adds the elements of a set. */
function* elementSteps({ set, elements, raw }: SetNode): Generator<StepJson> {
  if (raw.size === 0) return;
  const { family, table, name } = set;
  if (areValues(elements))
    yield {
      add: { element: { set: { family, table, name }, elements: elements.map((it) => elementToJson(it)) } },
    };
  else yield add("element", { family, table, set: name, elements: [...raw.values()] });
}

/** Returns the steps that make a table and all in it, each after what it refers to. */
function* tableSteps(node: TableNode): Generator<StepJson> {
  const { table, objects, chains, flowtables, sets } = node;
  const named = [...sets.values()].filter((one) => !isAnonymous(one));
  const filled = filledSets(node);
  yield add("table", table);
  for (const object of objects.values()) yield add("object", object);
  for (const { chain } of chains.values()) yield add("chain", chain);
  for (const flowtable of flowtables.values()) yield add("flowtable", flowtable);
  for (const { set } of named) yield add("set", filled.has(set.name) ? fillable(set) : set);
  for (const one of named) yield* elementSteps(one);
  for (const { rules } of chains.values()) for (const rule of rules) yield ruleStep(rule, sets);
}

/** Returns a ruleset as the steps that make it, which `rxnl nft apply` takes. */
export function rulesetToJson({ tables }: Ruleset): StepJson[] {
  return [...tables.values()].flatMap((node) => [...tableSteps(node)]);
}
