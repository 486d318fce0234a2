import { didYouMean, listed } from "../errors/did-you-mean.js";
import { ArgumentError } from "../errors/errors.js";
import { describe } from "./describe.js";
import { isBytes } from "./record.js";

/** Returns a description of the expected value, `"a function"`, if a value is not valid. */
export type Check = (value: unknown) => string | undefined;

/** Checks of an options object, one per option. */
export type OptionChecks<O> = { readonly [K in keyof Required<O> & string]: Check };

const ofType =
  (type: string, what: string): Check =>
  (value) =>
    typeof value === type ? undefined : what;

/** Accepts any value, which is checked elsewhere. */
export const anything: Check = () => undefined;
/** Checks for a boolean. */
export const aBoolean: Check = ofType("boolean", "a boolean");
/** Checks for a function. */
export const aFunction: Check = ofType("function", "a function");
/** Checks for a string. */
export const aString: Check = ofType("string", "a string");
/** Checks for an array. */
export const anArray: Check = (value) => (Array.isArray(value) ? undefined : "an array");
/** Checks for an object that is not an array. */
export const anObject: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "an object";

/** Returns a check for an object with some methods. */
export function anObjectWith(...methods: readonly string[]): Check {
  return (value) => {
    const has = (method: string) => typeof (value as Record<string, unknown>)[method] === "function";
    const wanted = methods.map((method) => `${method}()`).join(" and ");
    return value !== null && value !== undefined && methods.every(has)
      ? undefined
      : `an object with ${wanted}`;
  };
}

/** Checks for a `Uint8Array` of any realm. */
export const aByteArray: Check = (value) => (isBytes(value) ? undefined : "a Uint8Array");

/** Checks for a finite number. */
export const aNumber: Check = (value) => (Number.isFinite(value) ? undefined : "a number");

/** Returns a check for an integer in a range. */
export function anInteger(low: number, high: number): Check {
  return (value) =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high
      ? undefined
      : `a whole number from ${low} to ${high}`;
}

/** Longest delay of a timer, in milliseconds: a timer set to more fires at once. */
export const LONGEST_DELAY = 0x7fff_ffff;

/** Checks for a number of milliseconds that a timer can wait, or `Infinity`. */
export const milliseconds: Check = (value) =>
  typeof value === "number" && value >= 0 && (value <= LONGEST_DELAY || value === Number.POSITIVE_INFINITY)
    ? undefined
    : `a number of milliseconds from 0 to ${LONGEST_DELAY}`;

/** Returns a check for one of some words. */
export function oneOf(...words: readonly string[]): Check {
  return (value) => (words.includes(value as string) ? undefined : `one of ${words.join(", ")}`);
}

/**
 * Checks one argument and returns it.
 *
 * @param path - The argument, option or member of it, for the error: `"groups[0]"`.
 * @throws ArgumentError
 */
export function checkArgument<T>(callee: string, path: string, value: T, check: Check): T {
  const expected = check(value);
  if (expected !== undefined) throw new ArgumentError(callee, path, `${describe(value)} is not ${expected}`);
  return value;
}

/**
 * Checks an options object: its type, the names of its options, and their values.
 *
 * @param callee - The function that takes them, for the error: `"rtnetlink"`.
 * @returns a plain copy, with each option read only once, so that no getter can change a checked value.
 * @throws ArgumentError
 */
export function checkOptions<O extends object>(callee: string, options: O, checks: OptionChecks<O>): O {
  checkArgument(callee, "options", options, anObject);
  const known = Object.keys(checks) as (keyof typeof checks)[];
  const unknown = Object.keys(options).find((key) => !Object.hasOwn(checks, key));
  if (unknown !== undefined) throw noSuchOption(callee, unknown, known);
  const copy: Partial<O> = {};
  for (const key of known) {
    const value = readOption(callee, options, key);
    if (value !== undefined) copy[key] = checkArgument(callee, key, value, checks[key]);
  }
  return copy as O;
}

/** Reads an option, which may be a getter that throws. */
function readOption<O extends object, K extends keyof O & string>(callee: string, options: O, key: K): O[K] {
  try {
    return options[key];
  } catch (cause) {
    throw new ArgumentError(callee, key, `cannot be read: ${String(cause)}`, undefined, { cause });
  }
}

function noSuchOption(callee: string, key: string, known: readonly string[]): ArgumentError {
  const all = known.length === 0 ? "it has no options" : `known options: ${listed(known)}`;
  return new ArgumentError(callee, key, "no such option", didYouMean(key, known) ?? all);
}
