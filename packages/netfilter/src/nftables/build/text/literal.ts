import type { Verdict } from "../../common/verdict.js";
import type { RawElement } from "../../element/layout.js";
import type { AnonymousSet } from "../compile/compiled.js";
import type { Part } from "../field/bits.js";
import { fromBytes, paddedSize } from "../value/bytes.js";
import type { DataType } from "../value/data-type.js";

/** Bits of elements (`NFT_SET_ELEM_*`). */
const [INTERVAL_END, CATCHALL] = [1, 2];

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

const shiftIn = (part: Part, joined: boolean) =>
  !joined && part.type.bits < part.source.bytes * 8 ? BigInt(part.source.shift ?? 0) : 0n;

/** Returns the numbers in a key, one for each part. */
function numbersOf(bytes: Uint8Array, parts: readonly Part[], swapped: boolean): bigint[] {
  let at = 0;
  return parts.map((part) => {
    const size = part.source.bytes;
    const own = bytes.subarray(at, at + size);
    at += parts.length === 1 ? size : paddedSize(size);
    const order = swapped && part.type.order === "host" ? "network" : part.type.order;
    return fromBytes(own, order) >> shiftIn(part, parts.length > 1);
  });
}

/** Prints what a map holds for a key. */
type HeldText = (element: RawElement) => string;

/** Returns the elements of a set or map as nft prints them: `{ 22, 80-90 }`. */
export function elementsText(
  { elements, flags = 0 }: AnonymousSet,
  parts: readonly Part[],
  held?: HeldText,
): string {
  const intervals = (flags & 4) !== 0;
  const texts =
    intervals && parts.length === 1
      ? boundsText(elements, parts[0]!, held)
      : eachText(elements, parts, intervals, held);
  return `{ ${texts.join(", ")} }`;
}

const withHeld = (key: string, element: RawElement, held?: HeldText) =>
  held === undefined ? key : `${key} : ${held(element)}`;

function eachText(
  elements: readonly RawElement[],
  parts: readonly Part[],
  swapped: boolean,
  held?: HeldText,
): string[] {
  return elements.map((element) => {
    if (((element.flags ?? 0) & CATCHALL) !== 0) return withHeld("*", element, held);
    const from = numbersOf(element.key!.value!, parts, swapped);
    const to = element.keyEnd?.value === undefined ? from : numbersOf(element.keyEnd.value, parts, swapped);
    return withHeld(
      parts.map(({ type }, index) => intervalText(type, from[index]!, to[index]!)).join(" . "),
      element,
      held,
    );
  });
}

function boundsText(elements: readonly RawElement[], part: Part, held?: HeldText): string[] {
  const out: string[] = [];
  const others = elements.filter(({ flags = 0 }) => (flags & CATCHALL) !== 0);
  const bounds = elements
    .filter(({ key }) => key?.value !== undefined)
    .map((element) => ({
      element,
      at: numbersOf(element.key!.value!, [part], true)[0]!,
      end: ((element.flags ?? 0) & INTERVAL_END) !== 0,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.end ? -1 : 1));
  for (const [index, { element, at, end }] of bounds.entries()) {
    if (end) continue;
    const next = bounds[index + 1]?.at ?? 1n << BigInt(part.type.bits);
    out.push(withHeld(intervalText(part.type, at, next - 1n), element, held));
  }
  return [...out, ...others.map((element) => withHeld("*", element, held))];
}
