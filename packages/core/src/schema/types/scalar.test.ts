import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import {
  be16,
  be32,
  be64,
  flag,
  s8,
  s16,
  s16be,
  s32,
  s32be,
  s64,
  s64be,
  sint,
  small,
  u8,
  u16,
  u32,
  u64,
  uint,
} from "#src/schema/types/scalar.js";
import { describe as describeValue } from "#src/values/describe.js";
import { decode, encode, encodeAny, hex, unhex } from "../../../test/support/codec.js";

const ranges = [
  { type: u8, low: 0, high: 0xff },
  { type: u16, low: 0, high: 0xffff },
  { type: u32, low: 0, high: 0xffff_ffff },
  { type: s8, low: -0x80, high: 0x7f },
  { type: s16, low: -0x8000, high: 0x7fff },
  { type: s32, low: -0x8000_0000, high: 0x7fff_ffff },
  { type: be16, low: 0, high: 0xffff },
  { type: be32, low: 0, high: 0xffff_ffff },
  { type: s16be, low: -0x8000, high: 0x7fff },
  { type: s32be, low: -0x8000_0000, high: 0x7fff_ffff },
];
const bigRanges = [
  { type: u64, low: 0n, high: 2n ** 64n - 1n },
  { type: be64, low: 0n, high: 2n ** 64n - 1n },
  { type: s64, low: -(2n ** 63n), high: 2n ** 63n - 1n },
  { type: s64be, low: -(2n ** 63n), high: 2n ** 63n - 1n },
];

describe.each(ranges)("$type.name", ({ type, low, high }) => {
  test("accepts its limits and nothing beyond", () => {
    for (const value of [low, high]) expect(decode(type, encode(type, value))).toBe(value);
    for (const value of [low - 1, high + 1, 0.5, Number.NaN, "1", 1n, undefined, null])
      expect(() => encodeAny(type, value)).toThrow(EncodeError);
  });

  test("rejects fewer bytes", () => {
    expect(() => decode(type, new Uint8Array(type.size - 1))).toThrow(DecodeError);
  });
});

describe.each(bigRanges)("$type.name", ({ type, low, high }) => {
  test("accepts its limits and nothing beyond", () => {
    for (const value of [low, high]) expect(decode(type, encode(type, value))).toBe(value);
    for (const value of [low - 1n, high + 1n, 1, "1", undefined])
      expect(() => encodeAny(type, value)).toThrow(EncodeError);
  });

  test("rejects fewer bytes", () => {
    expect(() => decode(type, new Uint8Array(7))).toThrow(DecodeError);
  });
});

test.each([
  { value: 300, text: "300 is not a u8" },
  { value: 1n, text: "1n is not a u8" },
  { value: "1", text: '"1" is not a u8' },
  { value: undefined, text: "undefined is not a u8" },
  { value: {}, text: "an object is not a u8" },
])("the error for $value says: $text", ({ value, text }) => {
  expect(() => encodeAny(u8, value)).toThrow(text);
});

test("describe tells null from an object", () => {
  expect(describeValue(null)).toBe("null");
});

describe("uint", () => {
  test("uses 4 bytes if they suffice, else 8", () => {
    expect(encode(uint, 2n ** 32n - 1n)).toHaveLength(4);
    expect(encode(uint, 2n ** 32n)).toHaveLength(8);
  });

  test.each([-1n, 2n ** 64n, 1])("refuses %s", (value) => {
    expect(() => encodeAny(uint, value)).toThrow(EncodeError);
  });

  test("rejects fewer than 4 bytes", () => {
    expect(() => decode(uint, unhex("010203"))).toThrow(DecodeError);
  });
});

describe("flag", () => {
  const set = attributes("flags", "F_", { on: [1, flag] });

  test("is present or absent", () => {
    expect(decode(set, unhex("04000100"))).toEqual({ on: true });
    expect(decode(set, unhex(""))).toEqual({});
    expect(hex(encode(set, { on: true }))).toBe("04000100");
  });

  test("false is not sent", () => {
    expect(hex(encodeAny(set, { on: false }))).toBe("");
  });

  test("rejects anything else", () => {
    expect(() => encodeAny(set, { on: 1 })).toThrow("on: 1 is not true");
  });
});

describe("sint", () => {
  test.each([
    [-1n, "ffffffff"],
    [-(2n ** 31n), "00000080"],
    [2n ** 31n, "00000080 00000000"],
    [-(2n ** 31n) - 1n, "ffffff7f ffffffff"],
  ])("%s is %s", (value, bytes) => {
    expect(hex(encode(sint, value))).toBe(bytes);
    expect(decode(sint, unhex(bytes))).toBe(value);
  });
});

describe("a small number", () => {
  test("takes as many bytes as its type, and is no bigint", () => {
    expect(hex(encode(small(uint), 5))).toBe("05000000");
    expect(decode(small(uint), unhex("05000000 00000000"))).toBe(5);
    expect(hex(encode(small(u64), 5))).toBe("05000000 00000000");
  });

  test.each([-1, 0.5, "5", undefined])("is not %j", (value) => {
    expect(() => encodeAny(small(uint), value)).toThrow(EncodeError);
  });
});
