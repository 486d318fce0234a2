import fc from "fast-check";
import { expect, test } from "vitest";
import { DecodeError } from "#src/errors/errors.js";
import { ip } from "#src/schema/types/address/ip.js";
import { recurring } from "#src/schema/types/recurring.js";
import { decode, encode, thrown } from "../../../test/support/codec.js";

const address = fc.oneof(
  // Few, so that they recur, and share places in what is kept.
  fc
    .tuple(fc.constantFrom(10, 192), fc.constantFrom(0, 1), fc.constantFrom(0, 1, 64, 65))
    .map(([a, b, c]) => `${a}.0.${b}.${c}`),
  fc.ipV4(),
  fc.ipV6().map((text) => decode(ip, encode(ip, text))),
  fc.constantFrom("2001:db8::1", "2001:db8:1::1", "fe80::1", "::"),
);

test("reads any sequence of addresses as they are", () => {
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 200 }), (texts) => {
      const type = recurring(ip);
      expect(texts.map((text) => decode(type, encode(type, text)))).toEqual(texts);
    }),
  );
});

test("refuses what is no address, and keeps what it read before", () => {
  const type = recurring(ip);
  const bytes = encode(type, "192.0.2.1");
  expect(decode(type, bytes)).toBe("192.0.2.1");
  expect(thrown(() => decode(type, bytes.subarray(1)))).toBeInstanceOf(DecodeError);
  expect(decode(type, bytes)).toBe("192.0.2.1");
});

test("reads an address once while it recurs", () => {
  let reads = 0;
  const type = recurring({ ...ip, read: (...args) => `${ip.read(...args)} ${++reads}` });
  const read = (text: string) => decode(type, encode(ip, text));
  expect([read("192.0.2.1"), read("2001:db8::9"), read("192.0.2.1"), read("2001:db8::9")]).toEqual([
    "192.0.2.1 1",
    "2001:db8::9 2",
    "192.0.2.1 1",
    "2001:db8::9 2",
  ]);
});
