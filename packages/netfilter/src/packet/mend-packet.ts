import { ArgumentError } from "@rxnetlink/core";
import { aByteArray, checkArgument } from "@rxnetlink/core/internal";
import { addWords, checksumOf } from "./checksum.js";
import { ipv6Body } from "./extensions.js";
import { packetIpProtocol } from "./ip-protocol.js";

/** A segment within its packet, and the sum of the addresses that its checksum covers. */
interface SegmentPlace {
  readonly protocol: unknown;
  readonly at: number;
  readonly addresses: number;
  /** True if the packet is IPv4, in which a UDP datagram may do without a checksum. */
  readonly ipv4: boolean;
}

const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
/** The offset of a fragment, and the bit that more follow. */
const FRAGMENT = 0x3fff;
/** Shortest headers of the protocols whose checksum is mended, and the place of the checksum in them. */
const CHECKSUMS = new Map<unknown, { readonly header: number; readonly at: number; readonly number: number }>(
  [
    ["tcp", { header: 20, at: 16, number: 6 }],
    ["udp", { header: 8, at: 6, number: 17 }],
    ["icmp", { header: 8, at: 2, number: 1 }],
    ["icmpv6", { header: 8, at: 2, number: 58 }],
  ],
);

/** Mends the header of an IPv4 packet, and returns its segment unless it is a fragment. */
function mendIpv4(view: DataView): SegmentPlace | undefined {
  const at = (view.getUint8(0) & 0xf) * 4;
  if (at < IPV4_HEADER || at > view.byteLength) throw notWhole();
  view.setUint16(2, view.byteLength);
  view.setUint16(10, 0);
  view.setUint16(10, checksumOf(addWords(0, view, 0, at)));
  if ((view.getUint16(6) & FRAGMENT) !== 0) return undefined;
  return { protocol: packetIpProtocol.get(view, 9), at, addresses: addWords(0, view, 12, 20), ipv4: true };
}

/** Mends the header of an IPv6 packet, and returns its segment unless it is a fragment. */
function mendIpv6(view: DataView): SegmentPlace | undefined {
  if (view.byteLength < IPV6_HEADER) throw notWhole();
  view.setUint16(4, view.byteLength - IPV6_HEADER);
  const { protocol, at, fragment, destinationAt = 24 } = ipv6Body(view);
  if (fragment) return undefined;
  const source = addWords(0, view, 8, 24);
  return { protocol, at, addresses: addWords(source, view, destinationAt, destinationAt + 16), ipv4: false };
}

function mendSegment(view: DataView, { protocol, at, addresses, ipv4 }: SegmentPlace): void {
  const checksum = CHECKSUMS.get(protocol);
  const length = view.byteLength - at;
  if (checksum === undefined || length < checksum.header) return;
  if (protocol === "udp") view.setUint16(at + 4, length);
  const place = at + checksum.at;
  if (protocol === "udp" && ipv4 && view.getUint16(place) === 0) return;
  view.setUint16(place, 0);
  const covered = protocol === "icmp" ? 0 : addresses + checksum.number + length;
  const mended = checksumOf(addWords(covered, view, at, view.byteLength));
  // In UDP, 0 means that there is none.
  view.setUint16(place, mended === 0 && protocol === "udp" ? 0xffff : mended);
}

const notWhole = () =>
  new ArgumentError("mendPacket", "packet", "it has no whole header of IPv4 or IPv6", "leave out copyRange");

/**
 * Sets the lengths and checksums of a packet that was altered, in place, and returns it: of IPv4, IPv6, TCP, UDP, ICMP and
 * ICMPv6. Of a fragment only the IP header is mended, and a UDP datagram over IPv4 without a checksum stays without.
 *
 * @param packet - The whole packet, from its network header on.
 * @throws ArgumentError if it has no whole header of IPv4 or IPv6.
 *
 * @example
 * const payload = packet.payload.slice();
 * payload.set(text, 28);
 * packet.accept({ payload: mendPacket(payload) });
 */
export function mendPacket(packet: Uint8Array): Uint8Array {
  checkArgument("mendPacket", "packet", packet, aByteArray);
  const version = (packet[0] ?? 0) >> 4;
  if (version !== 4 && version !== 6) throw notWhole();
  const view = new DataView(packet.buffer, packet.byteOffset, packet.length);
  const place = version === 4 ? mendIpv4(view) : mendIpv6(view);
  if (place !== undefined) mendSegment(view, place);
  return packet;
}
