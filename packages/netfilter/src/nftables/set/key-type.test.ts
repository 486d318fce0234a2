import { Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { completeSet } from "#src/nftables/set/complete.js";
import { keyType } from "#src/nftables/set/key-type.js";

function bytesOf(name: string): number {
  const out = new Writer();
  keyType.write(out, name);
  return out.view.getUint32(0);
}
function nameOf(number: number): string {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, number);
  return keyType.read(view, 0, 4);
}

test.each([
  ["ipv4_addr", 7],
  ["ipv4_addr . inet_service", (7 << 6) | 13],
  ["ipv6_addr . inet_proto . inet_service", (8 << 12) | (12 << 6) | 13],
  ["ifname . ifname . mark . ipv4_addr . boolean", 41 * 2 ** 24 + (41 << 18) + (19 << 12) + (7 << 6) + 39],
  ["verdict", 0xffff_ff00],
  ["63", 63],
  ["0", 0],
])("%s is %i, the first field in the highest bits", (name, number) => {
  expect(bytesOf(name)).toBe(number);
  expect(nameOf(number)).toBe(name);
});

test("spaces around dots do not matter", () => expect(bytesOf("ipv4_addr.inet_service")).toBe((7 << 6) | 13));

test.each(["ipv4", "mark . nothing", "mark . mark . mark . mark . mark . mark"])("%s is refused", (name) => {
  expect(() => bytesOf(name)).toThrow("type");
});

test("a set is completed by what follows from its types", () => {
  expect(
    completeSet({
      name: "s",
      keyType: "ether_addr . inet_service",
      flags: { interval: true },
      dataType: "mark",
    }),
  ).toEqual({
    name: "s",
    keyType: "ether_addr . inet_service",
    flags: 0x4 | 0x8 | 0x80,
    keyLen: 12,
    dataType: "mark",
    dataLen: 4,
    desc: { concat: [{ len: 6 }, { len: 2 }] },
    userdata: { keyByteorder: "invalid", dataByteorder: "hostEndian", mergeElements: 0 },
  });
  expect(completeSet({ keyType: "mark", timeout: 5n })).toMatchObject({ flags: 0x10, keyLen: 4 });
  expect(() => completeSet({ keyType: "integer" })).toThrow("length");
  expect(completeSet({ keyType: "integer", keyLen: 2 })).toMatchObject({ keyLen: 2 });
});
