// Attributes whose layout depends on the family of the message.
import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { addressMessage } from "#src/address/layout.js";
import { neighbourMessage } from "#src/neighbour/layout.js";
import { routeMessage } from "#src/route/layout.js";

interface Layout {
  read(view: DataView, at: number, end: number): unknown;
  write(out: Writer, value: never): void;
}

const RTMSG = 12;
const RTA_EXPIRES = 23;

function there(layout: Layout, value: object): { bytes: Uint8Array; read: unknown } {
  const out = new Writer();
  layout.write(out, value as never);
  const bytes = out.take();
  return { bytes, read: layout.read(new DataView(bytes.buffer, bytes.byteOffset), 0, bytes.length) };
}

describe("by its family", () => {
  test.each(["ipmr", "ip6mr"] as const)(
    "a %s route has the time since its last use, 64 bits wide",
    (family) => {
      const { bytes, read } = there(routeMessage, { family, expires: 5_000_000_000n });
      expect(read).toMatchObject({ family, expires: 5_000_000_000n });
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
      expect(view.getUint16(RTMSG, little)).toBe(12);
      expect(view.getUint16(RTMSG + 2, little)).toBe(RTA_EXPIRES);
      expect(bytes.length).toBe(RTMSG + 12);
    },
  );

  test("an IPv6 route has the seconds until it expires, 32 bits wide", () => {
    const { bytes, read } = there(routeMessage, { family: "inet6", expires: 9000 });
    expect(read).toMatchObject({ expires: 9000 });
    expect(bytes.length).toBe(RTMSG + 8);
  });

  test.each([
    ["a route", routeMessage, { family: "mctp", dst: "8", gateway: "1/9" }],
    ["a route of Phonet", routeMessage, { family: "phonet", dst: "64" }],
    ["an address", addressMessage, { family: "mctp", local: "8" }],
    ["an address of Phonet", addressMessage, { family: "phonet", local: "108" }],
    ["a neighbour", neighbourMessage, { family: "mctp", dst: "8", lladdr: "1c" }],
  ] as const)("%s has addresses of one byte", (_, layout, value) => {
    expect(there(layout as unknown as Layout, value).read).toMatchObject(value);
  });

  test("a truncated address is refused", () => {
    for (const value of [
      { family: "mctp", dst: "256" },
      { family: "mctp", dst: "2001:db8::1" },
      { family: "mctp", gateway: "192.0.2.1" },
    ])
      expect(() => there(routeMessage, value)).toThrow();
  });
});
