import { be16, enumeration, type Infer, struct, u8 } from "@rxnetlink/core/schema";

/** Types of ICMP messages (`ICMP_*`). */
export const icmpType = enumeration("ICMP_", u8, {
  echoreply: 0,
  destUnreach: 3,
  sourceQuench: 4,
  redirect: 5,
  echo: 8,
  timeExceeded: 11,
  parameterprob: 12,
  timestamp: 13,
  timestampreply: 14,
  infoRequest: 15,
  infoReply: 16,
  address: 17,
  addressreply: 18,
});

/** Header of an ICMP message (`struct icmphdr`). */
export const icmphdr = struct("icmphdr", {
  /** Type. */
  icmpType,
  /** Code; its meaning depends on the type. */
  code: u8,
  /** Checksum of the message. */
  checksum: be16,
  /** Number of the program that asks, in an echo; other types have something else here. */
  id: be16,
  /** Number of the request, in an echo; the MTU, if a packet was too large. */
  sequence: be16,
});
/** Header of an ICMP message. */
export interface Icmphdr extends Infer<typeof icmphdr> {}

/** Types of ICMPv6 messages (`ICMPV6_*`), those of neighbour discovery among them. */
export const icmpv6Type = enumeration("ICMPV6_", u8, {
  destUnreach: 1,
  pktToobig: 2,
  timeExceed: 3,
  paramprob: 4,
  echoRequest: 128,
  echoReply: 129,
  mgmQuery: 130,
  mgmReport: 131,
  mgmReduction: 132,
  routerSolicitation: 133,
  routerAdvertisement: 134,
  neighbourSolicitation: 135,
  neighbourAdvertisement: 136,
  redirect: 137,
  niQuery: 139,
  niReply: 140,
  mld2Report: 143,
});

/** Header of an ICMPv6 message (`struct icmp6hdr`). */
export const icmp6hdr = struct("icmp6hdr", {
  /** Type. */
  icmpType: icmpv6Type,
  /** Code; its meaning depends on the type. */
  code: u8,
  /** Checksum of message and addresses. */
  cksum: be16,
  /** Number of the program that asks, in an echo; other types have something else here. */
  identifier: be16,
  /** Number of the request, in an echo. */
  sequence: be16,
});
/** Header of an ICMPv6 message. */
export interface Icmp6hdr extends Infer<typeof icmp6hdr> {}
