import { enumeration, u8 } from "@rxnetlink/core/schema";

/** Transport protocols of IP (`IPPROTO_*`); others stay numbers. */
export const ipproto = enumeration("IPPROTO_", u8, {
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  dccp: 33,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  sctp: 132,
  udplite: 136,
});
