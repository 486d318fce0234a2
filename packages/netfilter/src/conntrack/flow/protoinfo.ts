import {
  attributes,
  be32,
  be64,
  enumeration,
  flags,
  type Infer,
  masked,
  maskOf,
  nest,
  padding,
  struct,
  u8,
} from "@rxnetlink/core/schema";

/** States of TCP (`TCP_CONNTRACK_*`). */
export const tcpConntrack = enumeration("TCP_CONNTRACK_", u8, {
  none: 0,
  synSent: 1,
  synRecv: 2,
  established: 3,
  finWait: 4,
  closeWait: 5,
  lastAck: 6,
  timeWait: 7,
  close: 8,
  /** Both ends sent a SYN. */
  synSent2: 9,
});

/** Facts about one direction of TCP (`IP_CT_TCP_FLAG_*`, and two of `IP_CT_*`). */
export const tcpConntrackFlags = flags("IP_CT_TCP_FLAG_", u8, {
  windowScale: 0x1,
  sackPerm: 0x2,
  /** Sent the first FIN. */
  closeInit: 0x4,
  /** Sequence numbers are not checked. */
  beLiberal: 0x8,
  dataUnacknowledged: 0x10,
  maxackSet: 0x20,
  /** A challenge ACK is expected (`IP_CT_EXP_CHALLENGE_ACK`). */
  expChallengeAck: 0x40,
  /** Both ends sent a SYN (`IP_CT_TCP_SIMULTANEOUS_OPEN`). */
  simultaneousOpen: 0x80,
});

/** Flags of one direction of TCP (`struct nf_ct_tcp_flags`). */
export const nfCtTcpFlags = struct("nf_ct_tcp_flags", {
  /** Flags. */
  flags: masked(tcpConntrackFlags, "mask"),
  /** In a request, the flags to change; filled in from `flags`. */
  mask: maskOf(tcpConntrackFlags),
});
/** Flags of one direction of TCP. */
export interface NfCtTcpFlags extends Infer<typeof nfCtTcpFlags> {}

/** TCP (`CTA_PROTOINFO_TCP_*`). */
export const protoinfoTcpAttributes = attributes("protoinfo-tcp-attrs", "CTA_PROTOINFO_TCP_", {
  /** State. */
  state: [1, tcpConntrack],
  /** Window scale of the original direction. The kernel takes it if the flags of both have `windowScale`. */
  wscaleOriginal: [2, u8],
  /** Window scale of the reply direction, likewise. */
  wscaleReply: [3, u8],
  /** Flags of the original direction. */
  flagsOriginal: [4, nest<NfCtTcpFlags>(nfCtTcpFlags)],
  /** Flags of the reply direction. */
  flagsReply: [5, nest<NfCtTcpFlags>(nfCtTcpFlags)],
});
/** State of TCP. */
export interface ProtoinfoTcp extends Infer<typeof protoinfoTcpAttributes> {}

/** States of DCCP (`CT_DCCP_*`). */
export const dccpConntrack = enumeration("CT_DCCP_", u8, {
  none: 0,
  request: 1,
  respond: 2,
  partopen: 3,
  open: 4,
  closereq: 5,
  closing: 6,
  timewait: 7,
  ignore: 8,
  invalid: 9,
});

/** DCCP (`CTA_PROTOINFO_DCCP_*`). */
export const protoinfoDccpAttributes = attributes("protoinfo-dccp-attrs", "CTA_PROTOINFO_DCCP_", {
  /** State. */
  state: [1, dccpConntrack],
  /** Role of the end that began: 0 client, 1 server. */
  role: [2, u8],
  /** Sequence number of the handshake. */
  handshakeSeq: [3, be64],
  /** Alignment. */
  pad: [4, padding],
});
/** State of DCCP; the kernel no longer tracks it since 6.17. */
export interface ProtoinfoDccp extends Infer<typeof protoinfoDccpAttributes> {}

/** States of SCTP (`SCTP_CONNTRACK_*`). */
export const sctpConntrack = enumeration("SCTP_CONNTRACK_", u8, {
  none: 0,
  closed: 1,
  cookieWait: 2,
  cookieEchoed: 3,
  established: 4,
  shutdownSent: 5,
  shutdownRecd: 6,
  shutdownAckSent: 7,
  heartbeatSent: 8,
});

/** SCTP (`CTA_PROTOINFO_SCTP_*`). */
export const protoinfoSctpAttributes = attributes("protoinfo-sctp-attrs", "CTA_PROTOINFO_SCTP_", {
  /** State. */
  state: [1, sctpConntrack],
  /** Verification tag of the original direction. */
  vtagOriginal: [2, be32],
  /** Verification tag of the reply direction. */
  vtagReply: [3, be32],
});
/** State of SCTP. */
export interface ProtoinfoSctp extends Infer<typeof protoinfoSctpAttributes> {}

/** State of the transport protocol (`CTA_PROTOINFO_*`). */
export const protoinfoAttributes = attributes("protoinfo-attrs", "CTA_PROTOINFO_", {
  /** TCP. */
  tcp: [1, nest<ProtoinfoTcp>(protoinfoTcpAttributes)],
  /** DCCP. */
  dccp: [2, nest<ProtoinfoDccp>(protoinfoDccpAttributes)],
  /** SCTP. */
  sctp: [3, nest<ProtoinfoSctp>(protoinfoSctpAttributes)],
});
/** State of the transport protocol; other protocols have none. */
export interface Protoinfo extends Infer<typeof protoinfoAttributes> {}
