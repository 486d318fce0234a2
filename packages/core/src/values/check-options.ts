import { didYouMean, listed } from "../errors/did-you-mean.js";
import { ArgumentError } from "../errors/errors.js";
import { describe } from "./describe.js";
import { isBytes } from "./record.js";

/** Says what an option has to be, where a value is not: `"a function"`. */
export type Check = (value: unknown) => string | undefined;

/** What each option of an options object has to be. */
export type OptionChecks<O> = { readonly [K in keyof Required<O> & string]: Check };

const ofType =
  (type: string, what: string): Check =>
  (value) =>
    typeof value === type ? undefined : what;

/** Takes whatever there is: what it is given to will check it. */
export const anything: Check = () => undefined;
/** A boolean. */
export const aBoolean: Check = ofType("boolean", "a boolean");
/** A function. */
export const aFunction: Check = ofType("function", "a function");
/** A string. */
export const aString: Check = ofType("string", "a string");
/** An array. */
export const anArray: Check = (value) => (Array.isArray(value) ? undefined : "an array");
/** An object that is no array. */
export const anObject: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "an object";

/** An object that has some methods. */
export function anObjectWith(...methods: readonly string[]): Check {
  return (value) => {
    const has = (method: string) => typeof (value as Record<string, unknown>)[method] === "function";
    const wanted = methods.map((method) => `${method}()`).join(" and ");
    return value !== null && value !== undefined && methods.every(has)
      ? undefined
      : `an object with ${wanted}`;
  };
}

/** A `Uint8Array`, of this realm or of another. */
export const aByteArray: Check = (value) => (isBytes(value) ? undefined : "a Uint8Array");

/** Any number but NaN and the infinities. */
export const aNumber: Check = (value) => (Number.isFinite(value) ? undefined : "a number");

/** A whole number of a range. */
export function anInteger(low: number, high: number): Check {
  return (value) =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high
      ? undefined
      : `a whole number from ${low} to ${high}`;
}

/** The longest time that a timer can be set to, in milliseconds: with more, and `Infinity`, it goes off at once. */
export const LONGEST_DELAY = 0x7fff_ffff;

/** A number of milliseconds that a timer can wait; `Infinity` too, which those who set it heed. */
export const milliseconds: Check = (value) =>
  typeof value === "number" && value >= 0 && (value <= LONGEST_DELAY || value === Number.POSITIVE_INFINITY)
    ? undefined
    : `a number of milliseconds from 0 to ${LONGEST_DELAY}`;

/** One of some words. */
export function oneOf(...words: readonly string[]): Check {
  return (value) => (words.includes(value as string) ? undefined : `one of ${words.join(", ")}`);
}

/**
 * Checks one argument.
 *
 * @param path - Which argument, option or member of it, for the error: `"groups[0]"`.
 * @throws ArgumentError
 */
export function checkArgument<T>(callee: string, path: string, value: T, check: Check): T {
  const expected = check(value);
  if (expected !== undefined) throw new ArgumentError(callee, path, `${describe(value)} is not ${expected}`);
  return value;
}

/**
 * Checks an options object: that it is one, that each option exists, and that its value is what it has to be.
 *
 * @param callee - Whose options they are, for the error: `"rtnetlink"`.
 * @returns a plain copy of what was given: each option was read once, so that what was checked is what is used.
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
  const all = known.length === 0 ? "there are none" : `there are ${listed(known)}`;
  return new ArgumentError(callee, key, "no such option", didYouMean(key, known) ?? all);
}
