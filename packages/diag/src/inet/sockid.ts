import { be16, ifindex, type Struct, struct, u32 } from "@rxnetlink/core/schema";
import { cookie } from "../common/cookie.js";
import { socketAddress } from "./address.js";

const fields = {
  /** Local port; of raw sockets the protocol. */
  sport: be16,
  /** Remote port; 0 without a connection. */
  dport: be16,
  /** Local address; `"0.0.0.0"` and `"::"` stand for all. */
  src: socketAddress,
  /** Remote address. */
  dst: socketAddress,
  /** Index of the link that the socket is bound to (`SO_BINDTODEVICE`); 0 for none. */
  if: ifindex(u32),
  /** Number that no other socket has as long as the machine runs (`SO_COOKIE`). */
  cookie,
};
/** Members of `struct inet_diag_sockid`; by this name they keep their comments in declaration files. */
export type InetDiagSockidFields = { -readonly [K in keyof typeof fields]: (typeof fields)[K] };

/** Addresses, ports and cookie of a socket of IP (`struct inet_diag_sockid`). */
export const inetDiagSockid: Struct<InetDiagSockidFields> = struct("inet_diag_sockid", fields);
