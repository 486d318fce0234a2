import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { refine } from "#src/schema/refine.js";
import { growing, pad, padding, since, struct } from "#src/schema/struct.js";
import { binary } from "#src/schema/types/bytes.js";
import { choice } from "#src/schema/types/choice.js";
import { enumeration } from "#src/schema/types/flags.js";
import { be16, u8, u16, u32 } from "#src/schema/types/scalar.js";
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

describe("a struct that grows", () => {
  const stats = growing(struct("stats", { a: u16, b: u16, c: u32 }));

  test("lacks the members that an older kernel does not send", () => {
    expect(decode(stats, unhex("0100"))).toEqual({ a: 1 });
    expect(decode(stats, unhex("0100 0200 0300"))).toEqual({ a: 1, b: 2 });
    expect(decode(stats, unhex("01000200 03000000"))).toEqual({ a: 1, b: 2, c: 3 });
  });

  test("is written whole", () => {
    expect(hex(encode(stats, { b: 2 }))).toBe("00000200 00000000");
  });
});

describe("a member whose layout an earlier one selects", () => {
  const number = refine(choice("kind", { short: be16 }, u16), { size: 2 });
  const chosen = struct("chosen", { kind: enumeration("K_", u16, { short: 1 }), value: number });

  test("is read and written by it", () => {
    expect(decode(chosen, unhex("0100 0002"))).toEqual({ kind: "short", value: 2 });
    expect(decode(chosen, unhex("0300 0200"))).toEqual({ kind: 3, value: 2 });
    expect(hex(encode(chosen, { kind: "short", value: 2 }))).toBe("01000002");
    expect(hex(encode(chosen, { kind: 3, value: 2 }))).toBe("03000200");
  });

  test("is read so in a shorter struct too", () => {
    const grown = growing(struct("grown", { ...chosen.fields, more: u32 }));
    expect(decode(grown, unhex("0100 0002"))).toEqual({ kind: "short", value: 2 });
  });

  test("may be selected by what is around the struct", () => {
    const outer = attributes("outer", "O_", { kind: [1, u16], it: [2, struct("it", { value: number })] });
    const bytes = "06000100 0500 0000 06000200 0200 0000";
    expect(decode(outer, unhex(bytes))).toEqual({ kind: 5, it: { value: 2 } });
  });
});
