import { type Chain, chainMessage } from "../../chain/layout.js";
import { decodeElements, elementEncoder } from "../../element/codec.js";
import type { Element, ElementKey, SetElements } from "../../element/element.js";
import type { RawElement, RawElements } from "../../element/layout.js";
import { mergedElements } from "../../element/merged.js";
import { type Flowtable, flowtableMessage } from "../../flowtable/layout.js";
import { type StatefulObject, statefulObjectMessage } from "../../object/layout.js";
import { objectKey } from "../../ruleset/model/keys.js";
import { completeSet } from "../../set/complete.js";
import type { SetGiven } from "../../set/given.js";
import { type NftSet, setMessage } from "../../set/layout.js";
import type { AddStep, EndStep, Given, PlaceStep, RuleGiven, Step } from "../step.js";
import { asRead } from "./normal.js";

/** An object as it was given, and as the kernel will report it. */
export interface Wanted<G, T> {
  readonly given: G;
  readonly row: T;
}

/** A chain that is wanted, and its rules in order. */
export interface WantedChain extends Wanted<Given["chain"], Chain> {
  readonly rules: RuleGiven[];
}

/** A set that is wanted, and its elements. */
export interface WantedSet extends Wanted<Given["set"], NftSet> {
  readonly elements: readonly Element[];
}

/** What a table is to hold. */
export interface WantedTable {
  readonly chains: ReadonlyMap<string, WantedChain>;
  readonly sets: ReadonlyMap<string, WantedSet>;
  readonly objects: ReadonlyMap<string, Wanted<Given["object"], StatefulObject>>;
  readonly flowtables: ReadonlyMap<string, Wanted<Given["flowtable"], Flowtable>>;
}

/** Steps that cannot be told apart by what they leave behind, so that they have to be carried out. */
class Unpredictable extends Error {}

interface CollectedSet extends Wanted<Given["set"], NftSet> {
  readonly raws: RawElement[];
}

/** Follows steps that fill an empty table. */
class Contents {
  readonly chains = new Map<string, WantedChain>();
  readonly sets = new Map<string, CollectedSet>();
  readonly objects = new Map<string, Wanted<Given["object"], StatefulObject>>();
  readonly flowtables = new Map<string, Wanted<Given["flowtable"], Flowtable>>();

  take(step: Step): void {
    const { type, kind } = step;
    if (kind === "rule" && type !== "replace" && type in PLACES) this.#place(step as EndStep | PlaceStep);
    else if (type === "add" || type === "create") this.#add(step as AddStep);
    else throw new Unpredictable();
  }

  #add({ kind, value }: AddStep): void {
    if (kind === "chain") {
      const row = asRead<Chain>(chainMessage, value);
      put(this.chains, row.name, { given: value as Given["chain"], row, rules: [] });
    } else if (kind === "set") {
      const row = asRead<NftSet>(setMessage, completeSet(value as SetGiven));
      put(this.sets, row.name, { given: value as Given["set"], row, raws: [] });
    } else if (kind === "object") {
      const row = asRead<StatefulObject>(statefulObjectMessage, value);
      put(this.objects, objectKey(row), { given: value as Given["object"], row });
    } else if (kind === "flowtable") {
      const row = asRead<Flowtable>(flowtableMessage, value);
      put(this.flowtables, row.name, { given: value as Given["flowtable"], row });
    } else this.#addElements(value as SetElements | RawElements);
  }

  #addElements({ set, elements = [] }: SetElements | RawElements): void {
    const [name, raws] =
      typeof set === "object"
        ? [set.name, rawsOf(set, [...(elements as SetElements["elements"])])]
        : [set, elements as readonly RawElement[]];
    const known = this.sets.get(String(name));
    if (known === undefined) throw new Unpredictable();
    for (const raw of raws) known.raws.push(raw);
  }

  #place(step: EndStep | PlaceStep): void {
    const rules = this.chains.get(String(step.value.chain))?.rules;
    if (rules === undefined) throw new Unpredictable();
    const at = PLACES[step.type as keyof typeof PLACES];
    if (!("there" in step)) return void rules.splice(at(0, rules.length), 0, step.value);
    const there = rules.indexOf(step.there as RuleGiven);
    if (there < 0 || rules.lastIndexOf(step.there as RuleGiven) !== there) throw new Unpredictable();
    rules.splice(at(there, rules.length), 0, step.value);
  }
}

/** Returns elements as they are sent. */
function rawsOf(set: SetGiven, elements: readonly (Element | ElementKey)[]): RawElement[] {
  const merged = mergedElements(set, elements);
  return merged?.flatMap(({ raws }) => raws) ?? elements.flatMap(elementEncoder(set));
}

const PLACES = {
  append: (_: number, end: number) => end,
  prepend: () => 0,
  before: (there: number) => there,
  after: (there: number) => there + 1,
};

function put<T>(map: Map<string, T>, key: string | undefined, value: T): void {
  if (key === undefined || map.has(key)) throw new Unpredictable();
  map.set(key, value);
}

/**
 * Returns what steps fill a table with; `undefined` if that can only be found out by applying them, as of steps that remove
 * something, or of such as the kernel will refuse.
 */
export function wantedOf(steps: readonly Step[]): WantedTable | undefined {
  const contents = new Contents();
  try {
    for (const step of steps) contents.take(step);
    const sets = [...contents.sets].map(([name, { given, row, raws }]): [string, WantedSet] => [
      name,
      { given, row, elements: decodeElements(row, raws) },
    ]);
    const { chains, objects, flowtables } = contents;
    return { chains, objects, flowtables, sets: new Map(sets) };
  } catch {
    return undefined;
  }
}

/** Returns steps whose elements can be read more than once. */
export const repeatable = (steps: readonly Step[]): Step[] =>
  steps.map((step) => {
    if (step.kind !== "element") return step;
    const { elements } = step.value as SetElements;
    return {
      ...step,
      value: { ...step.value, ...(elements !== undefined && { elements: [...elements] }) },
    } as Step;
  });
