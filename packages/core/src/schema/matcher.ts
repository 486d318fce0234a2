import { atPath, EncodeError } from "../errors/errors.js";
import { describe } from "../values/describe.js";
import { deepEqual } from "../values/equal.js";
import { checkRecord } from "../values/record.js";
import { Writer } from "../wire/writer.js";
import { Expander } from "./expander.js";
import { enterScope } from "./scope.js";
import type { AnyType, Scope, Test } from "./type.js";

const NONE: ReadonlySet<string> = new Set();

/**
 * Returns a test for values that have everything in a pattern, as the layout defines it: numbers and names of an
 * enumeration are equal, as are all spellings of an address. In bit sets, a number requires all its bits; an object
 * requires the named bits as given. Objects are compared by member, arrays as a whole. Built once, so that testing a
 * value is cheap.
 *
 * @throws EncodeError if the layout cannot hold the pattern, or it has a member that is `undefined`.
 *
 * @example
 * const isUp = matcher(linkMessage, { flags: { up: true, loopback: false } });
 */
export function matcher(type: AnyType, pattern: unknown, scope?: Scope): Test {
  if (pattern === undefined) throw new EncodeError("undefined matches nothing; leave it out");
  if (type.matcher !== undefined) return type.matcher(pattern, scope);
  return (type.member === undefined ? matchValue : matchMembers)(type, pattern, scope);
}

/** Tests for the value that the type would read after writing the pattern. */
function matchValue(type: AnyType, pattern: unknown, scope: Scope | undefined): Test {
  const out = new Writer(32);
  type.write(out, type.normalize?.(pattern) ?? pattern, scope);
  const wanted: unknown = type.read(out.view, 0, out.at, scope);
  if (typeof wanted !== "object") return (value) => value === wanted;
  return (value) => deepEqual(value, wanted, NONE);
}

function memberTest(type: AnyType, key: string, pattern: unknown, scope: Scope): Test {
  try {
    const member = key === "unknown" ? undefined : type.member?.(key);
    if (member !== undefined) return matcher(member, pattern, scope);
    if (key !== "unknown") throw new EncodeError(`no such member of ${type.name}`);
    return (value) => deepEqual(value, pattern, NONE);
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

function noIndex(name: string): never {
  throw new EncodeError(`${describe(name)} is not an index`, {
    hint: "link names are looked up by the verbs of objects only",
  });
}

/** Tests the members that the pattern has. */
function matchMembers(type: AnyType, given: unknown, parent: Scope | undefined): Test {
  checkRecord(given, type.name);
  const pattern = parent === undefined ? new Expander([type]).expanded(given, noIndex) : given;
  const scope = enterScope(pattern, parent, EncodeError);
  const tests = Object.keys(pattern).map((key) => {
    return [key, memberTest(type, key, pattern[key], scope)] as const;
  });
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    for (const [key, test] of tests) if (!test((value as Record<string, unknown>)[key])) return false;
    return true;
  };
}

/** Tests for the same number of elements, each matching its pattern. */
export function matchElements(element: AnyType, pattern: unknown, parent: Scope | undefined): Test {
  if (!Array.isArray(pattern)) throw new EncodeError(`${describe(pattern)} is not an array`);
  const scope = enterScope({}, parent, EncodeError);
  const tests = Array.from(pattern, (one, index) => {
    try {
      return matcher(element, one, scope);
    } catch (error) {
      throw atPath(error, `[${index}]`, EncodeError);
    }
  });
  return (value) =>
    Array.isArray(value) && value.length === tests.length && tests.every((test, i) => test(value[i]));
}

/** Tests a value of unknown layout: it passes if it matches as any of those that can hold the pattern. */
export function matchAny(types: readonly AnyType[], pattern: unknown, scope?: Scope): Test {
  const tests: Test[] = [];
  let refused: unknown;
  for (const type of types)
    try {
      tests.push(matcher(type, pattern, scope));
    } catch (error) {
      refused ??= error;
    }
  if (tests.length === 0) throw refused;
  return (value) => tests.some((test) => test(value));
}
