// Every feature of descriptions, by a family that does not exist.

import { EncodeError } from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { loadSpec } from "#src/load-spec.js";
import { decode, encode } from "./support/codec.js";
import { smallSpec } from "./support/small-spec.js";

const spec = loadSpec(smallSpec);
const item = spec.layouts.get("item")!;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const unhex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));

/** Bytes of one attribute of an item, without its header and padding. */
const payload = (value: object) => {
  const bytes = encode(item, value);
  return hex(bytes.subarray(4, new DataView(bytes.buffer).getUint16(0, true)));
};

describe("a member of an item", () => {
  test.each<[string, unknown, string]>([
    ["name", "ab", "616200"],
    ["on", true, ""],
    ["size", 5n, "05000000"],
    ["size", 2n ** 32n, "0000000001000000"],
    ["change", -1n, "ffffffff"],
    ["level", "green", "05000000"],
    ["many", { power: true, fan2: true }, "1100000000000000"],
    ["most", 2n ** 40n, "0000000000010000"],
    ["port", 80, "0050"],
    ["offset", -2n, "fffffffffffffffe"],
    ["peer", "192.0.2.1", "c0000201"],
    ["address", "2001:db8::1", "20010db8000000000000000000000001"],
    ["hardware", "02:00:00:00:00:01", "020000000001"],
    ["id", "123e4567-e89b-12d3-a456-426614174000", "123e4567e89b12d3a456426614174000"],
    ["numbers", [1, -1], "01000000ffffffff"],
    ["shapes", [{ x: 1, y: 2 }], "0001000002000000"],
    ["colours", { darkRed: true, blue: true }, "42000000"],
    ["namedBits", { value: 1, selector: 17 }, "0100000011000000"],
    ["codes", ["green"], "0800010005000000"],
    ["stat", [{ 7: 1n }], "0c0007000100000000000000"],
    ["table", { 3: { 4: { count: 2 } } }, "100003800c0004800500040002000000"],
    ["parts", { name: "ab" }, "0700020061620000"],
  ])("%s: %o is %s", (key, value, bytes) => {
    expect(payload({ [key]: value })).toBe(bytes);
  });

  test("has the number that follows the one before it", () => {
    expect(item.attributeName!(1)).toBe("pad");
    expect(item.attributeName!(40)).toBe("shape");
    expect(item.attributeName!(41)).toBe("shapes");
  });

  test("shows hexadecimal numbers as such", () => {
    expect(item.member!("mask")!.show!(255)).toBe("0xff");
  });
});

describe("a struct", () => {
  const shape = spec.layouts.get("shape")!;

  test("holds others, arrays, names and texts", () => {
    const value = {
      origin: { x: -1, y: 7 },
      hardware: "02:00:00:00:00:01",
      address: "::1",
      words: [1, 2, 3, 4],
      raw: Uint8Array.of(8, 9),
      label: "round",
      colour: "blue",
      switches: 16,
    };
    expect(decode(shape, encode(shape, value))).toEqual(value);
    expect(shape.size).toBe(8 + 6 + 16 + 8 + 2 + 8 + 1 + 1);
  });

  test("may be shorter in an attribute", () => {
    expect(decode(item, unhex("0800 2900 0001 0000"))).toEqual({ shapes: [{ x: 1 }] });
  });
});

describe("a sub-message", () => {
  test.each<[string, unknown]>([
    ["circle", { circle: { radius: 3, inside: { radius: 2 } } }],
    ["oblong", { oblong: { x: 1, y: 2 } }],
    ["ring", { ring: { headIndex: 4, pad: 0, radius: 5 } }],
    ["none", { none: Uint8Array.of(1) }],
  ])("of kind %s is selected by it", (kind, data) => {
    expect(decode(item, encode(item, { kind, data }))).toEqual({ kind, data });
  });

  test("of an unknown kind stays bytes", () => {
    const value = { kind: "cube", data: { unknown: Uint8Array.of(1, 2) } };
    expect(decode(item, encode(item, value))).toEqual(value);
  });

  test("is selected by a sibling of the nest around it", () => {
    const value = { kind: "circle", parts: { data: { circle: { radius: 1 } } } };
    expect(decode(item, encode(item, value))).toEqual(value);
  });
});

describe("limits", () => {
  test.each<[object, string]>([
    [{ count: 10 }, "count: 10 is out of range: 1 to 9"],
    [{ name: "abcdef" }, "name: 6 bytes, where the kernel accepts at most 5"],
    [{ parts: { name: "abc" } }, "parts.name: 3 bytes, where the kernel accepts at most 2"],
    [{ key: new Uint8Array(3) }, "key: 3 bytes, where the kernel accepts exactly 4"],
    [{ blob: new Uint8Array(0) }, "blob: 0 bytes, where the kernel accepts at least 1"],
    [{ size: 2n ** 32n }, "size: 4294967296n is out of range: at most 4294967295"],
    [{ level: "gren" }, 'level: "gren" is not one of darkRed, green, blue (did you mean green?)'],
    [
      { children: [{ colours: { red: true } }] },
      'children[0].colours.red: "red" is not one of darkRed, green, blue',
    ],
  ])("refuse %o", (value, message) => {
    const refused = () => encode(item, value, true);
    expect(refused).toThrow(EncodeError);
    expect(refused).toThrow(message);
  });
});

test("operations have numbers by direction", () => {
  const numbers = Object.entries(spec.operations).map(([name, { layout, ...rest }]) => [name, rest]);
  expect(Object.fromEntries(numbers)).toEqual({
    get: { do: { request: 2, reply: 1 }, dump: { request: 2, reply: 1 } },
    "get-ntf": { notification: 2, group: "changes" },
    set: { do: { request: 3 } },
    alarm: { notification: 3, group: "alarms" },
    list: { dump: { request: 9, reply: 7 } },
  });
});

test("operations have a header of their own after that of generic netlink", () => {
  const { layout } = spec.operations.list!;
  expect(hex(encode(layout as AnyType, { headIndex: 1, radius: 2 }))).toBe(
    "00000000 01000000 00000000 08000100 02000000".replaceAll(" ", ""),
  );
});

test("all operations may share one count", () => {
  const { operations } = loadSpec(smallSpec.replace("enum-model: directional", "enum-model: unified"));
  expect(operations.get).toMatchObject({ do: { request: 2, reply: 1 } });
  expect(operations["get-ntf"]).toMatchObject({ notification: 2 });
  expect(operations.set).toMatchObject({ do: { request: 3 } });
});
