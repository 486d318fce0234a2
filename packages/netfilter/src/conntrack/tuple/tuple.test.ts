import { DecodeError, EncodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { nat } from "#src/conntrack/flow/nat.js";
import { familyOf } from "#src/conntrack/tuple/family.js";
import { inverse } from "#src/conntrack/tuple/inverse.js";
import { tupleAttributes, tupleIp, tupleIpAttributes } from "#src/conntrack/tuple/layout.js";

const through = <T>(
  type: { write(out: Writer, value: T): void; read(v: DataView, a: number, e: number): T },
  value: T,
) => {
  const out = new Writer(64);
  type.write(out, value);
  return type.read(out.view, 0, out.at);
};

describe("addresses of either width", () => {
  test("are one member, with an attribute for each width", () => {
    for (const [src, v4] of [
      ["10.0.0.1", "v4Src"],
      ["fd00::1", "v6Src"],
    ] as const) {
      const out = new Writer(64);
      tupleIp.write(out, { src });
      expect(tupleIpAttributes.read(out.view, 0, out.at)).toEqual({ [v4]: src });
      expect(tupleIp.read(out.view, 0, out.at)).toEqual({ src });
    }
    const range = { minip: "10.0.0.1", maxip: "10.0.0.9", proto: { min: 1, max: 2 } };
    expect(through(nat, range)).toEqual(range);
  });

  test("are located and listed by their member", () => {
    const out = new Writer(64);
    tupleIp.write(out, { src: "fd00::1", dst: "fd00::2" });
    expect(tupleIp.locate!(out.view, 0, out.at, 22).path).toEqual(["dst"]);
    expect(tupleIp.keys!()).toEqual(["src", "dst"]);
    expect(tupleIp.member!("v4Src")).toBeUndefined();
    expect(nat.keys!()).toEqual(["minip", "maxip", "proto"]);
  });

  test("are of one family, and addresses", () => {
    const refused = (value: object) => {
      try {
        tupleAttributes.write(new Writer(64), { ip: value });
        return "";
      } catch (error) {
        expect(error).toBeInstanceOf(EncodeError);
        return (error as EncodeError).path;
      }
    };
    expect(refused({ src: "10.0.0.1", dst: "fd00::1" })).toBe("ip.dst");
    expect(refused({ src: "10.0.0" })).toBe("ip.src");
    expect(() => tupleIp.read(new DataView(Uint8Array.of(6, 0, 1, 0, 1, 2).buffer), 0, 6)).toThrow(
      DecodeError,
    );
  });
});

describe("a tuple", () => {
  test("is answered by its inverse", () => {
    const ip = { src: "10.0.0.1", dst: "10.0.0.2" };
    const back = { src: "10.0.0.2", dst: "10.0.0.1" };
    expect(inverse({ ip, proto: { num: "udp", srcPort: 1, dstPort: 2 } })).toEqual({
      ip: back,
      proto: { num: "udp", srcPort: 2, dstPort: 1 },
    });
    const icmp = (icmpType: number) => ({ num: "icmp" as const, icmpType, icmpCode: 0, icmpId: 7 });
    for (const [there, here] of [
      [8, 0],
      [0, 8],
      [13, 14],
      [17, 18],
      [3, 3],
    ] as const)
      expect(inverse({ ip, proto: icmp(there) })).toEqual({ ip: back, proto: icmp(here) });
    expect(inverse({ proto: { num: "icmpv6", icmpv6Type: 128 } }).proto).toEqual({
      num: "icmpv6",
      icmpv6Type: 129,
    });
  });

  test("has the family of its addresses", () => {
    expect(familyOf({ ip: { dst: "10.0.0.1" } })).toBe("ipv4");
    expect(familyOf(undefined, { ip: { src: "::1" } })).toBe("ipv6");
    expect(familyOf({ proto: { num: "tcp" } })).toBeUndefined();
  });
});
