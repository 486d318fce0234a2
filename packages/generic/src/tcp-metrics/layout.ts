import {
  attributes,
  binary,
  type Infer,
  ipv4,
  ipv6,
  message,
  nest,
  padding,
  readOnly,
  refine,
  s32,
  type Type,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Declares a number that the kernel keeps as a multiple, for its fraction. */
const fractions = (scale: number): Type<number> =>
  refine(u32, {
    read: (view, at, end) => u32.read(view, at, end) / scale,
    write: (out, value) => u32.write(out, value * scale),
  });

/** Attributes of measured values (`TCP_METRICS_A_METRICS_*`); those that were not measured are absent. */
const valuesAttributes = attributes("tcp-metrics-values", "TCP_METRICS_A_METRICS_", {
  /** Round-trip time in milliseconds, in steps of 0.125; never 0. */
  rtt: [1, fractions(8)],
  /** Variation of the round-trip time in milliseconds, in steps of 0.25; never 0. */
  rttvar: [2, fractions(4)],
  /** Slow start threshold in segments. */
  ssthresh: [3, u32],
  /** Congestion window in segments. */
  cwnd: [4, u32],
  /** Number of segments that may arrive out of order before one is taken for lost. */
  reordering: [5, u32],
  /** Round-trip time in microseconds, in steps of 0.125; since 3.15. */
  rttUs: [6, fractions(8)],
  /** Variation of the round-trip time in microseconds, in steps of 0.25; since 3.15. */
  rttvarUs: [7, fractions(4)],
});
/** Values that were measured. */
export interface TcpMetricsValues extends Infer<typeof valuesAttributes> {}

/** Attributes of metrics (`TCP_METRICS_ATTR_*`). */
const tcpMetricsAttributes = attributes("tcp-metrics", "TCP_METRICS_ATTR_", {
  /** IPv4 address of the peer. */
  addrIpv4: [1, ipv4],
  /** IPv6 address of the peer. */
  addrIpv6: [2, ipv6],
  /** Time since the values were last updated, in milliseconds. Read-only. */
  age: [3, readOnly(u64)],
  /** Last timestamp of the peer, until 4.12. Read-only. */
  twTsval: [4, readOnly(u32)],
  /** Age of that timestamp in seconds, until 4.12. Read-only. */
  twTsStamp: [5, readOnly(s32)],
  /** Values that were measured. Read-only. */
  vals: [6, readOnly(nest<TcpMetricsValues>(valuesAttributes))],
  /** Maximum segment size of the peer, for TCP Fast Open. Read-only. */
  fopenMss: [7, readOnly(u16)],
  /** Number of SYN with data that were lost in succession. Read-only. */
  fopenSynDrops: [8, readOnly(u16)],
  /** Time since the last of them was lost, in milliseconds. Read-only. */
  fopenSynDropTs: [9, readOnly(u64)],
  /** The peer's cookie for TCP Fast Open. Read-only. */
  fopenCookie: [10, readOnly(binary)],
  /** Own IPv4 address; since 3.14. */
  saddrIpv4: [11, ipv4],
  /** Own IPv6 address; since 3.14. */
  saddrIpv6: [12, ipv6],
  /** Alignment. */
  pad: [13, padding],
});

/** Layout of `TCP_METRICS_CMD_*`. */
export const tcpMetricsMessage = message("tcp-metrics", genlmsghdr, tcpMetricsAttributes);
/** Values that TCP remembers about a peer, to begin its next connection with. */
export interface TcpMetricsEntry extends Infer<typeof tcpMetricsMessage> {}
