import { growing, type Infer, nest, struct, u32 } from "@rxnetlink/core/schema";

/** Layout of the memory of a socket, an array of `SK_MEMINFO_*`. */
export const skMeminfo = growing(
  struct("sk_meminfo", {
    /** Bytes of the packets in the receive queue. */
    rmemAlloc: u32,
    /** Most bytes of the receive queue (`SO_RCVBUF`). */
    rcvbuf: u32,
    /** Bytes of the packets that were sent and not yet released. */
    wmemAlloc: u32,
    /** Most bytes of the send queue (`SO_SNDBUF`). */
    sndbuf: u32,
    /** Bytes that the socket reserved and does not use. */
    fwdAlloc: u32,
    /** Bytes of the send queue. */
    wmemQueued: u32,
    /** Bytes of options. */
    optmem: u32,
    /** Bytes that wait for a process that holds the socket's lock. */
    backlog: u32,
    /** Packets that were dropped since a queue was full; since 4.7. */
    drops: u32,
  }),
);
/** Memory of a socket, in bytes. */
export interface SkMeminfo extends Infer<typeof skMeminfo> {}

/** Attribute with the memory of a socket. */
export const skMemory = nest<SkMeminfo>(skMeminfo);
