import {
  attributes,
  be16,
  be32,
  enumeration,
  type Infer,
  ipv6,
  nest,
  required,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";

/** Placement of the trace (`IOAM6_IPTUNNEL_MODE_*`). */
export const ioam6Mode = enumeration("IOAM6_IPTUNNEL_MODE_", u8, {
  /** Inserted into packets created on this host. */
  inline: 1,
  /** In a new outer IPv6 header. */
  encap: 2,
  /** `inline` for packets created on this host, `encap` for forwarded ones. */
  auto: 3,
});

/** Trace header (`struct ioam6_trace_hdr`), with its bit fields as whole bytes. */
export const ioam6TraceHdr = struct("ioam6_trace_hdr", {
  /** IOAM namespace id. */
  namespaceId: be16,
  /** Data size of each node in units of 4 bytes, in the high five bits; then overflow and two flags. */
  nodelen: u8,
  /** Space left for the data of nodes, in units of 4 bytes. */
  remlen: required(u8),
  /** Data that nodes add, a bit for each kind in the high 24 bits. */
  type: required(be32),
});
/** Trace header. */
export interface Ioam6TraceHdr extends Infer<typeof ioam6TraceHdr> {}

/** In-situ operations, administration and maintenance (`IOAM6_IPTUNNEL_*`); since 5.15. */
export const ioam6EncapAttributes = attributes("ioam6-iptunnel-attrs", "IOAM6_IPTUNNEL_", {
  /** Placement of the trace. */
  mode: [1, ioam6Mode],
  /** Destination of the outer header. */
  dst: [2, ipv6],
  /** Trace header. */
  trace: [3, nest<Ioam6TraceHdr>(ioam6TraceHdr)],
  /** Number of packets traced out of every `freqN`; since 6.1. */
  freqK: [4, u32],
  /** Number of packets out of which `freqK` are traced; since 6.1. */
  freqN: [5, u32],
  /** Source address of the outer header; since 6.12. */
  src: [6, ipv6],
});
/** In-situ operations, administration and maintenance. */
export interface Ioam6Encap extends Infer<typeof ioam6EncapAttributes> {}
