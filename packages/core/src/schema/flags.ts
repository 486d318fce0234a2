import { noneOf } from "./no-such.js";
import type { Scalar } from "./scalar.js";

/** Numbers by name. */
export type Names = Readonly<Record<string, number>>;
/** The name of a known number, or the number of one that this version does not know. */
export type NameOf<N extends Names> = (keyof N & string) | number;

/** An integer with named values. */
export interface Enumeration<N extends Names> extends Scalar<NameOf<N>> {
  /** The kernel's prefix of the names: `RTN_`. */
  readonly prefix: string;
  /** The numbers by name. */
  readonly values: N;
}

/**
 * Declares an integer whose values have names; unknown ones stay numbers, in both directions.
 *
 * @example
 * export const routeType = enumeration("RTN_", u8, { unspec: 0, unicast: 1, local: 2 });
 */
export function enumeration<const N extends Names>(
  prefix: string,
  base: Scalar<number>,
  values: N,
): Enumeration<N> {
  const names = new Map<number, keyof N & string>();
  // Most numbers are small, and an array is five times faster than a map.
  const small: (keyof N & string)[] = [];
  for (const [name, number] of Object.entries(values)) {
    names.set(number, name);
    if (number >= 0 && number < 256) small[number] = name;
  }
  const numbers = new Map<unknown, number>(Object.entries(values));
  const nameOf = (number: number): NameOf<N> => small[number] ?? names.get(number) ?? number;
  return {
    name: base.name,
    prefix,
    size: base.size,
    values,
    words: Object.keys(values),
    get: (view, at) => nameOf(base.get(view, at)),
    parse: (text) => (/^\d/.test(text) && !Object.hasOwn(values, text) ? base.parse!(text) : text),
    read: (view, at, end) => nameOf(base.read(view, at, end)),
    write(out, value) {
      const number = numbers.get(value) ?? value;
      if (typeof number !== "number") throw noneOf(value, Object.keys(values));
      base.write(out, number);
    },
  };
}

/** An integer whose bits have names. */
export interface Flags<N extends Names> extends Scalar<number> {
  /** The kernel's prefix of the names: `IFF_`. */
  readonly prefix: string;
  /** The bits by name: `linkFlags.bits.up`. */
  readonly bits: N;
  /** The names of the bits that are set; bits without a name are left out. */
  names(value: number): (keyof N & string)[];
  /** Whether all the named bits are set. */
  has(value: number, ...names: (keyof N & string)[]): boolean;
  /** The value with just these bits set. */
  of(...names: (keyof N & string)[]): number;
}

/**
 * Declares an integer whose bits have names. Its values stay numbers, so that unknown bits are kept.
 *
 * @example
 * export const linkFlags = flags("IFF_", u32, { up: 1, broadcast: 2, loopback: 8 });
 * if (linkFlags.has(link.flags, "up")) …
 */
export function flags<const N extends Names>(prefix: string, base: Scalar<number>, bits: N): Flags<N> {
  const all = Object.entries(bits) as [keyof N & string, number][];
  const of = (...names: (keyof N & string)[]) => names.reduce((sum, name) => (sum | bits[name]!) >>> 0, 0);
  const known = (name: string) => {
    if (!Object.hasOwn(bits, name)) throw noneOf(name, Object.keys(bits));
    return name as keyof N & string;
  };
  return {
    ...base,
    prefix,
    bits,
    words: Object.keys(bits),
    parse: (text) => (/^\d/.test(text) ? base.parse!(text) : of(...text.split(/[,|]/).map(known))),
    names: (value) => all.filter(([, bit]) => (value & bit) !== 0).map(([name]) => name),
    has: (value, ...names) => (value & of(...names)) >>> 0 === of(...names),
    of,
  };
}
