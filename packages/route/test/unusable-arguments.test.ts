// Every verb of every object, given unusable arguments.

import {
  type ChangingVerb,
  definitionOf,
  EncodeError,
  NetlinkError,
  type NetlinkObject,
  type Outcome,
} from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";
import { scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import { rtnetlink } from "#src/rtnetlink.js";

type Verb = (input: unknown) => Observable<unknown>;

let sent = 0;
const nl = rtnetlink({
  transport: scriptedTransport((_, socket) => {
    sent++;
    socket.fail(new Error("something was sent"));
  }),
});
const { connection: _, topology$: __, ...bound } = nl;
const objects = Object.entries(bound) as unknown as [string, NetlinkObject<object>][];

/** The methods of an object that take a value. */
function verbsOf(object: NetlinkObject<object>): string[] {
  return Object.keys(object).filter((name) => !["state$", "batch$", "notifications$"].includes(name));
}

const thrower = () => {
  throw new Error("a trap");
};
const hostile = new Proxy({}, { ownKeys: thrower, get: thrower, getPrototypeOf: thrower, has: thrower });
const cycle: { cycle?: unknown } = {};
cycle.cycle = cycle;

/** Values that are not plain objects. */
const NO_OBJECTS: Readonly<Record<string, unknown>> = {
  null: null,
  number: 5,
  nan: Number.NaN,
  bigint: 5n,
  true: true,
  text: "x",
  array: [],
  "array of an array": [[]],
  "huge array": new Array(2 ** 31),
  symbol: Symbol("x"),
  function: () => {},
  map: new Map(),
  expression: /x/,
  date: new Date(0),
  promise: Promise.resolve(),
  bytes: Uint8Array.of(1),
  hostile,
  "unknown member": { nope: 1 },
  cycle,
  prototype: Object.create({ inherited: 1 }, { nope: { value: 1, enumerable: true } }),
};

/** Members that actions only report. */
const REPORTED: ReadonlySet<string> = new Set(["tm", "statsDscpSet", "statsDscpError", "statsCpmarkSet"]);

/** A message, whose header marks a listed value; an action has none. */
const refusesReported = (type: AnyType) => type.isListed !== undefined && type.name !== "action";

/** Yields faults inside a value with their path: a wrong type for each member of a layout, and traps at the first. */
function* faults(type: AnyType, depth = 2): Generator<[path: string, value: unknown]> {
  for (const key of type.keys?.() ?? []) {
    const member = type.member?.(key);
    if (member === undefined || member.ignored) continue;
    // Read-only members are left out of requests.
    if (REPORTED.has(key) || (member.readOnly && !refusesReported(type))) continue;
    yield [key, { [key]: Symbol("x") }];
    const element = member.member?.("0");
    if (element !== undefined) yield [`${key}[0]`, { [key]: [Symbol("x")] }];
    else if (depth > 0)
      for (const [path, value] of faults(member, depth - 1)) yield [`${key}.${path}`, { [key]: value }];
  }
}

function* traps(type: AnyType): Generator<[path: string, value: unknown]> {
  for (const key of type.keys?.() ?? []) {
    const member = type.member?.(key);
    if (member?.ignored || (member?.readOnly && !refusesReported(type))) continue;
    yield [key, Object.defineProperty({}, key, { get: thrower, enumerable: true })];
    yield [key, { [key]: hostile }];
    yield [key, { [key]: cycle }];
    yield [key, { [key]: new Array(70_000) }];
  }
}

/** Returns the error of a verb given an unusable argument; throwing when called fails the test. */
async function faultOf(call: () => Observable<unknown>, path?: string): Promise<string | undefined> {
  sent = 0;
  const stream$ = call();
  let refusal: unknown;
  try {
    const values = await lastValueFrom(stream$.pipe(toArray()));
    refusal = (values[0] as Outcome<object> | undefined)?.error;
  } catch (error) {
    refusal = error;
  }
  if (sent > 0) return "was sent";
  if (!(refusal instanceof NetlinkError)) return `ended with ${refusal}`;
  if (path === undefined || !(refusal instanceof EncodeError) || samePlace(refusal.path, path))
    return undefined;
  return `is at "${refusal.path}": ${refusal.message}`;
}

const samePlace = (found: string, wanted: string) => found.split(/[.[]/)[0] === wanted.split(/[.[]/)[0];

async function faultsOf(
  inputs: Iterable<readonly [name: string, input: unknown]>,
  call: (input: unknown) => Observable<unknown>,
  placed = false,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, input] of inputs) {
    const fault = await faultOf(() => call(input), placed ? name : undefined);
    if (fault !== undefined) found.push(`${name} ${fault}`);
  }
  return found;
}

const CHANGING_VERBS: ReadonlySet<string> = new Set([
  "add",
  "change",
  "replace",
  "append",
  "prepend",
  "delete",
]);

/** Verbs that leave out unknown members. */
const BY_KEY = new Set(["get$", "delete$", "flush$", "flushAll$"]);

describe.each(objects)("%s", (_, object) => {
  const verbs = verbsOf(object);
  const call = (verb: string) => (input: unknown) =>
    (object as unknown as Record<string, Verb>)[verb]!(input);

  test.each(verbs)("%s refuses anything but objects", async (verb) => {
    expect(await faultsOf(Object.entries(NO_OBJECTS), call(verb))).toEqual([]);
  });

  test.each(verbs)("%s reports the path of a fault inside", async (verb) => {
    const layout = definitionOf(object).requests?.new ?? definitionOf(object).layout;
    const inside = [...faults(layout), ...traps(layout)];
    expect(await faultsOf(inside, call(verb), !BY_KEY.has(verb))).toEqual([]);
  });

  const changing = definitionOf(object).verbs.filter((verb) => CHANGING_VERBS.has(verb)) as ChangingVerb[];
  test.each(changing)("batch$ of %s rejects each alone", async (verb) => {
    const batch$ = (input: unknown) => object.batch$(verb, [input] as object[]);
    expect(await faultsOf(Object.entries({ ...NO_OBJECTS, undefined: undefined }), batch$)).toEqual([]);
  });

  test.runIf("batch$" in object)("batch$ refuses anything but an iterable", async () => {
    const batch$ = (input: unknown) => object.batch$(changing[0]!, input as object[]);
    const {
      text: _,
      map: __,
      array: ___,
      bytes: ____,
      "huge array": _____,
      hostile: ______,
      ...inputs
    } = NO_OBJECTS;
    expect(await faultsOf(Object.entries(inputs), batch$)).toEqual([]);
  });
});
