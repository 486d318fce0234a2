import { DecodeError, EncodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { elementLayout, type IpSetElement } from "#src/ipset/element/element.js";

const unhex = (text: string) =>
  Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (it) => Number.parseInt(it, 16));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function encoded(element: IpSetElement): string {
  const out = new Writer(64, true);
  elementLayout.write(out, element);
  return hex(out.take());
}

function decoded(text: string): IpSetElement {
  const bytes = unhex(text);
  return elementLayout.read(new DataView(bytes.buffer), 0, bytes.length);
}

const IP = "0c000180 08000140 c0000201";
const IP6 = "18000180 14000240 20010db8 00000000 00000000 00000001";

describe("an element", () => {
  test.each<[string, IpSetElement, string]>([
    ["an address", { ip: "192.0.2.1" }, IP],
    ["an IPv6 address", { ip: "2001:db8::1" }, IP6],
    ["a network", { ip: "192.0.2.1/24" }, `${IP} 05000300 18000000`],
    ["a port and protocol", { port: 80, proto: "tcp" }, "06000440 00500000 05000700 06000000"],
    ["a MAC address", { ether: "02:00:00:00:00:01" }, "0a001100 02000000 00010000"],
    ["a mark", { mark: 0x63 }, "08000a40 00000063"],
    ["a link below a bridge", { iface: "e", physdev: true }, "06001700 65000000 08000840 00000002"],
    ["an exception", { ip: "192.0.2.1", nomatch: true }, `${IP} 08000840 00000004`],
    ["counters", { packets: 1n, bytes: 2n }, "0c001940 00000000 00000001 0c001840 00000000 00000002"],
    ["a timeout and a comment", { timeout: 9, comment: "x" }, "08000640 00000009 06001a00 78000000"],
    ["marks of packets", { skbmark: { mark: 1, mask: 255 } }, "0c001b40 00000001 000000ff"],
    ["priority and queue", { skbprio: 0x1_0010, skbqueue: 3 }, "08001c40 00010010 06001d40 00030000"],
    ["a second network", { ip2: "192.0.2.1/8" }, `${IP.replace("0180", "1480")} 05001500 08000000`],
  ])("is %s", (_, element, bytes) => {
    expect(encoded(element)).toBe(bytes.replaceAll(" ", ""));
    expect(decoded(bytes)).toEqual(element);
  });

  test.each<[string, IpSetElement, string]>([
    ["a range", { ip: "192.0.2.1", ipTo: "192.0.2.1" }, `${IP} ${IP.replace("0180", "0280")}`],
    ["before another", { name: "a", before: "b" }, "06001200 61000000 06001300 62000000 08000840 00000001"],
    ["after another", { name: "a", after: "b" }, "06001200 61000000 06001300 62000000"],
    ["a mark in full", { skbmark: { mark: 1 } as never }, "0c001b40 00000001 ffffffff"],
    ["flags that are not set", { ip: "192.0.2.1", nomatch: false }, IP],
  ])("of a request is %s", (_, element, bytes) => {
    expect(encoded(element)).toBe(bytes.replaceAll(" ", ""));
  });

  test("has no prefix length where it is that of a host", () => {
    expect(decoded(`${IP} 05000300 20000000`)).toEqual({ ip: "192.0.2.1" });
    expect(decoded(`${IP6} 05000300 80000000`)).toEqual({ ip: "2001:db8::1" });
    expect(decoded(`${IP6} 05000300 20000000`)).toEqual({ ip: "2001:db8::1/32" });
  });

  test.each<[string, object, string]>([
    ["ip", { ip: "192.0.2.0/33" }, '"192.0.2.0/33" is not a prefix'],
    ["ip2", { ip2: "192.0.2.0/" }, "is not a prefix"],
    ["ip", { ip: 5 }, "5 is not an IP address"],
    ["ip", { ip: "192.0.2" }, "is not an IP address"],
    ["ipTo", { ip: "192.0.2.0", ipTo: "x" }, "is not an IP address"],
    ["timeout", { timeout: 2_147_484 }, "too long"],
    ["packets", { packets: 0xffff_ffff_ffff_ffffn }, "stands for no count"],
    ["port", { port: 65_536 }, "is not a be16"],
    ["after", { name: "a", before: "b", after: "c" }, "conflicts with before"],
  ])("is refused at %s", (path, element, text) => {
    const write = () => encoded(element as IpSetElement);
    expect(write).toThrow(EncodeError);
    expect(write).toThrow(new RegExp(`^${path}: .*${text}`));
  });

  test("without an address in the nest of one cannot be read", () => {
    expect(() => decoded("04000180")).toThrow(DecodeError);
  });
});
