import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { type AttributeSet, attributes } from "#src/schema/attributes.js";
import { lazy } from "#src/schema/lazy.js";
import { padding, struct } from "#src/schema/struct.js";
import { MAX_DEPTH, type Type } from "#src/schema/type.js";
import { binary, string } from "#src/schema/types/bytes.js";
import { be16, u8, u32 } from "#src/schema/types/scalar.js";
import { decode, encode, encodeAny, hex, thrown, unhex } from "../../test/support/codec.js";

const inner = attributes("inner-attrs", "INNER_", { id: [1, u32], port: [2, be16] });
const outer = attributes("outer-attrs", "OUTER_", {
  name: [1, string],
  nest: [2, inner],
  blob: [3, binary],
  pad: [4, padding],
});

describe("reading", () => {
  test("accepts attributes in any order", () => {
    const value = { name: "a", nest: { id: 5 } };
    expect(decode(outer, unhex("06000100 61000000 0c000280 08000100 05000000"))).toEqual(value);
    expect(decode(outer, unhex("0c000280 08000100 05000000 06000100 61000000"))).toEqual(value);
  });

  test("absent attributes are absent members", () => {
    const value = decode(outer, unhex(""));
    expect(Object.keys(value)).toEqual([]);
    expect(Object.keys(decode(outer, unhex("04000280")).nest ?? {})).toEqual([]);
  });

  test.each([
    ["nested", "05000180 01000000"],
    ["network byte order", "05000140 01000000"],
    ["both", "050001c0 01000000"],
  ])("masks the bit for %s", (_, bytes) => {
    expect(decode(attributes("x", "X_", { id: [1, u8] }), unhex(bytes))).toEqual({ id: 1 });
  });

  test("the last of two wins", () => {
    expect(decode(inner, unhex("08000100 01000000 08000100 02000000"))).toEqual({ id: 2 });
  });

  test("padding is not a member", () => {
    expect(Object.keys(decode(outer, unhex("04000400 06000100 61000000")))).toEqual(["name"]);
  });

  test("the last attribute may lack its padding, and a tail shorter than a header is ignored", () => {
    expect(decode(outer, unhex("06000100 6100"))).toEqual({ name: "a" });
    expect(decode(outer, unhex("06000100 61000000 ffffff"))).toEqual({ name: "a" });
  });
});

describe("unknown attributes", () => {
  test("are kept with their full type word and written back", () => {
    const bytes = "08000100 05000000 0600e7c3 aabb0000 0500e703 cc000000";
    const value = decode(inner, unhex(bytes));
    expect(value).toEqual({
      id: 5,
      unknown: [
        { type: 0xc3e7, bytes: unhex("aabb") },
        { type: 0x03e7, bytes: unhex("cc") },
      ],
    });
    expect(hex(encode(inner, value))).toBe(bytes);
  });
});

describe("malformed lengths", () => {
  test.each([0, 1, 2, 3, 9, 0xffff])("rejects %i and names the place", (length) => {
    const attribute = [length & 0xff, length >> 8, 1, 0, 5, 0, 0, 0];
    const error = thrown(() => decode(outer, Uint8Array.from([12, 0, 2, 0x80, ...attribute])));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({
      path: "nest",
      message: `nest: attribute 1 of inner-attrs claims ${length} bytes, but 8 are left`,
    });
  });

  test("a payload that is too short names its attribute", () => {
    const error = thrown(() => decode(outer, unhex("0a000280 06000100 0500")));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ path: "nest.id", message: "nest.id: 2 bytes are too short for u32" });
  });
});

describe("writing", () => {
  test("marks nests and pads", () => {
    expect(hex(encode(outer, { name: "a", nest: { port: 80 } }))).toBe(
      "06000100 61000000 0c000280 06000200 00500000",
    );
  });

  test("omits undefined members", () => {
    expect(hex(encodeAny(outer, { name: undefined, nest: { id: undefined } }))).toBe("04000280");
    expect(hex(encodeAny(outer, { other: undefined }))).toBe("");
  });

  test.each([
    { value: { nest: { port: 65536 } }, message: "nest.port: 65536 is not a be16" },
    {
      value: { nest: { prt: 1 } },
      message: "nest.prt: no such attribute of inner-attrs (did you mean port?)",
    },
    { value: { nest: 5 }, message: "nest: 5 is not a set of attributes" },
    { value: { nest: null }, message: "nest: null is not a set of attributes" },
    { value: undefined, message: "undefined is not a set of attributes" },
  ])("an error says: $message", ({ value, message }) => {
    const error = thrown(() => encodeAny(outer, value));
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toHaveProperty("message", message);
  });

  test("one attribute is limited to 64 KiB", () => {
    expect(encode(outer, { blob: new Uint8Array(0xffff - 4) })).toHaveLength(0x10000);
    const error = thrown(() => encode(outer, { blob: new Uint8Array(0xffff - 3) }));
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toHaveProperty("message", "blob: 65536 bytes do not fit into an attribute");
  });
});

describe("a recursive set", () => {
  interface Tree {
    id?: number;
    child?: Tree;
  }
  const tree: Type<Tree> = attributes("tree-attrs", "TREE_", {
    id: [1, u8],
    child: [2, lazy((): Type<Tree> => tree)],
  });
  const nested = (depth: number): Tree => (depth === 1 ? { id: 1 } : { child: nested(depth - 1) });
  const nestedBytes = (depth: number): Uint8Array => {
    const below = depth === 1 ? unhex("05000100 01000000") : nestedBytes(depth - 1);
    return depth === 1 ? below : Uint8Array.from([below.length + 4, 0, 2, 0x80, ...below]);
  };

  test("is read and written down to the limit", () => {
    expect(decode(tree, nestedBytes(MAX_DEPTH))).toEqual(nested(MAX_DEPTH));
    expect(encode(tree, nested(MAX_DEPTH)).length).toBe(nestedBytes(MAX_DEPTH).length);
  });

  test("is rejected beyond it", () => {
    const decoding = thrown(() => decode(tree, nestedBytes(MAX_DEPTH + 1)));
    expect(decoding).toBeInstanceOf(DecodeError);
    expect(decoding).toHaveProperty("reason", `attributes are nested deeper than ${MAX_DEPTH}`);
    expect(thrown(() => encode(tree, nested(MAX_DEPTH + 1)))).toBeInstanceOf(EncodeError);
  });

  test("is counted through a struct too", () => {
    interface Box {
      at: number;
      more: { box?: Box };
    }
    const box: Type<Box> = struct("box", {
      at: u32,
      more: attributes("more-attrs", "MORE_", { box: [1, lazy((): Type<Box> => box)] }),
    });
    const deep = (depth: number): Box => ({ at: 0, more: depth === 1 ? {} : { box: deep(depth - 1) } });
    expect(decode(box, encode(box, deep(MAX_DEPTH)))).toEqual(deep(MAX_DEPTH));
    expect(thrown(() => encode(box, deep(MAX_DEPTH + 1)))).toBeInstanceOf(EncodeError);
  });

  test("rejects a cyclic value", () => {
    const loop: Tree = {};
    loop.child = loop;
    expect(thrown(() => encode(tree, loop))).toBeInstanceOf(EncodeError);
  });
});

test("numbers have names", () => {
  const set: AttributeSet<typeof inner.set> = inner;
  expect(set.attributeName?.(2)).toBe("port");
  expect(set.attributeName?.(9)).toBeUndefined();
});
