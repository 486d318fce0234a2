import { expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { lladdr, mac } from "#src/schema/types/address/lladdr.js";
import { decode, encode, encodeAny, hex, unhex } from "../../../../test/support/codec.js";

test.each([
  ["02000000 0001", "02:00:00:00:00:01"],
  ["0a000001", "0a:00:00:01"],
  ["ff", "ff"],
  ["", ""],
])("%s is %s", (bytes, text) => {
  expect(decode(lladdr, unhex(bytes))).toBe(text);
  expect(hex(encode(lladdr, text))).toBe(bytes);
});

test("accepts capitals, dashes and single digits", () => {
  expect(hex(encode(lladdr, "A-B-0C"))).toBe("0a0b0c");
});

test.each(["x", "1:", ":1", "1::2", "123", "02:00 ", 5, undefined, null])("%j is not an address", (text) => {
  expect(() => encodeAny(lladdr, text)).toThrow(EncodeError);
});

test("a MAC address has six bytes", () => {
  expect(decode(mac, unhex("02000000 0001ffff"))).toBe("02:00:00:00:00:01");
  expect(() => decode(mac, unhex("02000000 00"))).toThrow(DecodeError);
  expect(() => encode(mac, "02:00:00:00:00")).toThrow('"02:00:00:00:00" is not a mac address');
});
