import { didYouMean, listed } from "./did-you-mean.js";
import { ArgumentError } from "./errors.js";
import { describe } from "./schema/scalar.js";

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
/** An object that is no array. */
export const anObject: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "an object";

/** A whole number of a range. */
export function aWhole(low: number, high: number): Check {
  return (value) =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high
      ? undefined
      : `a whole number from ${low} to ${high}`;
}

/** A number of milliseconds that a timer can wait; `Infinity` too. */
export const milliseconds: Check = (value) =>
  typeof value === "number" && value >= 0 && (value <= 0x7fff_ffff || value === Number.POSITIVE_INFINITY)
    ? undefined
    : "a number of milliseconds from 0 to 2147483647";

/** One of some words. */
export function oneOf(...words: readonly string[]): Check {
  return (value) => (words.includes(value as string) ? undefined : `one of ${words.join(", ")}`);
}

/**
 * Checks an options object: that it is one, that each option exists, and that its value is what it has to be.
 *
 * @param callee - Whose options they are, for the error: `"rtnetlink"`.
 * @throws ArgumentError
 */
export function checkOptions<O extends object>(callee: string, options: O, checks: OptionChecks<O>): void {
  const wrong = anObject(options);
  if (wrong !== undefined) throw new ArgumentError(callee, "options", `${describe(options)} is not ${wrong}`);
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, key)) throw noSuchOption(callee, key, Object.keys(checks));
    const expected = value === undefined ? undefined : checks[key as keyof typeof checks](value);
    if (expected !== undefined) throw new ArgumentError(callee, key, `${describe(value)} is not ${expected}`);
  }
}

function noSuchOption(callee: string, key: string, known: readonly string[]): ArgumentError {
  const all = known.length === 0 ? "there are none" : `there are ${listed(known)}`;
  return new ArgumentError(callee, key, "no such option", didYouMean(key, known) ?? all);
}
