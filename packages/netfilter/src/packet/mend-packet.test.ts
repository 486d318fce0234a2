import { ArgumentError } from "@rxnetlink/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePacket } from "#src/packet/decode-packet.js";
import { mendPacket } from "#src/packet/mend-packet.js";
import { replaceData } from "#src/packet/replace-data.js";

/** Adds 16-bit words as RFC 1071 says; a whole and correct range adds up to 0xffff. */
function onesComplement(...parts: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const part of parts)
    for (let i = 0; i < part.length; i += 2) {
      sum += (part[i]! << 8) | (part[i + 1] ?? 0);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
  return sum;
}

const HEADERS = { tcp: [6, 20], udp: [17, 8], icmp: [1, 8], icmpv6: [58, 8] } as const;
type Protocol = keyof typeof HEADERS;

const octets = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 255 }), { minLength: length, maxLength: length });
const some = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 100 });

/** The header of a segment, whose checksum is arbitrary. */
const segments = (...protocols: Protocol[]) =>
  fc.constantFrom(...protocols).chain((protocol) => {
    const [number, length] = HEADERS[protocol];
    return fc
      .record({
        number: fc.constant(number),
        header: octets(length),
        data: some,
        protocol: fc.constant(protocol),
      })
      .map((segment) => {
        // TCP tells the length of its header; a UDP datagram without a checksum stays so.
        if (protocol === "tcp") segment.header[12] = 0x50;
        if (protocol === "udp") segment.header[6] = 1;
        return segment;
      });
  });

const ipv4 = fc
  .record({
    addresses: octets(8),
    options: fc.integer({ min: 0, max: 10 }),
    segment: segments("tcp", "udp", "icmp"),
  })
  .map(({ addresses, options, segment }) => {
    const header = [0x45 + options, 0, 9, 9, 1, 2, 0x40, 0, 64, segment.number, 7, 7, ...addresses];
    const start = 20 + 4 * options;
    const packet = [...header, ...new Array<number>(4 * options).fill(1), ...segment.header, ...segment.data];
    return { packet: Uint8Array.from(packet), start, addresses, segment };
  });

const ipv6 = fc
  .record({ addresses: octets(32), extended: fc.boolean(), segment: segments("tcp", "udp", "icmpv6") })
  .map(({ addresses, extended, segment }) => {
    // Hop-by-hop options of 8 bytes.
    const extension = extended ? [segment.number, 0, 1, 4, 0, 0, 0, 0] : [];
    const header = [0x60, 0, 0, 0, 9, 9, extended ? 0 : segment.number, 64, ...addresses];
    const packet = [...header, ...extension, ...segment.header, ...segment.data];
    return { packet: Uint8Array.from(packet), start: 40 + extension.length, addresses, segment };
  });

describe("mendPacket", () => {
  it("makes the checksums of IPv4 right, and its lengths", () => {
    fc.assert(
      fc.property(ipv4, ({ packet, start, addresses, segment: { number, protocol } }) => {
        expect(mendPacket(packet)).toBe(packet);
        const body = [...packet.subarray(start)];
        expect(onesComplement([...packet.subarray(0, start)])).toBe(0xffff);
        expect(decodePacket(packet)).toMatchObject({ type: "ipv4", totLen: packet.length });
        const pseudo =
          protocol === "icmp" ? [] : [...addresses, 0, number, body.length >> 8, body.length & 255];
        expect(onesComplement(pseudo, body)).toBe(0xffff);
        if (protocol === "udp") expect(decodePacket(packet)).toMatchObject({ payload: { len: body.length } });
      }),
    );
  });

  it("makes the checksums of IPv6 right, and its lengths", () => {
    fc.assert(
      fc.property(ipv6, ({ packet, start, addresses, segment: { number } }) => {
        mendPacket(packet);
        const body = [...packet.subarray(start)];
        expect(decodePacket(packet)).toMatchObject({ type: "ipv6", payloadLen: packet.length - 40 });
        const pseudo = [...addresses, 0, 0, body.length >> 8, body.length & 255, 0, 0, 0, number];
        expect(onesComplement(pseudo, body)).toBe(0xffff);
      }),
    );
  });

  it("changes nothing in what is mended", () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), ({ packet }) => {
        const mended = mendPacket(packet).slice();
        expect(mendPacket(packet)).toEqual(mended);
      }),
    );
  });

  it("also mends a part of a larger buffer, and keeps off the rest", () => {
    fc.assert(
      fc.property(ipv4, ({ packet }) => {
        const buffer = new Uint8Array(packet.length + 6).fill(0xaa);
        buffer.set(packet, 3);
        mendPacket(buffer.subarray(3, 3 + packet.length));
        expect(buffer.subarray(3, 3 + packet.length)).toEqual(mendPacket(packet));
        expect([buffer[2], buffer[packet.length + 3]]).toEqual([0xaa, 0xaa]);
      }),
    );
  });

  it("leaves the segment of a fragment as it is, and a datagram without a checksum", () => {
    const header = [0x45, 0, 0, 0, 0, 0, 0x20, 0, 64, 17, 0, 0, 127, 0, 0, 1, 127, 0, 0, 1];
    const datagram = [0, 1, 0, 2, 0, 9, 5, 5, 1];
    const fragment = mendPacket(Uint8Array.from([...header, ...datagram]));
    expect([...fragment.subarray(20)]).toEqual(datagram);
    expect(onesComplement([...fragment.subarray(0, 20)])).toBe(0xffff);
    const bare = Uint8Array.from([...header, 0, 1, 0, 2, 0, 0, 0, 0, 1]);
    bare[6] = 0;
    expect(decodePacket(mendPacket(bare))).toMatchObject({ payload: { len: 9, check: 0 } });
  });

  it("covers the last address of a routing header", () => {
    const [source, next, last] = [1, 2, 3].map((byte) => new Array<number>(16).fill(byte));
    const routing = [17, 2, 4, 1, 0, 0, 0, 0, ...last!];
    const datagram = [0, 1, 0, 2, 0, 9, 5, 5, 1];
    const header = [0x60, 0, 0, 0, 0, 0, 43, 64, ...source!, ...next!];
    const packet = mendPacket(Uint8Array.from([...header, ...routing, ...datagram]));
    const pseudo = [...source!, ...last!, 0, 0, 0, 9, 0, 0, 0, 17];
    expect(onesComplement(pseudo, [...packet.subarray(64)])).toBe(0xffff);
  });

  it.each([[""], ["05"], ["45000000"], ["4f".padEnd(40, "0")], ["60".padEnd(78, "0")]])(
    "refuses what is no packet: %s",
    (hex) => expect(() => mendPacket(Uint8Array.from(Buffer.from(hex, "hex")))).toThrow(ArgumentError),
  );
});

describe("replaceData", () => {
  it("returns a copy with other data, mended", () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), some, ({ packet }, data) => {
        const before = mendPacket(packet).slice();
        const replaced = replaceData(packet, Uint8Array.from(data));
        expect(packet).toEqual(before);
        expect(mendPacket(replaced.slice())).toEqual(replaced);
        const { payload } = decodePacket(replaced) as { payload: { data: Uint8Array } };
        expect([...payload.data]).toEqual(data);
      }),
    );
  });

  it("refuses a packet without data that it knows", () => {
    const gre = Uint8Array.from([0x45, 0, 0, 20, 0, 0, 0, 0, 64, 47, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    expect(() => replaceData(gre, new Uint8Array(1))).toThrow(ArgumentError);
  });
});
