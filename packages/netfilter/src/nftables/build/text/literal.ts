import type { Verdict } from "../../common/verdict.js";
import { type RawElement, rawElementFlags } from "../../element/layout.js";
import { setFlags } from "../../set/layout.js";
import type { AnonymousSet } from "../compile/compiled.js";
import type { Part } from "../field/bits.js";
import { fromBytes, paddedSize } from "../value/bytes.js";
import type { DataType } from "../value/data-type.js";

const { intervalEnd: INTERVAL_END, catchall: CATCHALL } = rawElementFlags.bits;

/** Returns the text of bytes of a type. */
export function literalText(type: DataType<never>, bytes: Uint8Array, swapped = false, shift = 0n): string {
  return type.print(fromBytes(bytes, swapped && type.order === "host" ? "network" : type.order) >> shift);
}

/** Returns the text of an interval: a value, a prefix, a name that begins so, or two values. */
export function intervalText(type: DataType<never>, from: bigint, to: bigint): string {
  if (from === to) return type.print(from);
  const length = prefixLength(type.bits, from, to);
  if (type.order === "text" && length !== undefined) return wildcard(type.print(from));
  const addresses = type.name === "ipv4_addr" || type.name === "ipv6_addr";
  if (addresses && length !== undefined) return `${type.print(from)}/${length}`;
  return rangeText(type, from, to);
}

/** Returns the text of a range. */
export function rangeText(type: DataType<never>, from: bigint, to: bigint): string {
  const print = type.printEnd ?? type.print;
  return `${print(from)}-${print(to)}`;
}

/** Returns the text of a name with its beginning given. */
export const wildcard = (quoted: string): string => `${quoted.slice(0, -1)}*"`;

/** Returns the length of the prefix that stands for an interval, if one does. */
function prefixLength(bits: number, from: bigint, to: bigint): number | undefined {
  const rest = from ^ to;
  if ((rest & (rest + 1n)) !== 0n || (from & rest) !== 0n) return undefined;
  return bits - (rest === 0n ? 0 : rest.toString(2).length);
}

/** Returns the text of a verdict: `"drop"`, `"jump other"`. */
export const verdictText = ({ code, chain }: Verdict): string =>
  chain === undefined ? String(code) : `${code} ${chain}`;

/** A value as it is stored in a key: in so many bytes, with so many bits after it. */
export interface Stored {
  readonly type: DataType<never>;
  readonly bytes: number;
  readonly shift: bigint;
}

const storedOf = (parts: readonly Part[]): Stored[] =>
  parts.map(({ type, source }) => {
    const partial = parts.length === 1 && type.bits < source.bytes * 8;
    return { type, bytes: source.bytes, shift: partial ? BigInt(source.shift ?? 0) : 0n };
  });

/** Returns the numbers in a key, one for each part. */
export function numbersOf(bytes: Uint8Array, parts: readonly Stored[], swapped: boolean): bigint[] {
  let at = 0;
  return parts.map(({ type, bytes: size, shift }) => {
    const own = bytes.subarray(at, at + size);
    at += parts.length === 1 ? size : paddedSize(size);
    return fromBytes(own, swapped && type.order === "host" ? "network" : type.order) >> shift;
  });
}

/** Elements of a set, and its flags. */
export type Elements = Pick<AnonymousSet, "elements" | "flags">;

/** The text of a key, and its element. */
export interface KeyText {
  readonly text: string;
  readonly element: RawElement;
}

/** Prints what a map holds for a key. */
type HeldText = (element: RawElement) => string;

/** Returns the elements of a set or map as nft prints them: `{ 22, 80-90 }`. */
export function elementsText(set: Elements, parts: readonly Part[], held?: HeldText): string {
  const texts = keyTexts(set, storedOf(parts)).map(({ text, element }) =>
    held === undefined ? text : `${text} : ${held(element)}`,
  );
  return `{ ${texts.join(", ")} }`;
}

/** Returns the keys of elements in the order of nft; halves of intervals are joined. */
export function keyTexts({ elements, flags = 0 }: Elements, parts: readonly Stored[]): KeyText[] {
  const others = elements.filter(({ flags: own = 0 }) => (own & CATCHALL) !== 0);
  const keyed = elements.filter(({ key }) => key?.value !== undefined);
  const intervals = (flags & setFlags.bits.interval) !== 0;
  const texts =
    intervals && parts.length === 1 ? boundsTexts(keyed, parts[0]!) : eachText(keyed, parts, intervals);
  return [...texts, ...others.map((element) => ({ text: "*", element }))];
}

/**
 * Returns the number by which nft sorts a key: that of its bytes in the order of this machine, without padding; of bits, the
 * first one.
 */
function rankOf(bytes: Uint8Array, parts: readonly Stored[]): bigint {
  const [{ type }] = parts as readonly [Stored];
  if (parts.length === 1) {
    const number = fromBytes(bytes, type.order === "text" ? "host" : type.order);
    return type.bitmask ? number & -number : number;
  }
  let at = 0;
  const fields = parts.map(({ bytes: size }) => {
    const field = bytes.subarray(at, at + size);
    at += paddedSize(size);
    return [...field];
  });
  return fromBytes(Uint8Array.from(fields.flat()), "host");
}

/** Returns the text of several bits as it is in a set. */
const bitsText = ({ bitmask }: DataType<never>, text: string) =>
  bitmask ? text.replaceAll(",", " | ") : text;

function eachText(elements: readonly RawElement[], parts: readonly Stored[], intervals: boolean): KeyText[] {
  const texts = elements.map((element) => {
    const from = numbersOf(element.key!.value!, parts, intervals);
    const to = element.keyEnd?.value === undefined ? from : numbersOf(element.keyEnd.value, parts, intervals);
    const text = parts
      .map(({ type }, index) => bitsText(type, intervalText(type, from[index]!, to[index]!)))
      .join(" . ");
    return { text, element };
  });
  // The kernel has those of intervals in an order that it keeps.
  if (intervals) return texts;
  // Of equal ones, nft has the last first.
  const ranked = texts.toReversed().map((one) => ({ ...one, rank: rankOf(one.element.key!.value!, parts) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
}

function boundsTexts(elements: readonly RawElement[], part: Stored): KeyText[] {
  const out: KeyText[] = [];
  const bounds = elements
    .map((element) => ({
      element,
      at: numbersOf(element.key!.value!, [part], true)[0]!,
      end: ((element.flags ?? 0) & INTERVAL_END) !== 0,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.end ? -1 : 1));
  for (const [index, { element, at, end }] of bounds.entries()) {
    if (end) continue;
    const next = bounds[index + 1]?.at ?? 1n << BigInt(part.type.bits);
    out.push({ text: intervalText(part.type, at, next - 1n), element });
  }
  return out;
}
