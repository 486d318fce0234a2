import { EncodeError } from "@rxnetlink/core";
import { type RawElement, rawElementFlags } from "../../element/layout.js";
import { padded, toBytes } from "../value/bytes.js";
import { type Interval, merged } from "../value/interval.js";
import { ones, shiftOf } from "./bits.js";
import type { Key } from "./key.js";

/** What a map holds for a key. */
type Held = Pick<RawElement, "data" | "objref">;

/** An element of a set, read: its key, and what a map holds for it. */
export interface Entry {
  /** Absent for all other keys. */
  readonly key?: readonly Interval[];
  readonly held?: Held;
}

const INTERVAL_END = rawElementFlags.of("intervalEnd");
const CATCHALL = rawElementFlags.of("catchall");

/** Returns true if a key stands for several values. */
export const hasIntervals = (entries: readonly Entry[]): boolean =>
  entries.some(({ key }) => key?.some(({ from, to }) => from !== to));

/** Returns the bytes of a key, as its parts are in registers. */
function bytesOf(key: Key, values: readonly bigint[], intervals: boolean): Uint8Array {
  const parts = key.parts.map((part, index) => {
    const order = intervals && part.type.order === "host" ? "network" : part.type.order;
    const shift = key.joined ? 0n : shiftOf(part);
    return toBytes(values[index]! << shift, part.source.bytes, order);
  });
  return padded(parts);
}

/** Returns the elements of a set, as the kernel takes them. */
export function elementsOf(key: Key, entries: readonly Entry[]): RawElement[] {
  const others = entries.filter((entry) => entry.key === undefined);
  const catchall = others.map(({ held }) => ({ flags: CATCHALL, ...held }));
  const keyed = entries.filter((entry) => entry.key !== undefined);
  return [...keyedElements(key, keyed, hasIntervals(keyed)), ...catchall];
}

function keyedElements(key: Key, entries: readonly Entry[], intervals: boolean): RawElement[] {
  if (intervals && key.parts.length === 1) return bounds(key, entries);
  return entries.map(({ key: values, held }) => {
    const [from, to] = [values!.map((value) => value.from), values!.map((value) => value.to)];
    const start = { key: { value: bytesOf(key, from, intervals) } };
    const end = intervals ? { keyEnd: { value: bytesOf(key, to, true) } } : {};
    return { ...start, ...end, ...held };
  });
}

/**
 * Returns the bounds of intervals of one field: each begins with its first value and ends before the next that is not in it;
 * the space before the first one ends too.
 */
function bounds(key: Key, entries: readonly Entry[]): RawElement[] {
  const part = key.parts[0]!;
  const last = ones(part.type.bits);
  const element = (value: bigint) => ({ key: { value: bytesOf(key, [value], true) } });
  const intervals = entries.some(({ held }) => held !== undefined) ? disjoint(entries) : joined(entries);
  const out: RawElement[] = [];
  let open = 0n;
  for (const { interval, held } of intervals) {
    if (out.length === 0 ? interval.from > 0n : interval.from > open)
      out.push({ ...element(open), flags: INTERVAL_END });
    out.push({ ...element(interval.from), ...held });
    open = interval.to + 1n;
  }
  if (open <= last) out.push({ ...element(open), flags: INTERVAL_END });
  return out;
}

const joined = (entries: readonly Entry[]) =>
  merged(entries.map(({ key }) => key![0]!)).map((interval) => ({ interval, held: {} as Held }));

/** Sorts the intervals of a map, which hold different things, so that they must not overlap. */
function disjoint(entries: readonly Entry[]): { interval: Interval; held: Held }[] {
  const sorted = entries.map(({ key, held }) => ({ interval: key![0]!, held: held! }));
  sorted.sort((a, b) => (a.interval.from < b.interval.from ? -1 : 1));
  for (const [index, { interval }] of sorted.entries())
    if (index > 0 && interval.from <= sorted[index - 1]!.interval.to)
      throw new EncodeError("two keys of the map overlap");
  return sorted;
}
