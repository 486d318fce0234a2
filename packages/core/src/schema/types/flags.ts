import { EncodeError } from "../../errors/errors.js";
import { noneOf } from "../../errors/no-such.js";
import { describe } from "../../values/describe.js";
import { checkDefined, checkRecord } from "../../values/record.js";
import { Writer } from "../../wire/writer.js";
import type { Test } from "../type.js";
import type { Scalar } from "./scalar.js";

/** Numbers by name. */
export type Names = Readonly<Record<string, number>>;
/** The name of a known number, or a number unknown to this version. */
export type NameOf<N extends Names> = (keyof N & string) | number;

/** An integer with named values. */
export interface Enumeration<N extends Names> extends Scalar<(keyof N & string) | number> {
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
  /** Numbers without a name are text in JSON, so that all values are. */
  const wordOf = (json: unknown) => {
    const unnamed = typeof json === "string" && !numbers.has(json) && /^\d+$/.test(json);
    return (unnamed ? Number(json) : json) as NameOf<N>;
  };
  const nameOf = (number: number): NameOf<N> => small[number] ?? names.get(number) ?? number;
  return {
    name: base.name,
    prefix,
    size: base.size,
    values,
    words: Object.keys(values),
    toJson: String,
    fromJson: wordOf,
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

/** Key under which the type of a bit set records the names of its bits; no value has such a member. */
export declare const bitNames: unique symbol;
/** A number with named bits; any number is one. */
export type BitSet<N extends string> = number & { readonly [bitNames]?: N };
/** Bits by name, `true` to set and `false` to clear: `{ up: true, promisc: false }`. */
export type NamedBits<N extends string> = { readonly [name in N]?: boolean | undefined };

/** An integer whose bits have names. */
export interface Flags<N extends Names> extends Scalar<BitSet<keyof N & string>> {
  /** The kernel's prefix of the names: `IFF_`. */
  readonly prefix: string;
  /** The bits by name: `linkFlags.bits.up`. */
  readonly bits: N;
  /** Returns the names of the bits that are set; bits without a name are omitted. */
  names(value: number): (keyof N & string)[];
  /**
   * Returns true if all the named bits are set.
   *
   * @throws EncodeError if there is no bit of that name.
   */
  has(value: number, ...names: (keyof N & string)[]): boolean;
  /**
   * Returns the value with just these bits set.
   *
   * @throws EncodeError if there is no bit of that name.
   */
  of(...names: (keyof N & string)[]): BitSet<keyof N & string>;
  /** Returns the bits that an object names, set or not. */
  named(given: NamedBits<keyof N & string>): number;
}

/** Returns the names of bits, with unnamed bits as one text, so that nothing is lost. */
function namesAndRest(all: readonly (readonly [name: string, bit: number])[], value: number): string[] {
  const set = all.filter(([, bit]) => bit !== 0 && (value & bit) >>> 0 === bit);
  const rest = set.reduce((left, [, bit]) => (left & ~bit) >>> 0, value >>> 0);
  const names = set.map(([name]) => name);
  return rest === 0 ? names : [...names, `0x${rest.toString(16)}`];
}

/** Converts JSON to bits; also accepts the forms of requests: a number, or bits to set and clear by name. */
function fromNames(bits: Names, json: unknown): number {
  if (typeof json === "number") return json;
  if (typeof json === "object" && json !== null && !Array.isArray(json)) {
    split(bits, json);
    return json as unknown as number;
  }
  if (!Array.isArray(json)) throw new EncodeError(`${describe(json)} is not an array of names of bits`);
  return json.reduce((sum: number, name: unknown) => {
    const known = typeof name === "string" && Object.hasOwn(bits, name) ? bits[name] : undefined;
    const bit = known ?? (/^0x[0-9a-f]{1,8}$/i.test(String(name)) ? Number(name) : undefined);
    if (bit === undefined) throw noneOf(name, Object.keys(bits));
    return (sum | bit) >>> 0;
  }, 0);
}

/**
 * Declares an integer whose bits have names. Its values are numbers, so that unknown bits are kept; requests and
 * matches may name the bits instead.
 *
 * @example
 * export const linkFlags = flags("IFF_", u32, { up: 1, broadcast: 2, loopback: 8 });
 * if (linkFlags.has(link.flags, "up")) …
 * nl.link.change$({ ifname: "eth0", flags: { up: true } });
 */
export function flags<const N extends Names>(prefix: string, base: Scalar<number>, bits: N): Flags<N> {
  const all = Object.entries(bits) as [keyof N & string, number][];
  const of = (...names: string[]) => names.reduce((sum, name) => (sum | bitOf(bits, name)) >>> 0, 0);
  const normalize = (given: unknown) =>
    typeof given === "object" ? split(bits, given).set : (given as number);
  return {
    ...base,
    prefix,
    bits,
    words: Object.keys(bits),
    of,
    toJson: (value) => namesAndRest(all, value),
    fromJson: (json) => fromNames(bits, json),
    parse: (text) => (/^\d/.test(text) ? base.parse!(text) : of(...text.split(/[,|]/))),
    names: (value) => all.filter(([, bit]) => (value & bit) !== 0).map(([name]) => name),
    has: (value, ...names) => (value & of(...names)) >>> 0 === of(...names),
    named: (given) => split(bits, given).named,
    normalize,
    // Names select only some bits; a change leaves the others as they are.
    lacks: (given) => (typeof given === "object" ? [] : undefined),
    complete: (given, current = 0) =>
      typeof given === "object" ? withBits(current, split(bits, given)) : given,
    matcher: (pattern) => matchBits(bits, base, pattern),
    write: (out, value, scope) => base.write(out, normalize(value), scope),
  };
}

function bitOf(bits: Names, name: string): number {
  if (!Object.hasOwn(bits, name)) throw noneOf(name, Object.keys(bits));
  return bits[name]!;
}

/** The bits that an object of names sets, and all that it names. */
interface Said {
  readonly set: number;
  readonly named: number;
}

function split(bits: Names, given: unknown): Said {
  checkRecord(given, "set of bits by name");
  let [set, named] = [0, 0];
  for (const [name, on] of Object.entries(given)) {
    if (!Object.hasOwn(bits, name)) throw noneOf(name, Object.keys(bits)).at(name);
    if (on === undefined) continue;
    if (typeof on !== "boolean") throw new EncodeError(`${describe(on)} is neither true nor false`).at(name);
    named = (named | bits[name]!) >>> 0;
    if (on) set = (set | bits[name]!) >>> 0;
  }
  return { set, named };
}

const withBits = (value: number, { set, named }: Said): number => ((value & ~named) | set) >>> 0;

/** Tests bits: a number requires all its bits, 0 that none is set; an object the named bits as given. */
function matchBits(bits: Names, base: Scalar<number>, pattern: unknown): Test {
  if (typeof pattern === "object") {
    checkDefined(pattern);
    const { set, named } = split(bits, pattern);
    return (value = 0) => ((value as number) & named) >>> 0 === set;
  }
  base.write(new Writer(8), pattern as number);
  const set = pattern as number;
  return set === 0 ? (value = 0) => value === 0 : (value = 0) => ((value as number) & set) >>> 0 === set;
}
