import { EncodeError } from "@rxnetlink/core";
import type { Flags, Names, Sized } from "@rxnetlink/core/schema";

/** Bits by name, and those without a name as one number. */
export type NameList<N extends Names> = readonly ((keyof N & string) | number)[];

/** A list of names, sent as bits. */
export interface NamesOf<N extends Names> extends Sized<NameList<N>> {
  /** The names. */
  readonly words: readonly string[];
}

/**
 * Declares a set of bits that is written as the list of their names: there is no bit to leave as it is, only a choice.
 *
 * @example
 * states: namesOf(socketStates),
 * // ["established", "listen"]
 */
export function namesOf<const N extends Names>(flags: Flags<N>): NamesOf<N> {
  const { name, size, prefix } = flags;
  const bitOf = (one: (keyof N & string) | number) => (typeof one === "number" ? one : flags.of(one));
  return {
    name,
    size,
    words: Object.keys(flags.bits),
    parse: (text) => flags.names(flags.parse!(text)),
    read(view, at, end) {
      const value = flags.read(view, at, end);
      const names = flags.names(value);
      const rest = (value & ~flags.of(...names)) >>> 0;
      return rest === 0 ? names : [...names, rest];
    },
    write(out, value) {
      if (!Array.isArray(value)) throw new EncodeError(`is no list of names of ${prefix}*`);
      const set = (value as NameList<N>).reduce<number>((all, one) => (all | bitOf(one)) >>> 0, 0);
      flags.write(out, set as never);
    },
  };
}
