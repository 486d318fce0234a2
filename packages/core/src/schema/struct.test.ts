import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { pad, padding, since, struct } from "#src/schema/struct.js";
import { binary } from "#src/schema/types/bytes.js";
import { u8, u16, u32 } from "#src/schema/types/scalar.js";
import { decode, encode, encodeAny, hex, thrown, unhex } from "../../test/support/codec.js";

const head = struct("head", { family: u8, gap: pad(3), index: u32 });
const grown = struct("grown", { a: u16, b: since("5.2", u16), c: since("6.1", u16) });
const open = struct("open", { a: u16, rest: binary });

describe("a struct", () => {
  test("keeps its members in order and hides padding", () => {
    expect(decode(head, unhex("02ffffff 07000000"))).toEqual({ family: 2, index: 7 });
    expect(hex(encode(head, { family: 2, index: 7 }))).toBe("02000000 07000000");
    expect(head.size).toBe(8);
  });

  test("ignores a tail added by a newer kernel", () => {
    expect(decode(head, unhex("02000000 07000000 63636363"))).toEqual({ family: 2, index: 7 });
  });

  test("may contain another", () => {
    const outer = struct("outer", { head, more: u8 });
    expect(decode(outer, unhex("02000000 07000000 09"))).toEqual({ head: { family: 2, index: 7 }, more: 9 });
  });

  test("writes zeros for absent members", () => {
    expect(hex(encodeAny(head, { index: 1 }))).toBe("00000000 01000000");
    expect(hex(encodeAny(head, { family: undefined, index: 1 }))).toBe("00000000 01000000");
  });

  test("rejects a payload that is too short", () => {
    const error = thrown(() => decode(head, unhex("02000000 070000")));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toHaveProperty("message", "7 bytes are too short for head");
  });

  test.each([
    { value: undefined, message: "undefined is not a head" },
    { value: null, message: "null is not a head" },
    { value: 5, message: "5 is not a head" },
    { value: { famly: 1 }, message: "famly: no such member of head (did you mean family?)" },
    { value: { gap: 1 }, message: "gap: no such member of head" },
    { value: { family: 256 }, message: "family: 256 is not a u8" },
  ])("an error says: $message", ({ value, message }) => {
    const error = thrown(() => encodeAny(head, value));
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toHaveProperty("message", message);
  });
});

describe("members of later kernels", () => {
  test.each([
    ["0100", { a: 1 }],
    ["01000200", { a: 1, b: 2 }],
    ["01000200 0300", { a: 1, b: 2, c: 3 }],
    ["01000200 0300ffff", { a: 1, b: 2, c: 3 }],
  ])("%s has those that fit", (bytes, value) => {
    expect(decode(grown, unhex(bytes))).toEqual(value);
  });

  test("are absent from shorter payloads", () => {
    expect(decode(grown, unhex("01000200 03"))).toEqual({ a: 1, b: 2 });
  });

  test.each([
    [{ a: 1 }, "0100"],
    [{ a: 1, b: 2 }, "01000200"],
    [{ a: 1, c: 3 }, "01000000 0300"],
    [{ a: 1, b: undefined }, "0100"],
  ])("%j is written as far as it goes", (value, bytes) => {
    expect(hex(encodeAny(grown, value))).toBe(bytes);
  });

  test("do not make earlier members optional", () => {
    expect(() => decode(grown, unhex("01"))).toThrow(DecodeError);
  });
});

describe("an open last member", () => {
  test("reads the rest", () => {
    expect(decode(open, unhex("0100aabb"))).toEqual({ a: 1, rest: unhex("aabb") });
    expect(decode(open, unhex("0100"))).toEqual({ a: 1, rest: unhex("") });
    expect(hex(encode(open, { a: 1, rest: unhex("aabb") }))).toBe("0100aabb");
    expect(open.size).toBeUndefined();
  });

  test("may be omitted when writing", () => {
    expect(hex(encodeAny(open, { a: 1 }))).toBe("0100");
  });

  test("is named in errors from inside it", () => {
    const nest = struct("nest", { a: u32, attrs: attributes("x", "X_", { id: [1, u32] }) });
    expect(thrown(() => decode(nest, unhex("00000000 05000100 01")))).toHaveProperty("path", "attrs.id");
  });

  test("does not make preceding members optional", () => {
    expect(() => decode(open, unhex("01"))).toThrow("1 bytes are too short for open");
  });
});

test("padding has no value", () => {
  expect(padding.ignored).toBe(true);
  expect(hex(encode(padding, undefined))).toBe("");
});
