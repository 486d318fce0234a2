import type { bitNames, NamedBits } from "../schema/types/flags.js";
import type { linkIndex } from "../schema/types/ifindex.js";

/** Members that objects are selected by: an object matches if it has all of them, at any depth. Bits and links may be given by name. */
export type Match<T> = { readonly [K in keyof T]?: MatchMember<T[K]> };

/** Member of a {@link Match}. */
export type MatchMember<T> = T extends number
  ? NamedOr<T>
  : T extends string | Uint8Array
    ? T
    : T extends readonly (infer E)[]
      ? readonly MatchMember<E>[]
      : T extends object
        ? Match<T>
        : T;

/** Number; for a bit set also its bits by name, for the index of a link also the link's name. */
export type NamedOr<T extends number> = typeof bitNames extends keyof T
  ? number | (NonNullable<T[typeof bitNames]> extends infer N extends string ? NamedBits<N> : never)
  : typeof linkIndex extends keyof T
    ? T | string
    : T;
