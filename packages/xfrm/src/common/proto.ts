import { enumeration, u8 } from "@rxnetlink/core/schema";

/** Protocols that a state transforms packets by (`IPPROTO_*`). */
export const xfrmProto = enumeration("IPPROTO_", u8, {
  /** Encrypts and authenticates. */
  esp: 50,
  /** Authenticates. */
  ah: 51,
  /** Compresses. */
  comp: 108,
  /** Just wraps: the kernel makes such a state beside one that compresses a tunnel over IPv4. */
  ipip: 4,
  /** The same over IPv6. */
  ipv6: 41,
  /** Mobile IPv6: a routing header. */
  routing: 43,
  /** Mobile IPv6: destination options. */
  dstopts: 60,
  /** In a flush: all of ESP, AH and compression; since a state has one, of no state. */
  raw: 255,
});

/** Protocols of packets (`IPPROTO_*`); others stay numbers, and 0 is any. */
export const packetProto = enumeration("IPPROTO_", u8, {
  icmp: 1,
  igmp: 2,
  ipip: 4,
  tcp: 6,
  udp: 17,
  dccp: 33,
  ipv6: 41,
  gre: 47,
  icmpv6: 58,
  sctp: 132,
  mh: 135,
  udplite: 136,
});
