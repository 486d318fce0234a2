/**
 * Packets: the headers of what `nflog$` and `nfqueue$` emit, and the checksums of what is sent on altered.
 *
 * @module
 */
export { decodePacket } from "./decode-packet.js";
export { type CarriesPacket, type Decoded, decodePackets } from "./decode-packets.js";
export { type Arphdr, arphdr, arpOperation } from "./headers/arp.js";
export { type Icmp6hdr, type Icmphdr, icmp6hdr, icmphdr, icmpType, icmpv6Type } from "./headers/icmp.js";
export { type Iphdr, type Ipv6hdr, iphdr, ipv6hdr } from "./headers/ip.js";
export { type Tcphdr, tcpFlags, tcphdr, type Udphdr, udphdr } from "./headers/transport.js";
export { packetIpProtocol } from "./ip-protocol.js";
export { mendPacket } from "./mend-packet.js";
export type {
  ArpPacket,
  FragmentRest,
  IcmpMessage,
  Icmpv6Message,
  Ipv4Packet,
  Ipv6Extension,
  Ipv6Packet,
  OtherPacket,
  OtherSegment,
  Packet,
  Segment,
  TcpSegment,
  TruncatedPacket,
  UdpDatagram,
} from "./packet.js";
export { replaceData } from "./replace-data.js";
