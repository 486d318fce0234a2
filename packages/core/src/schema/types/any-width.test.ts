import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { LEARNED_FROM } from "#src/schema/expected.js";
import { anyWidth } from "#src/schema/types/any-width.js";
import { u8, u16, u32 } from "#src/schema/types/scalar.js";
import { decode, encode, encodeAny, unhex } from "../../../test/support/codec.js";

describe("an integer of any width", () => {
  const type = anyWidth(u16);

  test.each([
    ["8 bits", u8, 5],
    ["16 bits", u16, 5],
    ["16 bits", u16, 0xffff],
    ["32 bits", u32, 5],
    ["32 bits", u32, 0x12345678],
  ])("is read from %s", (_, sent, value) => {
    expect(decode(type, encode(sent, value))).toBe(value);
  });

  test("is written in the width of its type", () => {
    expect(encode(type, 0x1234)).toEqual(encode(u16, 0x1234));
    expect(() => encodeAny(type, 0x10000)).toThrow(EncodeError);
    expect(type.parse!("0x10")).toBe(16);
  });

  test("is not read from nothing", () => {
    expect(() => decode(type, unhex(""))).toThrow(DecodeError);
  });

  test("is read from whatever width comes, once the usual one is known", () => {
    const narrow = attributes("narrow", "A_", { id: [1, u16] });
    const wide = attributes("wide", "A_", { id: [1, u32] });
    const set = attributes("set", "A_", { id: [1, type] });
    for (let i = 0; i <= LEARNED_FROM; i++) decode(set, encode(narrow, { id: i }));
    expect(decode(set, encode(wide, { id: 0x10005 }))).toEqual({ id: 0x10005 });
    expect(decode(set, encode(narrow, { id: 5 }))).toEqual({ id: 5 });
  });
});
