import fc from "fast-check";
import { expect, test } from "vitest";
import { DecodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { lazy } from "#src/schema/lazy.js";
import { message } from "#src/schema/message.js";
import { pad, since, struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import type { Type } from "#src/schema/type.js";
import { ip, ipv6 } from "#src/schema/types/address/ip.js";
import { lladdr, mac } from "#src/schema/types/address/lladdr.js";
import { array, indexedArray, packed, records, repeated } from "#src/schema/types/array.js";
import { binary, chars, string } from "#src/schema/types/bytes.js";
import { enumeration } from "#src/schema/types/flags.js";
import {
  be16,
  be32,
  be64,
  flag,
  s8,
  s16,
  s32,
  s32be,
  s64,
  u8,
  u16,
  u32,
  u64,
  uint,
} from "#src/schema/types/scalar.js";
import { decode, encode } from "./support/codec.js";

interface Node {
  scalars?: object;
  children?: Node[];
}

const scalars = attributes("scalars", "S_", {
  u8: [1, u8],
  u16: [2, u16],
  u32: [3, u32],
  u64: [4, u64],
  s8: [5, s8],
  s16: [6, s16],
  s32: [7, s32],
  s64: [8, s64],
  be16: [9, be16],
  be32: [10, be32],
  be64: [11, be64],
  s32be: [12, s32be],
  uint: [13, uint],
  flag: [14, flag],
  kind: [15, enumeration("K_", u16, { one: 1, two: 2 })],
});
const text = attributes("text", "T_", {
  string: [1, string],
  binary: [2, binary],
  ip: [3, ip],
  lladdr: [4, lladdr],
});
const fixed = struct("fixed", {
  name: chars(8),
  gap: pad(3),
  mac,
  addr: ipv6,
  pair: array(u16, 2),
  late: since("6.1", u32),
});
const hop = message("hop", struct("hop", { length: u16, weight: u16 }), text);
const node: Type<Node> = attributes("node-attrs", "N_", {
  scalars: [1, scalars],
  children: [8, indexedArray(lazy((): Type<Node> => node))],
}) as Type<Node>;
const whole = message(
  "whole",
  struct("head", { family: u8, index: u32 }),
  attributes("whole-attrs", "W_", {
    scalars: [1, scalars],
    names: [2, repeated(string)],
    words: [3, packed(u16)],
    list: [4, indexedArray(text)],
    hops: [5, records(hop)],
    data: [6, subMessage("kind", { scalars, text, fixed })],
    kind: [7, string],
    node: [8, node],
  }),
);

const optional = <T>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(arbitraries, { requiredKeys: [] });
const unsigned = (bits: number) => fc.nat(2 ** bits - 1);
const signed = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });
const big = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const someBytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });
const someText = fc.string({ unit: "binary", maxLength: 12 }).filter((x) => !x.includes("\0"));
const addressOf = (size: number) => someBytes(size).map((bytes) => decode(ip, bytes));

