import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { message, noAttributes } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { u8, u32 } from "#src/schema/types/scalar.js";
import { decode, encode, encodeAny, hex, thrown, unhex } from "../../test/support/codec.js";

const set = attributes("set", "S_", { mtu: [1, u32] });
const odd = message("odd", struct("rtgenmsg", { family: u8 }), set);

describe("a message", () => {
  test("is one flat value; attributes begin aligned after a header of odd size", () => {
    expect(hex(encode(odd, { family: 2, mtu: 5 }))).toBe("02000000 08000100 05000000");
    expect(decode(odd, unhex("02ffffff 08000100 05000000"))).toEqual({ family: 2, mtu: 5 });
  });

  test("may end with its header, even without its padding", () => {
    expect(decode(odd, unhex("02"))).toEqual({ family: 2 });
    expect(decode(odd, unhex("0200"))).toEqual({ family: 2 });
  });

  test("may be just a header", () => {
    const bare = message("bare", struct("bare", { family: u8 }), noAttributes);
    expect(decode(bare, encode(bare, { family: 2 }))).toEqual({ family: 2 });
    expect(thrown(() => encodeAny(bare, { mtu: 1 }))).toMatchObject({ path: "mtu" });
  });

  test("keeps unknown attributes", () => {
    const bytes = "02000000 05006380 07000000";
    const value = decode(odd, unhex(bytes));
    expect(value).toEqual({ family: 2, unknown: [{ type: 0x8063, bytes: unhex("07") }] });
    expect(hex(encode(odd, value))).toBe(bytes);
  });

  test("sends 0 for members of the header that are absent or undefined", () => {
    expect(hex(encodeAny(odd, {}))).toBe("00000000");
    expect(hex(encodeAny(odd, { family: undefined, mtu: undefined }))).toBe("00000000");
  });

  test("rejects a truncated header", () => {
    expect(() => decode(odd, unhex(""))).toThrow(DecodeError);
  });

  test.each([
    [{ family: 256 }, "family: 256 is not a u8"],
    [{ mtu: -1 }, "mtu: -1 is not a u32"],
    [{ nope: 1 }, "nope: no such attribute of set"],
    [null, "null is not a odd"],
    [5, "5 is not a odd"],
  ])("%j is refused: %s", (value, text) => {
    const error = thrown(() => encodeAny(odd, value));
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toHaveProperty("message", text);
  });
});

test("rejects a key in both header and attributes at declaration", () => {
  const head = struct("head", { mtu: u8 });
  expect(() => message("twice", head, set)).toThrow("twice: mtu is in the header and in the attributes");
});
