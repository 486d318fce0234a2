import fc from "fast-check";
import { from, map, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { decodePacket } from "#src/packet/decode-packet.js";
import { decodePackets } from "#src/packet/decode-packets.js";

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ""), "hex"));
const hex = (data: Uint8Array) => Buffer.from(data).toString("hex");

const UDP4 = bytes("4500001e f8c54000 40114407 7f000001 7f000001  ee370063 000afe1d 610a");
const UDP6 = bytes(`6002d614 000b1140 ${"00".repeat(15)}01 ${"00".repeat(15)}01  01c88000 000b001e 62630a`);
const SYN = bytes(
  "4510003c 00014000 40060000 0a000001 0a000002  04d20050 00000064 00000000 a0c2faf0 1234 0000  020405b4 0402080a 00000001 00000000 01030307",
);
const UNREACHABLE = bytes(
  "45c0003a 00010000 40010000 7f000001 7f000001  0303abcd 00000000  4500001e f8c54000 40114407 7f000001 7f000001 ee370063 000afe1d",
);
const ARP = bytes("0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202");

describe("decodePacket", () => {
  it("reads UDP over IPv4", () => {
    expect(decodePacket(UDP4)).toEqual({
      ...{ type: "ipv4", tos: 0, totLen: 30, id: 0xf8c5, fragOff: 0x4000, ttl: 64, protocol: "udp" },
      ...{ check: 0x4407, saddr: "127.0.0.1", daddr: "127.0.0.1", options: new Uint8Array(0) },
      payload: { type: "udp", source: 0xee37, dest: 99, len: 10, check: 0xfe1d, data: bytes("610a") },
    });
  });

  it("reads UDP over IPv6", () => {
    expect(decodePacket(UDP6)).toMatchObject({
      ...{ type: "ipv6", flowinfo: 0x2d614, payloadLen: 11, nexthdr: "udp", hopLimit: 64, saddr: "::1" },
      ...{ extensions: [], payload: { type: "udp", source: 456, data: bytes("62630a") } },
    });
  });

  it("reads TCP with its flags and options", () => {
    const packet = decodePacket(SYN);
    expect(packet).toMatchObject({
      ...{ type: "ipv4", tos: 16, saddr: "10.0.0.1" },
      payload: { type: "tcp", source: 1234, dest: 80, seq: 100, flags: 0xc2, window: 0xfaf0, check: 0x1234 },
    });
    const { payload } = packet as { payload: { options: Uint8Array; data: Uint8Array } };
    expect([hex(payload.options), payload.data]).toEqual([hex(SYN.subarray(40)), new Uint8Array(0)]);
  });

  it("reads an ICMP error, and the packet in it", () => {
    const { payload } = decodePacket(UNREACHABLE) as { payload: { data: Uint8Array } };
    expect(payload).toMatchObject({ type: "icmp", icmpType: "destUnreach", code: 3, checksum: 0xabcd });
    expect(decodePacket(payload.data)).toMatchObject({ payload: { type: "udp", dest: 99 } });
  });

  it("reads the extension headers of IPv6, ICMPv6 behind them, and fragments", () => {
    const addresses = `${"00".repeat(15)}01 ff02${"00".repeat(13)}16`;
    const options = "3a00 0502 0000 0100";
    const report = bytes(`60000000 0010 00 01 ${addresses} ${options} 8f001234 00000001`);
    expect(decodePacket(report)).toMatchObject({
      ...{ nexthdr: "hopopts", daddr: "ff02::16" },
      extensions: [{ protocol: "hopopts", bytes: bytes(options) }],
      payload: { type: "icmpv6", icmpType: "mld2Report", cksum: 0x1234 },
    });
    const rest = bytes(`60000000 000c 2c 40 ${addresses} 1100 0009 00000007 01020304`);
    expect(decodePacket(rest)).toMatchObject({
      extensions: [{ protocol: "fragment" }],
      payload: { type: "rest", protocol: "udp", data: bytes("01020304") },
    });
    const first = bytes(`60000000 0010 2c 40 ${addresses} 1100 0001 00000007 00010002 00201234`);
    expect(decodePacket(first)).toMatchObject({ payload: { type: "udp", source: 1, len: 32 } });
  });

  it("reads ARP, with an Ethernet header or without", () => {
    const arp = {
      ...{ type: "arp", hrd: 1, pro: "ip", op: "request", sha: "02:00:00:00:00:01", spa: "192.0.2.1" },
      ...{ tha: "00:00:00:00:00:00", tpa: "192.0.2.2" },
    };
    expect(decodePacket(ARP, "arp")).toMatchObject(arp);
    expect(decodePacket(bytes(`ffffffffffff 020000000001 0806 ${hex(ARP)}`), "arp")).toMatchObject(arp);
  });

  it("keeps the bytes of what it does not know", () => {
    const gre = UDP4.slice();
    gre[9] = 47;
    expect(decodePacket(gre)).toMatchObject({
      payload: { type: "otherSegment", protocol: "gre", data: UDP4.subarray(20) },
    });
    expect(decodePacket(bytes("0102"))).toEqual({
      type: "otherPacket",
      protocol: undefined,
      data: bytes("0102"),
    });
    expect(decodePacket(ARP, 0x88b5)).toMatchObject({ type: "otherPacket", protocol: 0x88b5 });
  });

  it("says what is cut, wherever that is", () => {
    expect(decodePacket(UDP4.subarray(0, 19))).toEqual({ type: "truncated", data: UDP4.subarray(0, 19) });
    expect(decodePacket(UDP4.subarray(0, 27))).toMatchObject({
      type: "ipv4",
      payload: { type: "truncated" },
    });
    expect(decodePacket(SYN.subarray(0, 50))).toMatchObject({ payload: { type: "truncated" } });
    expect(decodePacket(ARP.subarray(0, 20), "arp")).toMatchObject({ type: "truncated" });
  });

  it("leaves out what follows the packet", () => {
    const padded = Uint8Array.from([...UDP4, 0, 0, 0, 0]);
    expect(decodePacket(padded)).toMatchObject({ payload: { data: bytes("610a") } });
  });

  it("never throws, whatever the bytes", () => {
    const start = fc.constantFrom(UDP4, UDP6, SYN, UNREACHABLE, ARP, new Uint8Array(0));
    const changes = fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 6 });
    const protocols = fc.constantFrom(undefined, "ip", "ipv6", "arp", 7);
    fc.assert(
      fc.property(
        start,
        changes,
        fc.nat(80),
        fc.uint8Array({ maxLength: 20 }),
        protocols,
        (base, set, cut, tail, as) => {
          const packet = Uint8Array.from([...base.slice(0, cut), ...tail]);
          for (const [at, value] of set) if (at < packet.length) packet[at] = value;
          expect(decodePacket(packet, as as "ip").type).toEqual(expect.any(String));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("decodePackets", () => {
  it("adds headers to packets, and passes other events", () => {
    const lost = { type: "lost", packets: 2 } as const;
    const event = { type: "packet", payload: ARP, packetHdr: { hwProtocol: "arp" } } as const;
    const bare = { type: "packet", packetHdr: { hwProtocol: "ip" } } as const;
    const events: unknown[] = [];
    from([event, lost, bare])
      .pipe(
        map((one) => ({ ...one })),
        decodePackets(),
        toArray(),
      )
      .subscribe((all) => events.push(...all));
    expect(events).toMatchObject([{ headers: { type: "arp" } }, lost, { headers: { type: "truncated" } }]);
  });
});
