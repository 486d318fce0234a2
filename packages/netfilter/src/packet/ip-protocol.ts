import { enumeration, u8 } from "@rxnetlink/core/schema";

/** Protocols over IP (`IPPROTO_*`), extension headers of IPv6 among them. */
export const packetIpProtocol = enumeration("IPPROTO_", u8, {
  /** Options that each hop reads. */
  hopopts: 0,
  icmp: 1,
  igmp: 2,
  ipip: 4,
  tcp: 6,
  udp: 17,
  dccp: 33,
  /** IPv6 in IP. */
  ipv6: 41,
  routing: 43,
  fragment: 44,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  /** Nothing follows. */
  none: 59,
  /** Options that the destination reads. */
  dstopts: 60,
  pim: 103,
  comp: 108,
  sctp: 132,
  mh: 135,
  udplite: 136,
});
