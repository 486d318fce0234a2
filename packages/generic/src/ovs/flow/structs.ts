import {
  be16,
  be32,
  enumeration,
  type Infer,
  ipv4,
  ipv6,
  mac,
  pad,
  struct,
  u8,
  u16,
} from "@rxnetlink/core/schema";

/** Fragments (`OVS_FRAG_TYPE_*`). */
export const ovsFragType = enumeration("OVS_FRAG_TYPE_", u8, {
  /** No fragment. In a mask: 0, any packet. */
  none: 0,
  /** The first fragment. */
  first: 1,
  /** A later fragment, without ports. */
  later: 2,
});

/** Ethernet addresses. */
export const ovsKeyEthernet = struct("ovs_key_ethernet", {
  /** Source. */
  src: mac,
  /** Destination. */
  dst: mac,
});
/** Ethernet addresses. */
export interface OvsKeyEthernet extends Infer<typeof ovsKeyEthernet> {}

/** An entry of a stack of MPLS labels. */
export const ovsKeyMpls = struct("ovs_key_mpls", {
  /** Label, class, bottom and time to live, as in a packet. */
  lse: be32,
});
/** An entry of a stack of MPLS labels. */
export interface OvsKeyMpls extends Infer<typeof ovsKeyMpls> {}

/** Header of IPv4. */
export const ovsKeyIpv4 = struct("ovs_key_ipv4", {
  /** Source. */
  src: ipv4,
  /** Destination. */
  dst: ipv4,
  /** Protocol (`IPPROTO_*`). */
  proto: u8,
  /** Type of service. */
  tos: u8,
  /** Time to live. */
  ttl: u8,
  /** Fragment. */
  frag: ovsFragType,
});
/** Header of IPv4. */
export interface OvsKeyIpv4 extends Infer<typeof ovsKeyIpv4> {}

/** Header of IPv6. */
export const ovsKeyIpv6 = struct("ovs_key_ipv6", {
  /** Source. */
  src: ipv6,
  /** Destination. */
  dst: ipv6,
  /** Flow label, of 20 bits. */
  label: be32,
  /** Protocol (`IPPROTO_*`). */
  proto: u8,
  /** Traffic class. */
  tclass: u8,
  /** Hop limit. */
  hlimit: u8,
  /** Fragment. */
  frag: ovsFragType,
});
/** Header of IPv6. */
export interface OvsKeyIpv6 extends Infer<typeof ovsKeyIpv6> {}

/** Extension headers of IPv6, since 5.18. */
export const ovsKeyIpv6Exthdrs = struct("ovs_key_ipv6_exthdrs", {
  /** Headers that are present, a bit each. */
  hdrs: u16,
});
/** Extension headers of IPv6. */
export interface OvsKeyIpv6Exthdrs extends Infer<typeof ovsKeyIpv6Exthdrs> {}

/** Ports of TCP. */
export const ovsKeyTcp = struct("ovs_key_tcp", {
  /** Source. */
  src: be16,
  /** Destination. */
  dst: be16,
});
/** Ports of TCP. */
export interface OvsKeyTcp extends Infer<typeof ovsKeyTcp> {}

/** Ports of UDP. */
export const ovsKeyUdp = struct("ovs_key_udp", {
  /** Source. */
  src: be16,
  /** Destination. */
  dst: be16,
});
/** Ports of UDP. */
export interface OvsKeyUdp extends Infer<typeof ovsKeyUdp> {}

/** Ports of SCTP. */
export const ovsKeySctp = struct("ovs_key_sctp", {
  /** Source. */
  src: be16,
  /** Destination. */
  dst: be16,
});
/** Ports of SCTP. */
export interface OvsKeySctp extends Infer<typeof ovsKeySctp> {}

/** Header of ICMP. */
export const ovsKeyIcmp = struct("ovs_key_icmp", {
  /** Type. */
  type: u8,
  /** Code. */
  code: u8,
});
/** Header of ICMP. */
export interface OvsKeyIcmp extends Infer<typeof ovsKeyIcmp> {}

/** Header of ICMPv6. */
export const ovsKeyIcmpv6 = struct("ovs_key_icmpv6", {
  /** Type. */
  type: u8,
  /** Code. */
  code: u8,
});
/** Header of ICMPv6. */
export interface OvsKeyIcmpv6 extends Infer<typeof ovsKeyIcmpv6> {}

/** Message of ARP. */
export const ovsKeyArp = struct("ovs_key_arp", {
  /** IPv4 address of the sender. */
  sip: ipv4,
  /** IPv4 address of the target. */
  tip: ipv4,
  /** Operation: 1 to ask, 2 to answer. */
  op: be16,
  /** Ethernet address of the sender. */
  sha: mac,
  /** Ethernet address of the target. */
  tha: mac,
  pad: pad(2),
});
/** Message of ARP. */
export interface OvsKeyArp extends Infer<typeof ovsKeyArp> {}

/** Neighbour discovery. */
export const ovsKeyNd = struct("ovs_key_nd", {
  /** Target. */
  target: ipv6,
  /** Ethernet address of the source. */
  sll: mac,
  /** Ethernet address of the target. */
  tll: mac,
});
/** Neighbour discovery. */
export interface OvsKeyNd extends Infer<typeof ovsKeyNd> {}

/** Original direction of a tracked connection over IPv4. */
export const ovsKeyCtTupleIpv4 = struct("ovs_key_ct_tuple_ipv4", {
  /** Source. */
  src: ipv4,
  /** Destination. */
  dst: ipv4,
  /** Source port. */
  srcPort: be16,
  /** Destination port. */
  dstPort: be16,
  /** Protocol (`IPPROTO_*`). */
  proto: u8,
  pad: pad(3),
});
/** Original direction of a tracked connection over IPv4. */
export interface OvsKeyCtTupleIpv4 extends Infer<typeof ovsKeyCtTupleIpv4> {}

/** Original direction of a tracked connection over IPv6. */
export const ovsKeyCtTupleIpv6 = struct("ovs_key_ct_tuple_ipv6", {
  /** Source. */
  src: ipv6,
  /** Destination. */
  dst: ipv6,
  /** Source port. */
  srcPort: be16,
  /** Destination port. */
  dstPort: be16,
  /** Protocol (`IPPROTO_*`). */
  proto: u8,
  pad: pad(3),
});
/** Original direction of a tracked connection over IPv6. */
export interface OvsKeyCtTupleIpv6 extends Infer<typeof ovsKeyCtTupleIpv6> {}
