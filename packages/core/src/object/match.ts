import type { bitNames, NamedBits } from "../schema/types/flags.js";
import type { linkIndex } from "../schema/types/ifindex.js";

/** What objects are chosen by: they have all that it has, at any depth; bits and links may be named. */
export type Match<T> = { readonly [K in keyof T]?: MatchMember<T[K]> };

/** A member of what objects are chosen by. */
export type MatchMember<T> = T extends number
  ? NamedOr<T>
  : T extends string | Uint8Array
    ? T
    : T extends readonly (infer E)[]
      ? readonly MatchMember<E>[]
      : T extends object
        ? Match<T>
        : T;

/** A number; of a bit set its bits by name as well, and of a link's index the name of the link. */
export type NamedOr<T extends number> = typeof bitNames extends keyof T
  ? number | (NonNullable<T[typeof bitNames]> extends infer N extends string ? NamedBits<N> : never)
  : typeof linkIndex extends keyof T
    ? T | string
    : T;
