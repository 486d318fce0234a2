import { EncodeError } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import type { ByteOrder } from "./bytes.js";
import { type Interval, isRange, type Range, single } from "./interval.js";

/** Type of the values of a field: how they are written, stored and printed. */
export interface DataType<V> {
  /** Name in nft: `"inet_service"`. */
  readonly name: string;
  /** Number by which nft knows it in sets; the kernel ignores it. */
  readonly id: number;
  readonly bits: number;
  readonly order: ByteOrder;
  /** True if the bits have names, and a value is several of them. */
  readonly bitmask?: true;
  /** Reads one value; a prefix stands for several. */
  parse(value: V): Interval;
  /** Returns the text of one value, as nft prints it. */
  print(value: bigint): string;
  /** Returns the word for a value, of types that have words. */
  wordOf?(value: bigint): string | undefined;
  /** Returns the text of an end of a range, where it differs. */
  printEnd?(value: bigint): string;
}

/** Returns an error about a literal. */
export const unusable = (type: { name: string }, value: unknown, hint?: string) =>
  new EncodeError(`${shown(value)} is not of type ${type.name}`, { hint });

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" ? "an object" : String(value);
}

/** Returns the number of bytes that a value has in a register. */
export const bytesOf = (type: { bits: number }) => Math.ceil(type.bits / 8);

/** Reads a value or a range. */
export function parse<V>(type: DataType<V>, value: V | Range<V>): Interval {
  if (!isRange(value)) return type.parse(value as V);
  const [from, to] = [type.parse(value.from as V), type.parse(value.to as V)];
  if (from.from > to.to)
    throw new EncodeError(`the range begins with ${shown(value.from)}, after its end ${shown(value.to)}`);
  return { from: from.from, to: to.to };
}

/** Reads a number of so many bits. */
export function parseNumber(type: { name: string; bits: number }, value: unknown): Interval {
  const whole = typeof value === "bigint" || Number.isInteger(value);
  const text = typeof value === "string" && /^(\d+|0x[0-9a-f]+)$/i.test(value);
  if (!whole && !text) throw unusable(type, value);
  const number = BigInt(value as number | bigint | string);
  if (number < 0n || number >> BigInt(type.bits) !== 0n)
    throw new EncodeError(`${number} is out of range 0 to ${(1n << BigInt(type.bits)) - 1n}`);
  return single(number);
}

/** How integers are declared. */
export interface IntegerOptions {
  readonly name?: string;
  readonly id?: number;
  readonly print?: (value: bigint) => string;
}

/** nft's number of plain integers. */
const INTEGER = 4;

/** Declares unsigned integers of so many bits. */
export function integer(
  bits: number,
  order: ByteOrder,
  options: IntegerOptions = {},
): DataType<number | bigint> {
  const { name = "integer", id = INTEGER, print = String } = options;
  const type = { name, id, bits, order, print };
  return { ...type, parse: (value) => parseNumber(type, value) };
}

/** Prints a number as nft prints marks. */
export const hex32 = (value: bigint) => `0x${value.toString(16).padStart(8, "0")}`;

/** A word of nft for a number, or the number. */
export type NftWord<W extends string> = W | number;

/** Layout of a type without its values. */
export interface Shape {
  readonly name: string;
  readonly id: number;
  readonly bits: number;
  readonly order: ByteOrder;
  readonly print?: (value: bigint) => string;
}

/** Declares numbers with names. Where several words mean the same number, the first one is printed. */
export function symbols<const W extends string>(
  shape: Shape,
  words: Readonly<Record<W, number>>,
): DataType<NftWord<W>> {
  const { print = String } = shape;
  const numberOf = (value: unknown): bigint => {
    if (typeof value === "string" && Object.hasOwn(words, value)) return BigInt(words[value as W]);
    if (typeof value === "string" && !/^\d/.test(value))
      throw unusable(shape, value, didYouMean(value, Object.keys(words)));
    return parseNumber(shape, value).from;
  };
  const names = new Map(
    Object.entries<number>(words)
      .reverse()
      .map(([word, number]) => [BigInt(number), word]),
  );
  return {
    ...shape,
    parse: (value) => single(numberOf(value)),
    print: (value) => names.get(value) ?? print(value),
    printEnd: print,
    wordOf: (value) => names.get(value),
  };
}

/** Declares bits with names. */
export function bitmask<const W extends string>(
  shape: Shape,
  bits: Readonly<Record<W, number>>,
): DataType<NftWord<W>> {
  const { print: one, ...type } = symbols(shape, bits);
  const known = Object.entries<number>(bits).map(([word, bit]) => [word, BigInt(bit)] as const);
  const print = (value: bigint) => {
    const set = known.filter(([, bit]) => bit !== 0n && (value & bit) === bit);
    const rest = set.reduce((left, [, bit]) => left & ~bit, value);
    if (rest !== 0n || value === 0n) return `0x${value.toString(16)}`;
    return set.map(([word]) => word).join(",");
  };
  return { ...type, bitmask: true, print: (value) => (value === 0n ? "0x0" : print(value)) };
}
