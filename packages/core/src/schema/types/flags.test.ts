import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { struct } from "#src/schema/struct.js";
import { enumeration, flags } from "#src/schema/types/flags.js";
import { u8, u32 } from "#src/schema/types/scalar.js";
import { decode, encode, encodeAny, hex, unhex } from "../../../test/support/codec.js";

describe("enumeration", () => {
  const kind = enumeration("RTN_", u8, { unspec: 0, unicast: 1, local: 2 });

  test("names known numbers and keeps unknown ones", () => {
    expect(decode(kind, unhex("02"))).toBe("local");
    expect(decode(kind, unhex("63"))).toBe(99);
    expect(decode(struct("s", { kind, other: kind }), unhex("0163"))).toEqual({ kind: "unicast", other: 99 });
  });

  test.each([
    ["unicast", "01"],
    [1, "01"],
    [99, "63"],
  ])("writes %j as %s", (value, bytes) => {
    expect(hex(encodeAny(kind, value))).toBe(bytes);
  });

  test("lists its names", () => {
    expect(() => encodeAny(kind, "anycast")).toThrow('"anycast" is not one of unspec, unicast, local');
  });

  test.each(["toString", "1", 256, -1, undefined, {}])("refuses %j", (value) => {
    expect(() => encodeAny(kind, value)).toThrow(EncodeError);
  });

  test("rejects an empty payload", () => {
    expect(() => decode(kind, unhex(""))).toThrow(DecodeError);
  });
});

describe("flags", () => {
  const iff = flags("IFF_", u32, { up: 1, broadcast: 2, top: 0x8000_0000 });

  test("stay a number, including unnamed bits", () => {
    expect(decode(iff, encode(iff, 0x8000_0041))).toBe(0x8000_0041);
  });

  test("have names", () => {
    expect(iff.names(0x8000_0041)).toEqual(["up", "top"]);
    expect(iff.names(0)).toEqual([]);
    expect(iff.of("up", "top")).toBe(0x8000_0001);
    expect(iff.of()).toBe(0);
  });

  test("has() requires all named bits", () => {
    expect(iff.has(0x8000_0001, "up", "top")).toBe(true);
    expect(iff.has(1, "up", "top")).toBe(false);
    expect(iff.has(0)).toBe(true);
  });

  test("has() and of() reject unknown names", () => {
    expect(() => iff.of("UP" as "up")).toThrow('"UP" is not one of up, broadcast, top');
    expect(() => iff.has(1, "toString" as "up")).toThrow(EncodeError);
    expect(() => iff.parse!("up,uq")).toThrow('"uq" is not one of up, broadcast, top');
  });

  test("may be written by name", () => {
    expect(hex(encodeAny(iff, { up: true, broadcast: false, top: undefined }))).toBe("01000000");
    expect(iff.named({ up: true, broadcast: false, top: undefined })).toBe(3);
  });

  test.each([
    [{ UP: true }, 'UP: "UP" is not one of up, broadcast, top'],
    [{ up: 1 }, "up: 1 is neither true nor false"],
    [["up"], "an array is not a set of bits by name"],
    [new Map(), "an object is not a set of bits by name"],
    [null, "null is not a set of bits by name"],
  ])("refuse %j", (value, text) => {
    expect(() => encodeAny(iff, value)).toThrow(text);
  });

  test("also accept a number", () => {
    expect(() => encodeAny(iff, "up")).toThrow(EncodeError);
    expect(() => encode(iff, 2 ** 32)).toThrow(EncodeError);
  });
});
