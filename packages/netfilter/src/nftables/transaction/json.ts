import { atPath, EncodeError, fromJson, type Json, toJson } from "@rxnetlink/core";
import { checkRecord, isRecord } from "@rxnetlink/core/internal";
import { type AnyType, be64, nestedArray, string } from "@rxnetlink/core/schema";
import { verdictAttributes } from "../common/verdict.js";
import { rawElementAttributes } from "../element/layout.js";
import { expressionList } from "../expr/expression.js";
import { ruleMessage } from "../rule/layout.js";
import { setMessage } from "../set/layout.js";
import { tableMessage } from "../table/layout.js";
import { kinds } from "./kinds.js";
import type { Step } from "./step.js";
import { Transaction } from "./transaction.js";

/** JSON form of a step: as {@link Step}, with values as `toJson` gives them; a rule of an earlier step is `{ step: 0 }`. */
export interface StepJson {
  /** Type of the step: `"add"`, `"append"` … */
  readonly type: string;
  /** Kind of object: `"table"`, `"rule"` … */
  readonly kind: string;
  /** The object. */
  readonly value: unknown;
  /** The rule beside which another is placed. */
  readonly there?: unknown;
}

type Members = Readonly<Record<string, AnyType | undefined>>;

/** Describes the members of a value that is not sent as it is. */
function described(name: string, members: Members, beside?: AnyType): AnyType {
  const member = (key: string) => members[key] ?? beside?.member?.(key);
  const keys = () => [...Object.keys(members), ...(beside?.keys?.() ?? [])];
  const never = () => {
    throw new TypeError(`${name} has no form on the wire`);
  };
  return { name, member, keys, read: never, write: never };
}

/** A key: a value, a range, or a list of them. */
const { keys: _, ...anything } = described("key", {});
const list = (element: AnyType): AnyType => nestedArray(1, element);
const element = described("element", {
  ...{ key: anything, data: anything, object: string, comment: string },
  ...{ verdict: verdictAttributes, timeout: be64, expiration: be64, expressions: expressionList },
});
const elements = described("elements", { set: setMessage, elements: list(element) });
const ruleSet = described("set", { elements: list(rawElementAttributes) }, setMessage);
const rule = described("rule", { sets: list(ruleSet), comment: string }, ruleMessage);

/** Returns the type of a step's value; keys of elements that stand alone are what they are. */
function typeOf(kind: string, value: unknown): AnyType {
  if (kind === "rule") return rule;
  if (kind === "ruleset") return tableMessage;
  if (kind === "element" && isRecord(value) && isRecord(value.set)) return elements;
  if (!Object.hasOwn(kinds, kind))
    throw new EncodeError(`${JSON.stringify(kind)} is no kind of object`).at("kind");
  return kinds[kind as keyof typeof kinds].layout;
}

/** Converts with the place of an error. */
function within<R>(key: string, run: () => R): R {
  try {
    return run();
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

function stepToJson(step: Step, index: number, steps: readonly Step[]): StepJson {
  const { type, kind, value } = step;
  const given =
    Array.isArray((value as { elements?: unknown }).elements) || kind !== "element" ? value : spread(value);
  const json = { type, kind, value: toJson(typeOf(kind, value), given) };
  if (!("there" in step)) return json;
  const earlier = steps.findIndex((one) => one.value === step.there);
  const there = earlier >= 0 && earlier < index ? { step: earlier } : toJson(rule, step.there);
  return { ...json, there };
}

/** Returns elements of an iterable as a list. */
const spread = (value: object): object => {
  const { elements: all } = value as { elements?: Iterable<unknown> };
  return { ...value, elements: [...(all ?? [])] };
};

function stepFromJson(json: StepJson, steps: readonly Step[]): Step {
  checkRecord(json as unknown, "step");
  const { type, kind } = json;
  const layout = typeOf(kind, json.value);
  const value = within("value", () => fromJson(layout, json.value as Json<unknown>));
  if (json.there === undefined) return { type, kind, value } as Step;
  const place = (json.there as { step?: unknown }).step;
  const there =
    typeof place === "number"
      ? steps[place]?.value
      : within("there", () => fromJson(rule, json.there as Json<unknown>));
  return { type, kind, value, there } as Step;
}

/**
 * Returns the JSON form of a transaction.
 *
 * @example
 * writeFileSync("changes.json", JSON.stringify(transactionToJson(changes)));
 */
export function transactionToJson({ steps }: Transaction): StepJson[] {
  return steps.map(stepToJson);
}

/**
 * Returns the transaction of a JSON form. Values are checked when it is sent.
 *
 * @throws EncodeError if it has members that do not exist, with the place.
 */
export function transactionFromJson(json: readonly StepJson[]): Transaction {
  if (!Array.isArray(json)) throw new EncodeError("is not an array of steps");
  const steps: Step[] = [];
  for (const [index, step] of (json as readonly StepJson[]).entries())
    steps.push(within(`[${index}]`, () => stepFromJson(step, steps)));
  return new Transaction(steps);
}
