import type { Infer } from "@rxnetlink/core/schema";
import type { packetProtocol } from "../common/packet-values.js";
import type { Arphdr } from "./headers/arp.js";
import type { Icmp6hdr, Icmphdr } from "./headers/icmp.js";
import type { Iphdr, Ipv6hdr } from "./headers/ip.js";
import type { Tcphdr, Udphdr } from "./headers/transport.js";
import type { packetIpProtocol } from "./ip-protocol.js";

/** An IPv4 packet. */
export interface Ipv4Packet extends Iphdr {
  /** Discriminates packets. */
  readonly type: "ipv4";
  /** Options of the header. */
  readonly options: Uint8Array;
  /** What it carries. */
  readonly payload: Segment;
}

/** An extension header of IPv6. */
export interface Ipv6Extension {
  /** Its kind. */
  readonly protocol: Infer<typeof packetIpProtocol>;
  /** The whole header. */
  readonly bytes: Uint8Array;
}

/** An IPv6 packet. */
export interface Ipv6Packet extends Ipv6hdr {
  /** Discriminates packets. */
  readonly type: "ipv6";
  /** Extension headers, in order. */
  readonly extensions: readonly Ipv6Extension[];
  /** What it carries. */
  readonly payload: Segment;
}

/** An ARP packet. */
export interface ArpPacket extends Arphdr {
  /** Discriminates packets. */
  readonly type: "arp";
  /** Link-layer address of the sender. */
  readonly sha: string;
  /** IPv4 address of the sender; in hexadecimal for other protocols. */
  readonly spa: string;
  /** Link-layer address of the target. */
  readonly tha: string;
  /** IPv4 address of the target; in hexadecimal for other protocols. */
  readonly tpa: string;
}

/** A TCP segment. */
export interface TcpSegment extends Tcphdr {
  /** Discriminates segments. */
  readonly type: "tcp";
  /** Options of the header. */
  readonly options: Uint8Array;
  /** What it carries. */
  readonly data: Uint8Array;
}

/** A UDP datagram. */
export interface UdpDatagram extends Udphdr {
  /** Discriminates segments. */
  readonly type: "udp";
  /** What it carries. */
  readonly data: Uint8Array;
}

/** An ICMP message. */
export interface IcmpMessage extends Icmphdr {
  /** Discriminates segments. */
  readonly type: "icmp";
  /** What it carries; in an error the beginning of the packet that it is about. */
  readonly data: Uint8Array;
}

/** An ICMPv6 message. */
export interface Icmpv6Message extends Icmp6hdr {
  /** Discriminates segments. */
  readonly type: "icmpv6";
  /** What it carries; in an error the beginning of the packet that it is about. */
  readonly data: Uint8Array;
}

/** The continuation of a segment that began in another fragment. */
export interface FragmentRest {
  /** Discriminates segments. */
  readonly type: "rest";
  /** Protocol of the segment. */
  readonly protocol: Infer<typeof packetIpProtocol>;
  /** What it carries. */
  readonly data: Uint8Array;
}

/** A segment of a protocol that is not decoded. */
export interface OtherSegment {
  /** Discriminates segments. */
  readonly type: "otherSegment";
  /** Its protocol. */
  readonly protocol: Infer<typeof packetIpProtocol>;
  /** All of it. */
  readonly data: Uint8Array;
}

/** A packet of a protocol that is not decoded. */
export interface OtherPacket {
  /** Discriminates packets. */
  readonly type: "otherPacket";
  /** Its protocol; `undefined` if its first byte shows none. */
  readonly protocol: Infer<typeof packetProtocol> | undefined;
  /** All of it. */
  readonly data: Uint8Array;
}

/** What is too short for its header, such as a packet that the copy range has cut. */
export interface TruncatedPacket {
  /** Discriminates packets and segments. */
  readonly type: "truncated";
  /** All of it. */
  readonly data: Uint8Array;
}

/** What an IP packet carries; discriminated by `type`. */
export type Segment =
  | TcpSegment
  | UdpDatagram
  | IcmpMessage
  | Icmpv6Message
  | FragmentRest
  | OtherSegment
  | TruncatedPacket;

/** A decoded packet; discriminated by `type`. */
export type Packet = Ipv4Packet | Ipv6Packet | ArpPacket | OtherPacket | TruncatedPacket;
