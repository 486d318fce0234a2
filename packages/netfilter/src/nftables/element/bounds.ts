import { EncodeError } from "@rxnetlink/core";
import { type Type, Writer } from "@rxnetlink/core/schema";
import type { KeyField } from "../set/key-layout.js";
import type { ElementKey, KeyRange, KeyValue } from "./element.js";

/** First and last key, both inclusive; the same bytes for a single key. */
export interface Bounds {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

const out = new Writer(64);

const isRange = (value: unknown): value is KeyRange =>
  typeof value === "object" && value !== null && (value as Partial<KeyRange>).type === "range";

/** Returns a value as its layout has it: a word is a number, and JSON has texts for large numbers and for bytes. */
function exactly({ form, type, words }: KeyField, value: KeyValue): KeyValue {
  if (words !== undefined && typeof value === "string") return Number(words.parse(value as never).from);
  if (form === "bigint" && (typeof value === "number" || /^\d+$/.test(String(value))))
    return BigInt(value as number);
  return form === "bytes" && typeof value === "string" ? (type as Type<KeyValue>).fromJson!(value) : value;
}

/** Writes one value at the place of its field. */
function place(bytes: Uint8Array, field: KeyField, value: KeyValue): void {
  out.at = 0;
  (field.type as Type<unknown>).write(out, exactly(field, value));
  for (let i = 0; i < field.size; i++) bytes[field.offset + i] = out.bytes[i]!;
}

/** Splits the text of a prefix; `undefined` if it is none. A name may end in a wildcard: `"eth*"`. */
function prefixOf({ form, size }: KeyField, value: unknown): [address: string, length: number] | undefined {
  if (typeof value !== "string") return undefined;
  if (form === "text" && value.endsWith("*")) return [value.slice(0, -1), 8 * (value.length - 1)];
  if (form !== "ipv4" && form !== "ipv6") return undefined;
  const slash = value.indexOf("/");
  if (slash < 0) return undefined;
  const text = value.slice(slash + 1);
  const length = Number(text);
  if (!/^\d{1,3}$/.test(text) || length > size * 8)
    throw new EncodeError(`${JSON.stringify(value)} is no prefix`);
  return [value.slice(0, slash), length];
}

/** Sets the bits behind a prefix in both bounds. */
function widen({ from, to }: Bounds, { offset, size }: KeyField, length: number): void {
  for (let bit = length; bit < size * 8; bit++) {
    const at = offset + (bit >> 3);
    const mask = 0x80 >> (bit & 7);
    from[at]! &= ~mask;
    to[at]! |= mask;
  }
}

function placeBoth(bounds: Bounds, field: KeyField, value: KeyValue | KeyRange): void {
  const prefix = prefixOf(field, value);
  const [first, last] = isRange(value) ? [value.from, value.to] : [prefix?.[0] ?? value, undefined];
  place(bounds.from, field, first as KeyValue);
  if (bounds.to !== bounds.from) place(bounds.to, field, (last ?? first) as KeyValue);
  else if (last !== undefined || prefix !== undefined)
    throw new EncodeError("a range needs a set with the flag interval");
  if (prefix !== undefined) widen(bounds, field, prefix[1]);
}

/** Returns -1, 0 or 1, as a key is before, equal to or after another. */
export function compareKeys(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return 0;
}

/**
 * Encodes a key into bounds, which may hold an earlier one; both are the same bytes if it may not be a range.
 *
 * @throws EncodeError
 */
export function placeKey(bounds: Bounds, fields: readonly KeyField[], key: ElementKey): void {
  const isList = Array.isArray(key);
  const count = isList ? key.length : 1;
  if (count !== fields.length) throw new EncodeError(`has ${count} fields instead of ${fields.length}`);
  for (let i = 0; i < count; i++) placeBoth(bounds, fields[i]!, isList ? key[i] : key);
  if (compareKeys(bounds.from, bounds.to) > 0) throw new EncodeError("the range ends before it begins");
}

/**
 * Encodes a key.
 *
 * @param intervals - True if it may be a range.
 * @throws EncodeError
 */
export function boundsOf(
  fields: readonly KeyField[],
  length: number,
  key: ElementKey,
  intervals: boolean,
): Bounds {
  const from = new Uint8Array(length);
  const bounds = { from, to: intervals ? new Uint8Array(length) : from };
  placeKey(bounds, fields, key);
  return bounds;
}

/** Returns the key after another; `undefined` after the last. */
export function nextKey(key: Uint8Array): Uint8Array | undefined {
  const next = key.slice();
  for (let i = next.length - 1; i >= 0; i--) {
    next[i]!++;
    if (next[i] !== 0) return next;
  }
  return undefined;
}

/** Returns the key before another. */
export function previousKey(key: Uint8Array): Uint8Array {
  const previous = key.slice();
  for (let i = previous.length - 1; i >= 0; i--) {
    previous[i]!--;
    if (previous[i] !== 0xff) break;
  }
  return previous;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Returns the length of the prefix that two bounds of a field form; `undefined` if they form none. */
function prefixLength({ from, to }: Bounds, { offset, size }: KeyField): number | undefined {
  let length = 0;
  const bit = (bytes: Uint8Array, at: number) => (bytes[offset + (at >> 3)]! >> (7 - (at & 7))) & 1;
  while (length < size * 8 && bit(from, length) === bit(to, length)) length++;
  for (let at = length; at < size * 8; at++) if (bit(from, at) !== 0 || bit(to, at) !== 1) return undefined;
  return length;
}

/** Returns the word for a number, if its type has one. */
const wordFor = ({ words }: KeyField, value: KeyValue): KeyValue =>
  (typeof value === "number" ? words?.wordOf?.(BigInt(value)) : undefined) ?? value;

function decodedField(bounds: Bounds, field: KeyField): KeyValue | KeyRange {
  const { offset, size, form } = field;
  const read = (bytes: Uint8Array) =>
    (field.type as Type<unknown>).read(viewOf(bytes), offset, offset + size) as KeyValue;
  const from = read(bounds.from);
  if (
    compareKeys(bounds.from.subarray(offset, offset + size), bounds.to.subarray(offset, offset + size)) === 0
  )
    return wordFor(field, from);
  const length = form === "number" || form === "bigint" ? undefined : prefixLength(bounds, field);
  if (form === "text" && length !== undefined && length % 8 === 0) return `${from}*`;
  return length === undefined || (form !== "ipv4" && form !== "ipv6")
    ? { type: "range", from, to: read(bounds.to) }
    : `${from}/${length}`;
}

/** Decodes a key: ranges of addresses that are prefixes are shown as such. */
export function decodedKey(fields: readonly KeyField[], bounds: Bounds): ElementKey {
  const values = fields.map((field) => decodedField(bounds, field));
  return values.length === 1 ? values[0]! : values;
}
