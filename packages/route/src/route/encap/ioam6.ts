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
} from "@rxnetlink/core";

/** Where the trace is put (`IOAM6_IPTUNNEL_MODE_*`). */
export const ioam6Mode = enumeration("IOAM6_IPTUNNEL_MODE_", u8, {
  /** Into packets that this host makes. */
  inline: 1,
  /** Around packets, in a header of its own. */
  encap: 2,
  /** `inline` for packets of this host, `encap` for the others. */
  auto: 3,
});

/** What is traced (`struct ioam6_trace_hdr`); its bit fields are given whole. */
export const ioam6TraceHdr = struct("ioam6_trace_hdr", {
  /** IOAM namespace. */
  namespaceId: be16,
  /** The high five bits: what each node adds, in units of 4 bytes; then overflow and two flags. */
  nodelen: u8,
  /** Room for data of nodes, in units of 4 bytes. */
  remlen: required(u8),
  /** What nodes are to tell, a bit each in the high 24. */
  type: required(be32),
});
/** What is traced. */
export interface Ioam6TraceHdr extends Infer<typeof ioam6TraceHdr> {}

/** In-situ operations, administration and maintenance (`IOAM6_IPTUNNEL_*`); since 5.15. */
export const ioam6EncapAttributes = attributes("ioam6-iptunnel-attrs", "IOAM6_IPTUNNEL_", {
  /** Where the trace is put. */
  mode: [1, ioam6Mode],
  /** Destination of the outer header. */
  dst: [2, ipv6],
  /** What is traced. */
  trace: [3, nest<Ioam6TraceHdr>(ioam6TraceHdr)],
  /** How many packets of `freqN` are traced; since 6.1. */
  freqK: [4, u32],
  /** Of how many packets `freqK` are traced; since 6.1. */
  freqN: [5, u32],
  /** Source address of the outer header; since 6.12. */
  src: [6, ipv6],
});
/** In-situ operations, administration and maintenance. */
export interface Ioam6Encap extends Infer<typeof ioam6EncapAttributes> {}
