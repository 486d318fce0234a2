import { enumeration, type Struct, type StructOf, struct, u8, u32 } from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { socketState } from "../common/socket-state.js";
import { type InetDiagSockidFields, inetDiagSockid } from "./sockid.js";

/** Timers of sockets (`IDIAG_TIMER_*`). */
export const inetTimer = enumeration("IDIAG_TIMER_", u8, {
  off: 0,
  /** Retransmission. */
  on: 1,
  keepalive: 2,
  /** A socket of which only this is left: it waits for late packets of its connection. */
  timewait: 3,
  /** Probe of a window that is closed. */
  probe0: 4,
  /** Delayed acknowledgement; not of all kernels. */
  delack: 5,
});

const before = {
  /** Address family: `"inet"` or `"inet6"`. */
  family: socketFamily,
  /** State. */
  state: socketState,
  /** Timer that runs. */
  timer: inetTimer,
  /** Retransmissions, or probes of a timer of that kind. */
  retrans: u8,
};
const after = {
  /** Time until the timer ends, in ms. */
  expires: u32,
  /** Bytes to read; of a listening socket the connections to accept. */
  rqueue: u32,
  /** Bytes not acknowledged; of a listening socket the most connections to accept. */
  wqueue: u32,
  /** User that the socket belongs to. */
  uid: u32,
  /** Inode by which processes have it open; 0 if none has. */
  inode: u32,
};
/** Members of `struct inet_diag_msg`; by this name they keep their comments in declaration files. */
export type InetDiagMsgFields = {
  -readonly [K in keyof typeof before]: (typeof before)[K];
} & InetDiagSockidFields & { -readonly [K in keyof typeof after]: (typeof after)[K] };

/** Fixed header of a socket of IP (`struct inet_diag_msg`). */
export const inetDiagMsg: Struct<InetDiagMsgFields> = struct("inet_diag_msg", {
  ...before,
  ...inetDiagSockid.fields,
  ...after,
});
/** Header of a socket of IP. */
export type InetDiagMsg = StructOf<InetDiagMsgFields>;
