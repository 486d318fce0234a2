import type { Infer } from "@rxnetlink/core/schema";
import type { Data } from "../common/data.js";
import type { nfprotoNumber } from "./nfproto.js";

//  Words of the notation in which `nft --debug=netlink` prints expressions.

/** Joins the words that are there. */
export const join = (...words: readonly (string | false | undefined)[]): string =>
  words.filter((word) => word).join(" ");

/** Returns a word with a value, if there is one. */
export const named = (word: string, value: number | bigint | string | undefined): string | undefined =>
  value === undefined ? undefined : `${word} ${value}`;

/** Returns a number in hexadecimal, if there is one. */
export const hex = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : `0x${value.toString(16)}`;

/** Returns the name of a value in the notation: the kernel's, unless listed; numbers without a name are `unknown`. */
export function wordOf(
  value: string | number | undefined,
  words: Readonly<Record<string, string>> = {},
): string {
  if (typeof value !== "string") return "unknown";
  return words[value] ?? value.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Returns the number of a value of an enumeration; 0 if it is absent. */
export function numberOf(
  { values }: { readonly values: Readonly<Record<string, number>> },
  value: string | number = 0,
): number {
  return typeof value === "number" ? value : values[value]!;
}

/** Returns a protocol family by its name in nft. */
export const familyOf = (family: Infer<typeof nfprotoNumber> | undefined): string =>
  wordOf(family === "unspec" ? undefined : family, { ipv4: "ip", ipv6: "ip6" });

/** Returns bytes as words of 32 bits in host order, the last one filled up with zeros. */
function wordsOf(bytes: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  return Array.from(new Uint32Array(padded.buffer), (word) => `0x${word.toString(16).padStart(8, "0")}`).join(
    " ",
  );
}

/** Returns the data of a register: words, or a verdict. */
export function dataText({ value, verdict }: Data = {}): string {
  if (verdict === undefined) return value === undefined ? "" : wordsOf(value);
  return join(wordOf(verdict.code), named("->", verdict.chain));
}
