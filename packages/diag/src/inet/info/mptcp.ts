import { flags, growing, hex, type Infer, pad, struct, u8, u32, u64 } from "@rxnetlink/core/schema";

/** Flags of a connection of MPTCP (`MPTCP_INFO_FLAG_*`). */
export const mptcpInfoFlags = flags("MPTCP_INFO_FLAG_", u32, {
  /** It fell back to TCP. */
  fallback: 0x1,
  remoteKeyReceived: 0x2,
});

/** Layout of the measurements of a connection of MPTCP (`struct mptcp_info`). */
export const mptcpInfo = growing(
  struct("mptcp_info", {
    /** Subflows beside the first. */
    subflows: u8,
    /** Addresses that this end announced. */
    addAddrSignal: u8,
    /** Addresses of the remote end that were accepted. */
    addAddrAccepted: u8,
    /** Most subflows. */
    subflowsMax: u8,
    /** Most addresses to announce. */
    addAddrSignalMax: u8,
    /** Most addresses to accept. */
    addAddrAcceptedMax: u8,
    _: pad(2),
    /** Flags; see {@link mptcpInfoFlags}. */
    flags: mptcpInfoFlags,
    /** Token of the connection here. */
    token: hex(u32),
    /** Sequence number to write next. */
    writeSeq: u64,
    /** First sequence number that is not acknowledged. */
    sndUna: u64,
    /** Sequence number that is expected next. */
    rcvNxt: u64,
    /** Local addresses in use; since 5.13. */
    localAddrUsed: u8,
    /** Most local addresses; since 5.13. */
    localAddrMax: u8,
    /** 1 with checksums; since 5.14. */
    csumEnabled: u8,
    _2: pad(1),
    /** Retransmissions of the connection, not of its subflows; since 6.5, as are the next. */
    retransmits: u32,
    /** Bytes sent again. */
    bytesRetrans: u64,
    /** Bytes sent. */
    bytesSent: u64,
    /** Bytes received. */
    bytesReceived: u64,
    /** Bytes acknowledged. */
    bytesAcked: u64,
    /** All subflows; since 6.8. */
    subflowsTotal: u8,
    /** Most endpoints of type laminar; not of all kernels, as the next. */
    endpLaminarMax: u8,
    /** Most endpoints of type fullmesh. */
    endpFullmeshMax: u8,
    _3: pad(1),
    /** Time since data was sent, in ms; since 6.10, as are the next. */
    lastDataSent: u32,
    /** Time since data was received, in ms. */
    lastDataRecv: u32,
    /** Time since an acknowledgement was received, in ms. */
    lastAckRecv: u32,
  }),
);
/** Measurements of a connection of MPTCP, as far as the kernel makes them. */
export interface MptcpInfo extends Infer<typeof mptcpInfo> {}
