import type { AnyType, Other, Type } from "../type.js";
import { string } from "./bytes.js";

/** A text that is one of some known words, or another. */
export interface Word<W extends string> extends Type<W | Other> {
  /** The known words, for completion and "did you mean". */
  readonly words: readonly W[];
}

/**
 * Declares a text that is one of some known words, or a newer one, such as the name of a kernel module.
 *
 * @example
 * ccAlgo: [16, word("bbr", "cubic", "reno")],
 */
export function word<const W extends string>(...words: readonly W[]): Word<W> {
  return { ...string, words };
}

/** Declares the text that selects the layout of a sub-message, with further kinds that have none. */
export function kindOf<const K extends string, const W extends string = never>(
  message: { readonly formats: Readonly<Record<K, AnyType>> },
  ...others: readonly W[]
): Word<K | W> {
  return word<K | W>(...(Object.keys(message.formats) as K[]), ...others);
}
