import {
  chars,
  enumeration,
  growing,
  hex,
  type Infer,
  pad,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** A position in a buffer of SMC (`struct smc_diag_cursor`). */
const smcDiagCursor = struct("smc_diag_cursor", {
  _: pad(2),
  /** Times that the end of the buffer was passed. */
  wrap: u16,
  /** Bytes from its beginning. */
  count: u32,
});

/** Layout of a connection of SMC (`struct smc_diag_conninfo`). */
export const smcDiagConninfo = struct("smc_diag_conninfo", {
  /** Number of the connection. */
  token: u32,
  /** Size of the send buffer, in bytes. */
  sndbufSize: u32,
  /** Size of the receive buffer, in bytes. */
  rmbeSize: u32,
  /** Size of the receive buffer of the remote end, in bytes. */
  peerRmbeSize: u32,
  /** Position to which the remote end has written. */
  rxProd: smcDiagCursor,
  /** Position to which the remote end has read. */
  rxCons: smcDiagCursor,
  /** Position to which this end has written. */
  txProd: smcDiagCursor,
  /** Position to which this end has read. */
  txCons: smcDiagCursor,
  /** Flags of the producer that were received. */
  rxProdFlags: u8,
  /** Flags of the connection that were received. */
  rxConnStateFlags: u8,
  /** Flags of the producer that were sent. */
  txProdFlags: u8,
  /** Flags of the connection that were sent. */
  txConnStateFlags: u8,
  /** Position to which the send buffer is filled. */
  txPrep: smcDiagCursor,
  /** Position to which it was sent. */
  txSent: smcDiagCursor,
  /** Position to which it was acknowledged. */
  txFin: smcDiagCursor,
});
/** A connection of SMC. */
export interface SmcDiagConninfo extends Infer<typeof smcDiagConninfo> {}

/** Ends of a connection of SMC (`enum smc_lgr_role`). */
export const smcRole = enumeration("SMC_", u8, { clnt: 0, serv: 1 });

/** Layout of a link of SMC over RDMA (`struct smc_diag_linkinfo`). */
const smcDiagLinkinfo = struct("smc_diag_linkinfo", {
  /** Number of the link. */
  linkId: u8,
  /** Name of the device of RDMA. */
  ibname: chars(64),
  /** Port of the device. */
  ibport: u8,
  /** Local address. */
  gid: chars(40),
  /** Remote address. */
  peerGid: chars(40),
});
/** A link of SMC over RDMA. */
export interface SmcDiagLinkinfo extends Infer<typeof smcDiagLinkinfo> {}

/** Layout of a group of links of SMC over RDMA (`struct smc_diag_lgrinfo`). */
export const smcDiagLgrinfo = struct("smc_diag_lgrinfo", {
  /** The link in use. */
  lnk: smcDiagLinkinfo,
  /** End that this host is. */
  role: smcRole,
});
/** A group of links of SMC over RDMA. */
export interface SmcDiagLgrinfo extends Infer<typeof smcDiagLgrinfo> {}

/** Layout of the reasons why a connection fell back to TCP (`struct smc_diag_fallback`). */
export const smcDiagFallback = struct("smc_diag_fallback", {
  /** Reason of this end (`SMC_CLC_DECL_*`). */
  reason: hex(u32),
  /** Reason that the remote end gave. */
  peerDiagnosis: hex(u32),
});
/** Reasons why a connection fell back to TCP. */
export interface SmcDiagFallback extends Infer<typeof smcDiagFallback> {}

/** Layout of a connection of SMC within a machine (`struct smcd_diag_dmbinfo`). */
export const smcdDiagDmbinfo = growing(
  struct("smcd_diag_dmbinfo", {
    /** Number of the link. */
    linkid: u32,
    _: pad(4),
    /** Remote address. */
    peerGid: hex(u64),
    /** Local address. */
    myGid: hex(u64),
    /** Number of the local buffer. */
    token: hex(u64),
    /** Number of the remote buffer. */
    peerToken: hex(u64),
    /** Second half of the remote address; since 6.8. */
    peerGidExt: hex(u64),
    /** Second half of the local address; since 6.8. */
    myGidExt: hex(u64),
  }),
);
/** A connection of SMC within a machine. */
export interface SmcdDiagDmbinfo extends Infer<typeof smcdDiagDmbinfo> {}
