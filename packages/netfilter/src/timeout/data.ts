import { attributes, be32, type Infer, nest, subMessage } from "@rxnetlink/core/schema";

//  Timeouts by transport protocol. All are in seconds; those that a request lacks are the namespace's own.

/** Timeouts of other protocols (`CTA_TIMEOUT_GENERIC_*`). */
const timeoutGenericAttributes = attributes("timeout-generic-attrs", "CTA_TIMEOUT_GENERIC_", {
  /** Timeout, in seconds. */
  timeout: [1, be32],
});
/** Timeouts of other protocols, in seconds. */
export interface TimeoutGeneric extends Infer<typeof timeoutGenericAttributes> {}

/** Timeouts of TCP (`CTA_TIMEOUT_TCP_*`), by the state of the connection. */
const timeoutTcpAttributes = attributes("timeout-tcp-attrs", "CTA_TIMEOUT_TCP_", {
  /** After a SYN. */
  synSent: [1, be32],
  /** After a SYN and its acknowledgement. */
  synRecv: [2, be32],
  /** While the connection is established. */
  established: [3, be32],
  /** After a FIN. */
  finWait: [4, be32],
  /** After a FIN and its acknowledgement. */
  closeWait: [5, be32],
  /** After both FINs. */
  lastAck: [6, be32],
  /** After the last acknowledgement. */
  timeWait: [7, be32],
  /** After a RST. */
  close: [8, be32],
  /** After SYNs of both sides. */
  synSent2: [9, be32],
  /** While a side retransmits without acknowledgement. */
  retrans: [10, be32],
  /** While data is not acknowledged. */
  unack: [11, be32],
});
/** Timeouts of TCP, in seconds. */
export interface TimeoutTcp extends Infer<typeof timeoutTcpAttributes> {}

/** Timeouts of UDP (`CTA_TIMEOUT_UDP_*`). */
const timeoutUdpAttributes = attributes("timeout-udp-attrs", "CTA_TIMEOUT_UDP_", {
  /** Until the first reply. */
  unreplied: [1, be32],
  /** After a reply. */
  replied: [2, be32],
});
/** Timeouts of UDP, in seconds. */
export interface TimeoutUdp extends Infer<typeof timeoutUdpAttributes> {}

/** Timeouts of UDP-Lite (`CTA_TIMEOUT_UDPLITE_*`). */
const timeoutUdpliteAttributes = attributes("timeout-udplite-attrs", "CTA_TIMEOUT_UDPLITE_", {
  /** Until the first reply. */
  unreplied: [1, be32],
  /** After a reply. */
  replied: [2, be32],
});
/** Timeouts of UDP-Lite, in seconds. */
export interface TimeoutUdplite extends Infer<typeof timeoutUdpliteAttributes> {}

/** Timeouts of ICMP (`CTA_TIMEOUT_ICMP_*`). */
const timeoutIcmpAttributes = attributes("timeout-icmp-attrs", "CTA_TIMEOUT_ICMP_", {
  /** Timeout, in seconds. */
  timeout: [1, be32],
});
/** Timeouts of ICMP, in seconds. */
export interface TimeoutIcmp extends Infer<typeof timeoutIcmpAttributes> {}

/** Timeouts of DCCP (`CTA_TIMEOUT_DCCP_*`), by the state of the connection. */
const timeoutDccpAttributes = attributes("timeout-dccp-attrs", "CTA_TIMEOUT_DCCP_", {
  /** After a request. */
  request: [1, be32],
  /** After a response. */
  respond: [2, be32],
  /** While the client's acknowledgement is not acknowledged. */
  partopen: [3, be32],
  /** While the connection is open. */
  open: [4, be32],
  /** After a request of the server to close. */
  closereq: [5, be32],
  /** After a request to close. */
  closing: [6, be32],
  /** After the connection. */
  timewait: [7, be32],
});
/** Timeouts of DCCP, in seconds. */
export interface TimeoutDccp extends Infer<typeof timeoutDccpAttributes> {}

/** Timeouts of SCTP (`CTA_TIMEOUT_SCTP_*`), by the state of the association. */
const timeoutSctpAttributes = attributes("timeout-sctp-attrs", "CTA_TIMEOUT_SCTP_", {
  /** After an ABORT or the end. */
  closed: [1, be32],
  /** After an INIT. */
  cookieWait: [2, be32],
  /** After a COOKIE ECHO. */
  cookieEchoed: [3, be32],
  /** While the association is established. */
  established: [4, be32],
  /** After the originator's SHUTDOWN. */
  shutdownSent: [5, be32],
  /** After the responder's SHUTDOWN. */
  shutdownRecd: [6, be32],
  /** After a SHUTDOWN ACK. */
  shutdownAckSent: [7, be32],
  /** After a HEARTBEAT on a path that is not known. */
  heartbeatSent: [8, be32],
  /** After its acknowledgement. Not used by current kernels. */
  heartbeatAcked: [9, be32],
});
/** Timeouts of SCTP, in seconds. */
export interface TimeoutSctp extends Infer<typeof timeoutSctpAttributes> {}

/** Timeouts of ICMPv6 (`CTA_TIMEOUT_ICMPV6_*`). */
const timeoutIcmpv6Attributes = attributes("timeout-icmpv6-attrs", "CTA_TIMEOUT_ICMPV6_", {
  /** Timeout, in seconds. */
  timeout: [1, be32],
});
/** Timeouts of ICMPv6, in seconds. */
export interface TimeoutIcmpv6 extends Infer<typeof timeoutIcmpv6Attributes> {}

/** Timeouts of GRE (`CTA_TIMEOUT_GRE_*`). */
const timeoutGreAttributes = attributes("timeout-gre-attrs", "CTA_TIMEOUT_GRE_", {
  /** Until the first reply. */
  unreplied: [1, be32],
  /** After a reply. */
  replied: [2, be32],
});
/** Timeouts of GRE, in seconds. */
export interface TimeoutGre extends Infer<typeof timeoutGreAttributes> {}

/** Timeouts, by the transport protocol in `l4proto`. */
export const timeoutData = subMessage("l4proto", {
  /** Timeouts of ICMP. */
  icmp: nest<TimeoutIcmp>(timeoutIcmpAttributes),
  /** Timeouts of TCP. */
  tcp: nest<TimeoutTcp>(timeoutTcpAttributes),
  /** Timeouts of UDP. */
  udp: nest<TimeoutUdp>(timeoutUdpAttributes),
  /** Timeouts of DCCP. */
  dccp: nest<TimeoutDccp>(timeoutDccpAttributes),
  /** Timeouts of GRE. */
  gre: nest<TimeoutGre>(timeoutGreAttributes),
  /** Timeouts of ICMPv6. */
  icmpv6: nest<TimeoutIcmpv6>(timeoutIcmpv6Attributes),
  /** Timeouts of SCTP. */
  sctp: nest<TimeoutSctp>(timeoutSctpAttributes),
  /** Timeouts of UDP-Lite. */
  udplite: nest<TimeoutUdplite>(timeoutUdpliteAttributes),
  /** Timeouts of all other protocols. */
  generic: nest<TimeoutGeneric>(timeoutGenericAttributes),
});
/** Timeouts, under the name of their transport protocol. */
export interface TimeoutData extends Infer<typeof timeoutData> {}
