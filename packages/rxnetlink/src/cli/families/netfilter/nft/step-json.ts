import { EncodeError, fromJson } from "@rxnetlink/core";
import { didYouMean, isRecord } from "@rxnetlink/core/internal";
import type { Step } from "@rxnetlink/netfilter/nftables";
import { type Failure, Failures } from "../../../failure.js";
import { UsageError } from "../../../input/usage-error.js";
import { elementsFromJson } from "./element-json.js";
import { type Kind, layouts } from "./layouts.js";

type Members = Record<string, unknown>;

const OBJECTS: readonly Kind[] = ["table", "chain", "rule", "set", "element", "object", "flowtable"];
const ADDED = OBJECTS.filter((kind) => kind !== "rule");

/** Kinds of objects by the verbs of steps. */
const VERBS: Readonly<Record<string, readonly Kind[]>> = {
  add: ADDED,
  create: ADDED,
  delete: OBJECTS,
  destroy: OBJECTS,
  flush: ["ruleset", "table", "chain", "set"],
  append: ["rule"],
  prepend: ["rule"],
  before: ["rule"],
  after: ["rule"],
  replace: ["rule"],
};
/** Verbs that name another rule too. */
const PLACED = ["before", "after", "replace"];

/** Returns the one of some known words, or complains. */
function oneOf<K extends string>(word: string, known: readonly K[], noun: string): K {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  const hint = didYouMean(word, known) ?? `expected ${known.join(", ")}`;
  throw new UsageError(`${word} is no ${noun} (${hint})`);
}

/** Returns an object with one member, and others that are allowed, as that member. */
function only(json: unknown, example: string, others: readonly string[] = []): [key: string, value: unknown] {
  const found = isRecord(json) ? Object.entries(json).filter(([key]) => !others.includes(key)) : [];
  if (found.length !== 1) throw new UsageError(`expected an object such as ${example}`);
  return found[0]!;
}

/** Names the object of a step in the words that identify it: `add chain inet t in`. */
export function stepText({ type, kind, value }: Step): string {
  const { family, table, chain, set, name, handle } = value as Members;
  const named = isRecord(set) ? [set.family, set.table, set.name] : [family, table, chain, set, name];
  const words = [type, kind, ...named, name === undefined && handle !== undefined && `handle ${handle}`];
  return words.filter((word) => word !== undefined && word !== false).join(" ");
}

/** Reads the rule beside which another goes: a rule, or the position of an earlier step. */
function thereOf(json: unknown, earlier: readonly (Step | undefined)[]): unknown {
  const step = typeof json === "number" ? earlier[json] : undefined;
  if (step?.kind === "rule") return step.value;
  if (!isRecord(json))
    throw new EncodeError("expected a rule, or the position of an earlier step about one").at("there");
  return fromJson(layouts.rule as never, json as never);
}

function readStep(json: unknown, earlier: readonly (Step | undefined)[]): Step {
  const [verb, object] = only(json, '{"add": {"table": {"family": "inet", "name": "t"}}}');
  const kinds = VERBS[oneOf(verb, Object.keys(VERBS), "verb")]!;
  const isPlaced = PLACED.includes(verb);
  const example = `{"${verb}": {"${kinds[0]}": {…}${isPlaced ? ', "there": {…}' : ""}}}`;
  const [word, given] = only(object, example, isPlaced ? ["there"] : []);
  const kind = oneOf(word, kinds, `kind of object to ${verb}`);
  if (!isRecord(given)) throw new UsageError(`expected an object such as ${example}`);
  const bare = { type: verb, kind, value: given } as unknown as Step;
  try {
    const value =
      kind === "element" ? elementsFromJson(given) : fromJson(layouts[kind] as never, given as never);
    if (!isPlaced) return { ...bare, value } as Step;
    const there = thereOf((object as Members).there, earlier);
    return { ...bare, value, there } as Step;
  } catch (error) {
    throw error instanceof EncodeError ? new UsageError(`${stepText(bare)}: ${error.message}`) : error;
  }
}

/**
 * Reads steps in JSON: `[{ "add": { "table": { "family": "inet", "name": "t" } } }]`.
 *
 * @throws Failures with all that do not fit, by their positions
 */
export function readSteps(text: string): Step[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(json))
    throw new UsageError('expected an array of steps, such as [{"add": {"table": {…}}}]');
  const steps: (Step | undefined)[] = [];
  const failures: Failure[] = [];
  for (const [index, one] of json.entries())
    try {
      steps[index] = readStep(one, steps);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      steps[index] = undefined;
      failures.push([`${index}: ${error.message}`, error]);
    }
  if (failures.length > 0) throw new Failures(failures);
  return steps as Step[];
}
