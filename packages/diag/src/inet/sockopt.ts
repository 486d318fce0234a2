import { type Infer, struct, u8 } from "@rxnetlink/core/schema";
import { bit } from "../common/bit-field.js";

const next = (first: number) => bit(u8, first, true);

/** Layout of options of a socket of IP (`struct inet_diag_sockopt`). */
export const inetSockopt = struct("inet_diag_sockopt", {
  /** Set if errors of the network are kept (`IP_RECVERR`). */
  recverr: bit(u8, 0),
  /** Set for a socket of a protocol with connections. */
  isIcsk: next(1),
  /** Set if it may bind to an address that does not exist (`IP_FREEBIND`). */
  freebind: next(2),
  /** Set if the process writes the headers of IP (`IP_HDRINCL`). */
  hdrincl: next(3),
  /** Set if its multicast packets are looped back (`IP_MULTICAST_LOOP`). */
  mcLoop: next(4),
  /** Set if it takes packets for other addresses (`IP_TRANSPARENT`). */
  transparent: next(5),
  /** Set if it receives from all groups of the host (`IP_MULTICAST_ALL`). */
  mcAll: next(6),
  /** Set if its packets are not defragmented (`IP_NODEFRAG`). */
  nodefrag: next(7),
  /** Set if the port is chosen when it connects (`IP_BIND_ADDRESS_NO_PORT`). */
  bindAddressNoPort: bit(u8, 0),
  /** Set if errors are kept with extensions of ICMP (`IP_RECVERR_RFC4884`). */
  recverrRfc4884: next(1),
  /** Set if it connects when it sends first (`TCP_FASTOPEN_CONNECT`). */
  deferConnect: next(2),
});
/** Options of a socket of IP. */
export interface InetSockopt extends Infer<typeof inetSockopt> {}
