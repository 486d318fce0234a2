import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { matcher } from "#src/schema/matcher.js";
import { binary, bytes, chars, string, unterminated } from "#src/schema/types/bytes.js";
import { decode, encode, encodeAny, hex, unhex, viewOf } from "../../../test/support/codec.js";

describe("text", () => {
  test.each([
    { bytes: "65746830 00", text: "eth0" },
    { bytes: "65746830", text: "eth0" },
    { bytes: "6500ff", text: "e" },
    { bytes: "", text: "" },
    { bytes: "c3a90041", text: "é" },
    { bytes: "f09f9880", text: "😀" },
    { bytes: "efbbbf61", text: "\ufeffa" },
    { bytes: "61ff", text: "a\udcff" },
    { bytes: "c3a9ff", text: "\udcc3\udca9\udcff" },
  ])("$bytes is $text", ({ bytes: source, text }) => {
    expect(decode(string, unhex(source))).toBe(text);
  });

  test("any bytes but NUL survive a round trip", () => {
    const name = fc.uint8Array({ max: 255, minLength: 1, maxLength: 15 }).filter((x) => !x.includes(0));
    fc.assert(
      fc.property(name, (source) => {
        expect(encode(unterminated, decode(unterminated, source))).toEqual(source);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test("any text survives a round trip", () => {
    const text = fc.string({ unit: "binary" }).filter((x) => !x.includes("\0"));
    fc.assert(
      fc.property(text, (source) => {
        expect(decode(string, encode(string, source))).toBe(source);
      }),
      { seed: 1 },
    );
  });

  test.each([1, undefined, null, "a\0b", "\ud800"])("refuses %j", (value) => {
    expect(() => encodeAny(string, value)).toThrow(EncodeError);
  });
});

describe("chars", () => {
  const name = chars(4);

  test("pads with zeros and reserves one for the end", () => {
    expect(hex(encode(name, "abc"))).toBe("61626300");
    expect(() => encode(name, "abcd")).toThrow('"abcd" is longer than 3 bytes');
    expect(() => encode(name, "éé")).toThrow(EncodeError);
  });

  test("reads no further than its size, even without a NUL", () => {
    expect(decode(name, unhex("61626364 6566"))).toBe("abcd");
  });
});

describe("binary", () => {
  test("is a copy, so that the receive buffer may be reused", () => {
    const view = viewOf(unhex("0102"));
    const value = binary.read(view, 0, 2);
    view.setUint8(0, 9);
    expect(value).toEqual(Uint8Array.of(1, 2));
  });

  test.each([[[1, 2]], ["01"], [undefined]])("refuses %j", (value) => {
    expect(() => encodeAny(binary, value)).toThrow(EncodeError);
  });
});

describe("bytes", () => {
  test("has exactly its size", () => {
    expect(decode(bytes(2), unhex("010203"))).toEqual(Uint8Array.of(1, 2));
    expect(() => decode(bytes(2), unhex("01"))).toThrow(DecodeError);
    expect(() => encode(bytes(2), Uint8Array.of(1))).toThrow("an object is not 2 bytes");
    expect(() => encodeAny(bytes(2), "ab")).toThrow(EncodeError);
  });
});

describe("bytes of another realm, as in jest and vm", () => {
  const { other, words } = runInNewContext("({ other: Uint8Array.of(1, 2), words: Uint16Array.of(1) })");

  test("are written and matched like those of this one", () => {
    expect(other instanceof Uint8Array).toBe(false);
    expect(encode(binary, other)).toEqual(Uint8Array.of(1, 2));
    expect(encode(bytes(2), other)).toEqual(Uint8Array.of(1, 2));
    expect(matcher(binary, other)(Uint8Array.of(1, 2))).toBe(true);
  });

  test.each([words, { length: 2 }, [1, 2], new DataView(new ArrayBuffer(2)), "01"])(
    "%o are none",
    (value) => {
      expect(() => encodeAny(binary, value)).toThrow(EncodeError);
      expect(() => encodeAny(bytes(2), value)).toThrow(EncodeError);
    },
  );

  test("an object that only claims to be bytes is rejected", () => {
    const fake = Object.create(null, { [Symbol.toStringTag]: { value: "Uint8Array" }, length: { value: 2 } });
    expect(() => encodeAny(bytes(2), fake)).toThrow("an object is not a Uint8Array");
  });
});
