import type { Place } from "../source/place.js";
import type { Context } from "./context.js";
import { call, type Expression, word } from "./expression.js";
import { namedValues } from "./names-of-values.js";

/** Integers by their name in descriptions, in host and in network byte order. */
const INTEGERS: Readonly<Record<string, readonly [host: string, net: string]>> = {
  u8: ["u8", "u8"],
  u16: ["u16", "be16"],
  u32: ["u32", "be32"],
  u64: ["u64", "be64"],
  s8: ["s8", "s8"],
  s16: ["s16", "s16be"],
  s32: ["s32", "s32be"],
  s64: ["s64", "s64be"],
  uint: ["uint", "uint"],
  sint: ["sint", "sint"],
};

/** Integers that have no size, which no hint shows otherwise. */
const OF_EITHER_SIZE = /^[us]int$/;

/** Names of all integers. */
export const integers: readonly string[] = Object.keys(INTEGERS);

/** True if a name is that of an integer. */
export const isInteger = (name: string): boolean => Object.hasOwn(INTEGERS, name);

/** Returns the type of an integer, with its byte order, names and hint. */
export function integer(context: Context, place: Place, name: string): Expression {
  const isBig = place.find("byte-order")?.text() === "big-endian";
  const base = INTEGERS[name]![isBig ? 1 : 0];
  const named = place.find("enum");
  if (named !== undefined)
    return namedValues(context, named, base, place.find("enum-as-flags")?.value === true);
  const hint = place.find("display-hint")?.text();
  if (hint === "ipv4" && base === "be32") return word("ipv4");
  return hint === "hex" && !OF_EITHER_SIZE.test(base) ? call("hex", word(base)) : word(base);
}

/** Sizes of integers in bytes. */
export const integerSize = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 0) / 8;
