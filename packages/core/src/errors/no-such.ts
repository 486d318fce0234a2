import { describe } from "../values/describe.js";
import { didYouMean, listed } from "./did-you-mean.js";
import { EncodeError } from "./errors.js";

/** Returns the error for an unknown member, with a suggestion. */
export function noSuch(what: string, key: string, layout: string, known: Iterable<string>): EncodeError {
  return new EncodeError(`no such ${what} of ${layout}`, { hint: didYouMean(key, known) });
}

/** Returns the error for an unknown word, with a suggestion. */
export function noneOf(word: unknown, known: readonly string[]): EncodeError {
  return new EncodeError(`${describe(word)} is not one of ${listed(known)}`, {
    hint: didYouMean(word, known),
  });
}
