import { EncodeError } from "@rxnetlink/core";
import { type Type, Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { bitset, bitsetAttributes, exactly } from "#src/ethtool/bits/bitset.js";

const NAMES = ["zero", "one", "two"] as const;
const masked = bitset(NAMES);
type States = Record<string, boolean>;

/** Returns what a value becomes on the wire of a request, as the attributes that it is made of. */
function sent(type: Type<never>, value: unknown, request = true) {
  const out = new Writer(undefined, request);
  type.write(out, value as never);
  return bitsetAttributes.read(out.view, 0, out.at);
}

/** Returns what is read from attributes. */
function read(type: Type<unknown>, value: Parameters<typeof bitsetAttributes.write>[1]) {
  const out = new Writer();
  bitsetAttributes.write(out, value);
  return type.read(out.view, 0, out.at);
}

const words = (...numbers: number[]) => new Uint8Array(Uint32Array.from(numbers).buffer);

describe("a set of bits is read", () => {
  test.each([
    [
      "by name, with a mask",
      {
        bits: [
          { index: 0, name: "zero" },
          { index: 1, name: "one", value: true as const },
        ],
      },
    ],
    ["by number, with a mask", { size: 3, value: words(0b010), mask: words(0b011) }],
  ])("%s", (_, value) => {
    expect(read(masked, value)).toEqual({ zero: false, one: true });
  });

  test.each([
    ["by name, as a list", { nomask: true as const, bits: [{ index: 1, name: "one" }] }],
    ["by number, as a list", { nomask: true as const, size: 3, value: words(0b010) }],
  ])("%s", (_, value) => {
    expect(read(masked, value)).toEqual({ one: true });
  });

  test("with the numbers of bits that have no name here", () => {
    expect(read(masked, { size: 70, value: words(1, 0, 0x20), mask: words(1, 2, 0x20) })).toEqual({
      zero: true,
      "33": false,
      "69": true,
    });
    expect(read(masked, { bits: [{ index: 9, value: true }, { name: "newer" }] })).toEqual({
      "9": true,
      newer: false,
    });
  });
});

describe("a set of bits is sent", () => {
  test("by the names that a request mentions", () => {
    expect(sent(masked as Type<never>, { one: true, zero: false, two: undefined })).toEqual({
      bits: [{ name: "one", value: true }, { name: "zero" }],
    });
  });

  test("by number if it has no name", () => {
    expect(sent(masked as Type<never>, { 7: true })).toEqual({ bits: [{ index: 7, value: true }] });
  });

  test("as a whole if it is exactly so", () => {
    expect(sent(masked as Type<never>, exactly("two"))).toEqual({ nomask: true, bits: [{ name: "two" }] });
    expect(sent(masked as Type<never>, { ...exactly("two") })).toHaveProperty("nomask");
  });

  test("as the kernel does, where a program stands for it", () => {
    const list = bitset(NAMES, "list") as Type<never>;
    expect(sent(list, { two: true }, false)).toEqual({ nomask: true, bits: [{ name: "two" }] });
    expect(sent(list, { two: true, one: false }, false)).not.toHaveProperty("nomask");
  });

  test.each([
    [{ one: 1 }, "one"],
    [{ one: "on" }, "one"],
    [["one"], ""],
    [7, ""],
  ])("but not %j", (value, path) => {
    expect(() => sent(masked as Type<never>, value)).toThrow(EncodeError);
    expect(() => sent(masked as Type<never>, value)).toThrow(expect.objectContaining({ path }));
  });
});

test("a set matches the bits that a pattern names", () => {
  const matches = (pattern: States, value: States | undefined) => masked.matcher!(pattern)(value);
  expect(matches({ one: true }, { one: true, two: false })).toBe(true);
  expect(matches({ one: true, two: false }, { one: true })).toBe(true);
  expect(matches({ one: true }, { one: false })).toBe(false);
  expect(matches({ one: true }, undefined)).toBe(false);
});

test("a set is typed as names, with a minus before those to clear", () => {
  expect(masked.parse!("one,-two")).toEqual({ one: true, two: false });
});
