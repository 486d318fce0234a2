import { describe } from "../values/describe.js";
import { didYouMean, listed } from "./did-you-mean.js";
import { EncodeError } from "./errors.js";

/** The error for a member that a layout does not have, with the one that may be meant. */
export function noSuch(what: string, key: string, layout: string, known: Iterable<string>): EncodeError {
  return new EncodeError(`no such ${what} of ${layout}`, { hint: didYouMean(key, known) });
}

/** The error for a word that is none of those that have a meaning, with the one that may be meant. */
export function noneOf(word: unknown, known: readonly string[]): EncodeError {
  return new EncodeError(`${describe(word)} is none of ${listed(known)}`, { hint: didYouMean(word, known) });
}