const someScalars = optional({
  u8: unsigned(8),
  u16: unsigned(16),
  u32: fc.nat({ max: 0xffff_ffff }),
  u64: big,
  s8: signed(8),
  s16: signed(16),
  s32: signed(32),
  s64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  be16: unsigned(16),
  be32: fc.nat({ max: 0xffff_ffff }),
  be64: big,
  s32be: signed(32),
  uint: fc.oneof(big, fc.bigInt({ min: 0n, max: 0xffff_ffffn })),
  flag: fc.constant(true),
  kind: fc.constantFrom("one", "two", 3, 65535),
});
const someTexts = optional({
  string: someText,
  binary: fc.uint8Array({ maxLength: 9 }),
  ip: fc.oneof(addressOf(4), addressOf(16)),
  lladdr: fc.uint8Array({ maxLength: 9 }).map((bytes) => decode(lladdr, bytes)),
});
const someFixed = fc.record(
  {
    name: fc.string({ unit: "grapheme-ascii", maxLength: 7 }),
    mac: someBytes(6).map((bytes) => decode(mac, bytes)),
    addr: addressOf(16),
    pair: fc.array(unsigned(16), { minLength: 2, maxLength: 2 }),
    late: fc.nat({ max: 0xffff_ffff }),
  },
  { requiredKeys: ["name", "mac", "addr", "pair"] },
);
const someData = fc.oneof(
  someScalars.map((value) => ({ kind: "scalars", data: { scalars: value } })),
  someTexts.map((value) => ({ kind: "text", data: { text: value } })),
  someFixed.map((value) => ({ kind: "fixed", data: { fixed: value } })),
  fc.uint8Array({ maxLength: 9 }).map((unknown) => ({ kind: "other", data: { unknown } })),
  fc.constant({}),
);
const someUnknown = fc.record({
  type: fc.integer({ min: 100, max: 0x3fff }).map((type) => type | 0x8000),
  bytes: fc.uint8Array({ maxLength: 9 }),
});
const someNode = fc.letrec<{ node: Node }>((tie) => ({
  node: optional({
    scalars: someScalars,
    children: fc.array(tie("node"), { maxLength: 2 }),
  }) as fc.Arbitrary<Node>,
})).node;
const anyValue = fc
  .tuple(
    fc.record({ family: unsigned(8), index: fc.nat({ max: 0xffff_ffff }) }),
    optional({
      scalars: someScalars,
      names: fc.array(someText, { minLength: 1, maxLength: 3 }),
      words: fc.array(unsigned(16), { maxLength: 5 }),
      node: someNode,
      list: fc.array(someTexts, { maxLength: 3 }),
      unknown: fc.array(someUnknown, { minLength: 1, maxLength: 2 }),
    }),
    fc.array(someTexts, { maxLength: 3 }),
    someData,
  )
  .map(([head, attrs, texts, data]) => {
    const hops = texts.map((via) => {
      const one = { length: 0, weight: 5, ...via };
      return { ...one, length: encode(hop, one).length };
    });
    return { ...head, ...attrs, ...data, hops };
  }) as fc.Arbitrary<Parameters<(typeof whole)["write"]>[1]>;

/** A mutation of some bytes: another byte, a truncation, or an invalid length or type. */
const mutation = fc.record({
  at: fc.nat(1 << 16),
  word: fc.boolean(),
  value: fc.oneof(unsigned(16), fc.constantFrom(0, 1, 2, 3, 4, 5, 0xff, 0x8000, 0xffff)),
});
function mutate(
  bytes: Uint8Array,
  changes: readonly { at: number; word: boolean; value: number }[],
): Uint8Array {
  const mutated = bytes.slice();
  for (const { at, word, value } of changes) {
    const index = at % Math.max(1, mutated.length);
    mutated[word ? index & ~3 : index] = value;
    if (word) mutated[(index & ~3) + 1] = value >> 8;
  }
  return mutated;
}

test("a value survives a round trip", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(decode(whole, encode(whole, value))).toEqual(value);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test("mutated and truncated messages give a value that can be sent, or a DecodeError", () => {
  // A few hundred messages with many mutations each: creating a message costs far more than reading it.
  const messages = fc.sample(anyValue, { seed: 2, numRuns: 200 }).map((value) => encode(whole, value));
  const counts = { read: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.nat(messages.length - 1),
      fc.array(mutation, { maxLength: 3 }),
      fc.option(fc.nat(1 << 16), { freq: 4 }),
      (index, changes, cut) => {
        const bytes = mutate(messages[index]!, changes);
        const short = cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1));
        let value: unknown;
        try {
          value = decode(whole, short);
        } catch (error) {
          if (!(error instanceof DecodeError) || error.cause !== undefined) throw error;
          counts.refused++;
          return;
        }
        counts.read++;
        expect(value).toBeTypeOf("object");
      },
    ),
    { seed: 3, numRuns: 20_000 },
  );
  expect(counts.read).toBeGreaterThan(2000);
  expect(counts.refused).toBeGreaterThan(2000);
});

test("values read from mutated messages survive a round trip", () => {
  fc.assert(
    fc.property(anyValue, fc.array(mutation, { minLength: 1, maxLength: 3 }), (original, changes) => {
      let value: Parameters<(typeof whole)["write"]>[1];
      try {
        value = decode(whole, mutate(encode(whole, original), changes));
      } catch {
        return;
      }
      expect(recordsWithoutLength(decode(whole, encode(whole, value)))).toEqual(recordsWithoutLength(value));
    }),
    { seed: 4, numRuns: 1000, endOnFailure: true },
  );
});

/** A record's length follows from its content, so writing corrects it. */
function recordsWithoutLength(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, member) =>
      key === "length" ? undefined : typeof member === "bigint" ? `${member}n` : member,
    ),
  );
}
