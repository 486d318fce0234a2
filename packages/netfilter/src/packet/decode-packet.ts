import { type Infer, ipv4, lladdr } from "@rxnetlink/core/schema";
import type { packetProtocol } from "../common/packet-values.js";
import { ipv6Body } from "./extensions.js";
import { arphdr } from "./headers/arp.js";
import { iphdr, ipv6hdr } from "./headers/ip.js";
import type { ArpPacket, Ipv4Packet, Ipv6Packet, Packet, Segment } from "./packet.js";
import { segmentOf } from "./segment.js";

const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
const ARP_HEADER = 8;
const ETHERNET_HEADER = 14;
const ETH_P_ARP = 0x0806;
/** Protocol and lengths of addresses in the ARP of IPv4 over Ethernet. */
const ARP_OF_ETHERNET = 0x0800_0604;
const OFFSET = 0x1fff;

const viewOf = ({ buffer, byteOffset, length }: Uint8Array) => new DataView(buffer, byteOffset, length);

function ipv4Packet(bytes: Uint8Array): Ipv4Packet | undefined {
  const start = (bytes[0]! & 0xf) * 4;
  if (start < IPV4_HEADER || bytes.length < start) return undefined;
  const header = iphdr.read(viewOf(bytes), 0, bytes.length);
  const data = bytes.subarray(start, Math.max(start, header.totLen));
  const { protocol } = header;
  const payload: Segment =
    (header.fragOff & OFFSET) === 0 ? segmentOf(protocol, data) : { type: "rest", protocol, data };
  return { type: "ipv4", ...header, options: bytes.subarray(IPV4_HEADER, start), payload };
}

function ipv6Packet(bytes: Uint8Array): Ipv6Packet | undefined {
  if (bytes.length < IPV6_HEADER) return undefined;
  const view = viewOf(bytes);
  const header = ipv6hdr.read(view, 0, bytes.length);
  const { extensions, protocol, at, rest } = ipv6Body(view);
  const data = bytes.subarray(at, Math.max(at, IPV6_HEADER + header.payloadLen));
  const payload: Segment = rest ? { type: "rest", protocol, data } : segmentOf(protocol, data);
  const read = extensions.map((one) => ({
    protocol: one.protocol,
    bytes: bytes.subarray(one.at, one.end),
  }));
  return { type: "ipv6", ...header, extensions: read, payload };
}

/** Returns true if an Ethernet header comes first: the output hook of ARP sees packets with theirs. */
function hasEthernetHeader(view: DataView): boolean {
  const isArp = view.byteLength >= ARP_HEADER && view.getUint32(2) === ARP_OF_ETHERNET;
  return !isArp && view.byteLength >= ETHERNET_HEADER && view.getUint16(12) === ETH_P_ARP;
}

function arpPacket(given: Uint8Array): ArpPacket | undefined {
  const bytes = hasEthernetHeader(viewOf(given)) ? given.subarray(ETHERNET_HEADER) : given;
  if (bytes.length < ARP_HEADER) return undefined;
  const view = viewOf(bytes);
  const header = arphdr.read(view, 0, bytes.length);
  const { hln, pln } = header;
  const [spaAt, thaAt, tpaAt] = [ARP_HEADER + hln, ARP_HEADER + hln + pln, ARP_HEADER + 2 * hln + pln];
  if (bytes.length < tpaAt + pln) return undefined;
  const address = pln === 4 ? ipv4 : lladdr;
  return {
    type: "arp",
    ...header,
    sha: lladdr.read(view, ARP_HEADER, spaAt),
    spa: address.read(view, spaAt, thaAt),
    tha: lladdr.read(view, thaAt, tpaAt),
    tpa: address.read(view, tpaAt, tpaAt + pln),
  };
}

const READERS = new Map<unknown, (bytes: Uint8Array) => Packet | undefined>([
  ["ip", ipv4Packet],
  ["ipv6", ipv6Packet],
  ["arp", arpPacket],
]);

function protocolOf(bytes: Uint8Array): "ip" | "ipv6" | undefined {
  const version = (bytes[0] ?? 0) >> 4;
  return version === 4 ? "ip" : version === 6 ? "ipv6" : undefined;
}

/**
 * Decodes the headers of a packet, from its network header on. Never throws: what is cut short is `"truncated"`, what is
 * unknown `"otherPacket"` or `"otherSegment"`, both with their bytes. Bytes are not copied.
 *
 * @param protocol - Ethernet protocol, as in `packetHdr.hwProtocol`; by default that of the IP version.
 *
 * @example
 * const packet = decodePacket(event.payload);
 * if (packet.type === "ipv4" && packet.payload.type === "tcp") console.log(packet.saddr, packet.payload.dest);
 */
export function decodePacket(
  bytes: Uint8Array,
  protocol: Infer<typeof packetProtocol> | undefined = protocolOf(bytes),
): Packet {
  const reader = READERS.get(protocol);
  if (reader === undefined) return { type: "otherPacket", protocol, data: bytes };
  return (bytes.length > 0 ? reader(bytes) : undefined) ?? { type: "truncated", data: bytes };
}
