import { enumeration, u8, u32 } from "@rxnetlink/core/schema";

/** Protocols of sockets of IP (`IPPROTO_*`); others stay numbers. */
export const socketProtocol = enumeration("IPPROTO_", u8, {
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  dccp: 33,
  ipv6: 41,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  sctp: 132,
  udplite: 136,
  raw: 255,
});

/** Protocols whose number needs more than 8 bits. */
export const wideProtocol = enumeration(socketProtocol.prefix, u32, {
  /** Since 5.6. */
  mptcp: 262,
});
