import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { ip, ipv4, ipv6, parseIp } from "#src/schema/types/address/ip.js";
import { decode, encode, encodeAny, hex, unhex } from "../../../../test/support/codec.js";

// Addresses as printed by glibc's inet_ntop().
const addresses = [
  ["00000000 00000000 00000000 00000000", "::"],
  ["00000000 00000000 00000000 00000001", "::1"],
  ["00000000 00000000 00000000 01020304", "::1.2.3.4"],
  ["00000000 00000000 00000000 00010000", "::0.1.0.0"],
  ["00000000 00000000 0000ffff 01020304", "::ffff:1.2.3.4"],
  ["00000000 00000000 ffff0000 01020304", "::ffff:0:102:304"],
  ["0064ff9b 00000000 00000000 01020304", "64:ff9b::102:304"],
  ["20010db8 00000000 00010000 00000001", "2001:db8::1:0:0:1"],
  ["20010db8 00000000 00000000 00000000", "2001:db8::"],
  ["20010db8 00000001 00010001 00010001", "2001:db8:0:1:1:1:1:1"],
  ["20010000 00010000 00000000 00000001", "2001:0:1::1"],
  ["00010000 00000002 00000000 00000003", "1:0:0:2::3"],
  ["00010002 00030004 00050006 00070008", "1:2:3:4:5:6:7:8"],
  ["fe800000 00000000 0000abcd 00000000", "fe80::abcd:0:0"],
  ["0a000001", "10.0.0.1"],
  ["ffffffff", "255.255.255.255"],
] as const;

describe("addresses have the text of inet_ntop", () => {
  test.each(addresses)("%s is %s", (bytes, text) => {
    expect(decode(ip, unhex(bytes))).toBe(text);
    expect(hex(encode(ip, text))).toBe(bytes);
  });

  test("any address survives a round trip", () => {
    const word = fc.oneof(fc.constant(0), fc.constant(0xffff), fc.nat(0xffff));
    fc.assert(
      fc.property(fc.array(word, { minLength: 8, maxLength: 8 }), (words) => {
        const bytes = Uint8Array.from(words.flatMap((x) => [x >> 8, x & 0xff]));
        expect(encode(ipv6, decode(ipv6, bytes))).toEqual(bytes);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

test.each([
  ["2001:DB8::A", "2001:db8::a"],
  ["0:0:0:0:0:0:0:1", "::1"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
  ["1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"],
  ["0001::0002", "1::2"],
])("%s is read as %s", (written, text) => {
  expect(decode(ip, encode(ip, written))).toBe(text);
});

test.each([
  ...["", "1", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.-4", "01.2.3.4", "1.2.3.4 ", "0x1.2.3.4", "a.b.c.d"],
  ...[":", ":::", "1:::2", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1%lo"],
  ...["1.2.3.4::", "::1.2.3.4:5", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4::5:6:7:8", ":1:2:3:4:5:6:7"],
])("%j is not an address", (text) => {
  expect(parseIp(text)).toBeUndefined();
  expect(() => encode(ip, text)).toThrow(EncodeError);
});

test("only an address of the right family fits", () => {
  expect(() => encode(ipv4, "::1")).toThrow('"::1" is not an ipv4 address');
  expect(() => encode(ipv6, "10.0.0.1")).toThrow('"10.0.0.1" is not an ipv6 address');
  expect(() => encodeAny(ip, undefined)).toThrow(EncodeError);
  expect(() => encodeAny(ip, 1)).toThrow(EncodeError);
});

test("rejects a payload that is not an address", () => {
  expect(() => decode(ip, new Uint8Array(5))).toThrow("5 bytes are not an ip address");
  expect(() => decode(ipv4, new Uint8Array(3))).toThrow(DecodeError);
  expect(() => decode(ipv6, new Uint8Array(15))).toThrow(DecodeError);
});
