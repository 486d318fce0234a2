import type { Field } from "./field.js";
import type { Key } from "./key.js";
import { type Literal, Searchable } from "./operations.js";

/** Literals of joined fields: a list with one of each. */
export type Joined<F extends readonly unknown[]> = {
  [I in keyof F]: F[I] extends Field<infer V> ? Literal<V> : never;
};

/** Fields that are looked up together. */
export class Concatenation<F extends readonly unknown[]> extends Searchable<Joined<F>> {
  readonly #fields: readonly Field<never>[];

  constructor(fields: readonly Field<never>[]) {
    super();
    this.#fields = fields;
  }

  /** @internal */
  get key(): Key {
    const parts = this.#fields.map(({ part }) => part);
    return { place: parts.map(({ source }) => source.place).join(" . "), parts, joined: true };
  }
}

/**
 * Joins fields, to look them up together: `concat(ip.saddr, tcp.dport).in(["192.0.2.0/24", 22])`, in nft
 * `ip saddr . tcp dport { 192.0.2.0/24 . 22 }`.
 */
export function concat<const F extends readonly Field<never>[]>(...fields: F): Concatenation<F> {
  return new Concatenation<F>(fields);
}
