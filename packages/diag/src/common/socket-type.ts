import { enumeration, u8 } from "@rxnetlink/core/schema";

/** Types of sockets (`SOCK_*`). */
export const socketType = enumeration("SOCK_", u8, {
  stream: 1,
  dgram: 2,
  raw: 3,
  /** Reliable datagrams. */
  rdm: 4,
  seqpacket: 5,
  /** Obsolete form of packet sockets. */
  packet: 10,
});
