import { type Infer, struct, u32 } from "@rxnetlink/core/schema";

/** Layout of a summary of the memory of a socket (`struct inet_diag_meminfo`). */
export const inetDiagMeminfo = struct("inet_diag_meminfo", {
  /** Bytes of the packets in the receive queue. */
  rmem: u32,
  /** Bytes of the send queue. */
  wmem: u32,
  /** Bytes that the socket reserved and does not use. */
  fmem: u32,
  /** Bytes of the packets that were sent and not yet released. */
  tmem: u32,
});
/** Summary of the memory of a socket, in bytes. */
export interface InetDiagMeminfo extends Infer<typeof inetDiagMeminfo> {}
