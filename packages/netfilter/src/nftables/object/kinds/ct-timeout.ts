import { attributes, be32, choice, type Infer, nest, refine, u8 } from "@rxnetlink/core/schema";
import { l3proto } from "./ct-helper.js";

/** Timeouts of TCP, in seconds (`CTA_TIMEOUT_TCP_*`). */
export const tcpTimeoutAttributes = attributes("ct-timeout-tcp-attrs", "CTA_TIMEOUT_TCP_", {
  /** A SYN was sent. */
  synSent: [1, be32],
  /** A SYN and its answer were seen. */
  synRecv: [2, be32],
  /** The connection stands. */
  established: [3, be32],
  /** One side has ended. */
  finWait: [4, be32],
  /** The other side has yet to end. */
  closeWait: [5, be32],
  /** The last acknowledgement is outstanding. */
  lastAck: [6, be32],
  /** Both sides have ended. */
  timeWait: [7, be32],
  /** The connection was reset. */
  close: [8, be32],
  /** Both sides sent a SYN. */
  synSent2: [9, be32],
  /** A packet was sent again and again. */
  retrans: [10, be32],
  /** Data was not acknowledged. */
  unack: [11, be32],
});
/** Timeouts of TCP, in seconds. */
export interface TcpTimeout extends Infer<typeof tcpTimeoutAttributes> {}

/** Timeouts of UDP, UDP-Lite and GRE, in seconds (`CTA_TIMEOUT_UDP_*`). */
export const udpTimeoutAttributes = attributes("ct-timeout-udp-attrs", "CTA_TIMEOUT_UDP_", {
  /** No reply was seen. */
  unreplied: [1, be32],
  /** A reply was seen. */
  replied: [2, be32],
});
/** Timeouts of UDP, in seconds. */
export interface UdpTimeout extends Infer<typeof udpTimeoutAttributes> {}

/** Timeout of a protocol that has one only, in seconds (`CTA_TIMEOUT_GENERIC_*`). */
export const genericTimeoutAttributes = attributes("ct-timeout-generic-attrs", "CTA_TIMEOUT_GENERIC_", {
  /** Timeout. */
  timeout: [1, be32],
});
/** Timeout of a protocol that has one only, in seconds. */
export interface GenericTimeout extends Infer<typeof genericTimeoutAttributes> {}

const tcp = nest<TcpTimeout>(tcpTimeoutAttributes);
const udp = nest<UdpTimeout>(udpTimeoutAttributes);
const generic = nest<GenericTimeout>(genericTimeoutAttributes);

const [ICMP, TCP, UDP, GRE, ICMPV6, UDPLITE] = [1, 6, 17, 47, 58, 136] as const;
const byProtocol = { [TCP]: tcp, [UDP]: udp, [GRE]: udp, [UDPLITE]: udp, [ICMP]: generic, [ICMPV6]: generic };

/** Attributes of timeouts (`NFTA_CT_TIMEOUT_*`). */
export const ctTimeoutAttributes = attributes("ct-timeout-attrs", "NFTA_CT_TIMEOUT_", {
  /** Protocol family; that of the table by default. */
  l3proto: [1, l3proto],
  /** Number of the transport protocol. */
  l4proto: [2, u8],
  /** Timeouts by state, in seconds; the states depend on the protocol. */
  data: [3, refine(choice("l4proto", byProtocol, generic), { nested: true, late: true })],
});
/** Timeouts of connections that a rule assigns it to. */
export interface CtTimeout extends Infer<typeof ctTimeoutAttributes> {}
