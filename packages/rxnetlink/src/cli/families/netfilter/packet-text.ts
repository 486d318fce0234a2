import { decodePacket, type Packet, type Segment } from "@rxnetlink/netfilter/packet";

function segmentText(segment: Segment, from: string, to: string): string {
  switch (segment.type) {
    case "tcp":
    case "udp":
      return `${from}.${segment.source} > ${to}.${segment.dest} ${segment.type}`;
    case "icmp":
    case "icmpv6":
      return `${from} > ${to} ${segment.type} type ${segment.icmpType} code ${segment.code}`;
    default:
      return `${from} > ${to} ${"protocol" in segment ? segment.protocol : segment.type}`;
  }
}

/** Formats the headers of a packet, without its length. */
export function packetText(packet: Packet): string {
  switch (packet.type) {
    case "ipv4":
    case "ipv6":
      return segmentText(packet.payload, packet.saddr, packet.daddr);
    case "arp":
      return `arp ${packet.op} ${packet.spa} > ${packet.tpa}`;
    default:
      return packet.type;
  }
}

/** Formats the headers of a packet as one line. */
export function payloadText(payload: Uint8Array | undefined): string {
  if (payload === undefined) return "no bytes";
  const packet = decodePacket(payload);
  return packet.type === "arp" ? packetText(packet) : `${packetText(packet)} length ${payload.length}`;
}
