import { EncodeError } from "@rxnetlink/core";
import { type Compiler, slotAfter } from "../compile/compiler.js";
import type { Need } from "../compile/statement.js";
import { paddedSize } from "../value/bytes.js";
import { type DataType, parse } from "../value/data-type.js";
import type { Interval, Range } from "../value/interval.js";
import { loadPart, type Part, toNetworkOrder } from "./bits.js";

/** What can be looked up in a set: a field, or several joined. */
export interface Key {
  readonly place: string;
  readonly parts: readonly Part[];
  /** True if it was joined from several, so that its literals are lists. */
  readonly joined: boolean;
}

export const needsOf = (key: Key): Need[] => key.parts.flatMap(({ source }) => source.needs);

/** Returns the bytes that a key fills in registers. */
export function spaceOf({ parts }: Key): number {
  if (parts.length === 1) return parts[0]!.source.bytes;
  return parts.reduce((sum, { source }) => sum + paddedSize(source.bytes), 0);
}

/** Reads a literal of a key: an interval for each of its parts. */
export function parseKey(key: Key, literal: unknown): Interval[] {
  if (!key.joined) return [parse(key.parts[0]!.type as DataType<unknown>, literal as Range<unknown>)];
  if (!Array.isArray(literal) || literal.length !== key.parts.length)
    throw new EncodeError(`an element needs a list of ${key.parts.length} values`);
  return key.parts.map(({ type }, index) => parse(type as DataType<unknown>, literal[index]));
}

/** Loads a key; in a set with intervals, numbers in host order are swapped, so that they can be compared by size. */
export function loadKey(c: Compiler, key: Key, slot: number, intervals: boolean): void {
  let at = slot;
  for (const part of key.parts) {
    loadPart(c, part, at, key.joined);
    if (intervals) toNetworkOrder(c, part, at);
    at = slotAfter(at, part.source.bytes);
  }
}
