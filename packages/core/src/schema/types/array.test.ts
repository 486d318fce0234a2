import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import {
  array,
  indexedArray,
  inOrder,
  nestedArray,
  packed,
  records,
  repeated,
} from "#src/schema/types/array.js";
import { string } from "#src/schema/types/bytes.js";
import { flag, u8, u16, u32 } from "#src/schema/types/scalar.js";
import { decode, encode, encodeAny, hex, thrown, unhex } from "../../../test/support/codec.js";

describe("repeated", () => {
  const set = attributes("set", "S_", { names: [3, repeated(string)], mtu: [1, u32] });

  test("collects attributes of one number, also between others", () => {
    const bytes = "06000300 61000000 08000100 05000000 06000300 62000000";
    expect(decode(set, unhex(bytes))).toEqual({ names: ["a", "b"], mtu: 5 });
  });

  test("an empty array writes nothing", () => {
    expect(hex(encode(set, { names: [] }))).toBe("");
  });

  test("accepts only arrays", () => {
    expect(thrown(() => encodeAny(set, { names: "a" }))).toMatchObject({
      message: 'names: "a" is not an array',
    });
  });

  test("names the invalid element", () => {
    expect(thrown(() => encodeAny(set, { names: ["a", 5] }))).toMatchObject({
      message: "names[1]: 5 is not a string",
    });
    const numbers = attributes("set", "S_", { ids: [1, repeated(u32)] });
    expect(thrown(() => decode(numbers, unhex("08000100 01000000 05000100 02000000")))).toMatchObject({
      message: "ids[1]: 1 bytes are too short for u32",
    });
  });

  test("a single element is an array of one", () => {
    expect(decode(repeated(u8), unhex("07"))).toEqual([7]);
    expect(hex(encode(repeated(u8), [7, 8]))).toBe("0708");
  });
});

describe("packed", () => {
  test("reads as many as fit and ignores a truncated one", () => {
    expect(decode(packed(u16), unhex("01000200 03"))).toEqual([1, 2]);
    expect(decode(packed(u16), unhex(""))).toEqual([]);
  });

  test("an element without a size cannot be packed", () => {
    expect(() => packed(string as never)).toThrow(TypeError);
  });

  test("names the invalid element", () => {
    expect(thrown(() => encode(packed(u8), [1, 256]))).toMatchObject({
      path: "[1]",
      reason: "256 is not a u8",
    });
    expect(() => encodeAny(packed(u8), "12")).toThrow(EncodeError);
  });
});

describe("array", () => {
  const pair = array(u16, 2);

  test("has exactly its count", () => {
    expect(pair.size).toBe(4);
    expect(decode(pair, unhex("01000200 0300"))).toEqual([1, 2]);
    expect(() => decode(pair, unhex("010002"))).toThrow(DecodeError);
    for (const value of [[1], [1, 2, 3], undefined, 5])
      expect(() => encodeAny(pair, value)).toThrow(EncodeError);
  });

  test("is a member of a struct", () => {
    const outer = struct("outer", { pair, more: u8 });
    expect(decode(outer, unhex("01000200 09"))).toEqual({ pair: [1, 2], more: 9 });
  });
});

describe("indexedArray", () => {
  test("numbers its elements from 1 or another number", () => {
    expect(hex(encode(indexedArray(u8), [7, 8]))).toBe("05000100 07000000 05000200 08000000");
    expect(hex(encode(indexedArray(u8, 0), [7]))).toBe("05000000 07000000");
  });

  test("accepts any numbers, in wire order", () => {
    expect(decode(indexedArray(u8), unhex("05000900 07000000 05000080 08000000"))).toEqual([7, 8]);
  });

  test.each(["03000100", "05000200 080000", "ffff0100 00000000"])("%s is refused by its index", (bad) => {
    const error = thrown(() => decode(indexedArray(u32), unhex(`08000100 01000000${bad}`)));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toHaveProperty("path", "[1]");
  });

  test("names the element that is wrong when writing", () => {
    const nest = attributes("nest", "N_", { list: [1, indexedArray(u8)] });
    expect(thrown(() => encode(nest, { list: [1, 2, -1] }))).toMatchObject({
      message: "list[2]: -1 is not a u8",
    });
  });
});

describe("nestedArray", () => {
  const names = nestedArray(1, string);

  test("gives all its elements one number", () => {
    expect(hex(encode(names, ["a", "b"]))).toBe(hex(unhex("06000100 61000000 06000100 62000000")));
    expect(decode(names, unhex("06000100 61000000 06000100 62000000"))).toEqual(["a", "b"]);
  });

  test("names the invalid element", () => {
    expect(thrown(() => encodeAny(names, ["a", 5]))).toMatchObject({ message: "[1]: 5 is not a string" });
    const numbers = nestedArray(1, u32);
    expect(thrown(() => decode(numbers, unhex("05000100 02000000")))).toBeInstanceOf(DecodeError);
  });
});

describe("inOrder", () => {
  const steps = inOrder(attributes("steps", "S_", { send: [1, u32], tag: [2, u16], stop: [3, flag] }));
  const bytes = "08000100 01000000 06000200 05000000 08000100 02000000 04000300";
  const value = [{ send: 1 }, { tag: 5 }, { send: 2 }, { stop: true as const }];

  test("keeps the order, and what repeats", () => {
    expect(hex(encode(steps, value))).toBe(bytes);
    expect(decode(steps, unhex(bytes))).toEqual(value);
  });

  test("keeps unknown attributes in their place", () => {
    const newer = unhex("06000900 07000000 08000100 01000000");
    expect(hex(encode(steps, decode(steps, newer)))).toBe(hex(newer));
  });

  test("refuses elements that are not one attribute", () => {
    for (const wrong of [{}, { send: 1, tag: 5 }, { send: undefined }])
      expect(thrown(() => encodeAny(steps, [{ send: 1 }, wrong]))).toMatchObject({
        message: expect.stringMatching(/^\[1\]: .*exactly one member$/),
      });
    expect(thrown(() => encodeAny(steps, [{ send: "x" }]))).toMatchObject({ path: "[0].send" });
  });

  test("locates a member", () => {
    const view = new DataView(unhex(bytes).buffer);
    expect(steps.locate?.(view, 0, view.byteLength, 12)?.path).toEqual(["[1]", "tag"]);
  });
});

describe("records", () => {
  const hop = message(
    "hop",
    struct("hop", { length: u16, weight: u16 }),
    attributes("hop-attrs", "H_", { via: [1, u32] }),
  );

  test("contain their own length, which may be omitted when writing", () => {
    const hops = records(hop);
    const bytes = "0c000500 08000100 01000000 04000600";
    expect(hex(encodeAny(hops, [{ weight: 5, via: 1 }, { weight: 6 }]))).toBe(bytes);
    expect(decode(hops, unhex(bytes))).toEqual([
      { length: 12, weight: 5, via: 1 },
      { length: 4, weight: 6 },
    ]);
  });

  test.each([
    ["04000500 03000000", "[1]"],
    ["04000500 05000000", "[1]"],
    ["08000500 04000100", "[0].via"],
  ])("%s is refused at %s", (bytes, path) => {
    const error = thrown(() => decode(records(hop), unhex(bytes)));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toHaveProperty("path", path);
  });
});
