import { decodePacket } from "../../packet/decode-packet.js";
import type { Packet } from "../../packet/packet.js";
import type { PacketTrace } from "./packet.js";

const IPV6_HEADER = 40;

/** Returns the length of an IP header at the start of some bytes; `undefined` if there is none. */
function headerLength(bytes: Uint8Array): number | undefined {
  const first = bytes[0] ?? 0;
  if (first >> 4 === 4) return (first & 0xf) * 4;
  return first >> 4 === 6 ? IPV6_HEADER : undefined;
}

/**
 * Decodes the headers of a traced packet: that of the network layer, and what the trace has of the transport layer, 20 bytes.
 * Extension headers of IPv6 are not decoded, since a trace has only their beginning.
 *
 * @example
 * const packet = tracedPacket(trace);
 * if (packet.type === "ipv4" && packet.payload.type === "udp") console.log(packet.saddr, packet.payload.dest);
 */
export function tracedPacket({ networkHeader, transportHeader, nfproto }: PacketTrace): Packet {
  const network = networkHeader ?? new Uint8Array();
  if (nfproto === "arp") return decodePacket(network, "arp");
  const length = headerLength(network);
  if (length === undefined || transportHeader === undefined) return decodePacket(network);
  return decodePacket(Uint8Array.of(...network.subarray(0, length), ...transportHeader));
}
