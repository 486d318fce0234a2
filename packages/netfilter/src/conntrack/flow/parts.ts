import { attributes, be32, be64, binary, type Infer, padding, s32be, string } from "@rxnetlink/core/schema";

/** Counters (`CTA_COUNTERS_*`). */
export const counterAttributes = attributes("counter-attrs", "CTA_COUNTERS_", {
  /** Packets. */
  packets: [1, be64],
  /** Bytes, with the headers of IP. */
  bytes: [2, be64],
  /** Alignment. */
  pad: [5, padding],
});
/** Counters of one direction; absent unless the sysctl `net.netfilter.nf_conntrack_acct` was 1 when the connection began. */
export interface Counters extends Infer<typeof counterAttributes> {}

/** Helper (`CTA_HELP_*`). */
export const helpAttributes = attributes("help-attrs", "CTA_HELP_", {
  /** Name: `"ftp"`. */
  name: [1, string],
  /** What the helper keeps; its layout is the helper's. */
  info: [2, binary],
});
/** Helper of a connection, which expects further ones. */
export interface Help extends Infer<typeof helpAttributes> {}

/** Adjustment of sequence numbers (`CTA_SEQADJ_*`). */
export const seqadjAttributes = attributes("seqadj-attrs", "CTA_SEQADJ_", {
  /** Sequence number from which the last adjustment applies. */
  correctionPos: [1, be32],
  /** Difference before it. */
  offsetBefore: [2, s32be],
  /** Difference after it. */
  offsetAfter: [3, s32be],
});
/** Adjustment of the TCP sequence numbers of one direction. */
export interface Seqadj extends Infer<typeof seqadjAttributes> {}

/** Security context (`CTA_SECCTX_*`). */
export const secctxAttributes = attributes("secctx-attrs", "CTA_SECCTX_", {
  /** Text, such as a label of SELinux. */
  name: [1, string],
});
/** Security context of a connection. */
export interface Secctx extends Infer<typeof secctxAttributes> {}

/** Times (`CTA_TIMESTAMP_*`). */
export const timestampAttributes = attributes("timestamp-attrs", "CTA_TIMESTAMP_", {
  /** Beginning, in nanoseconds since 1970. */
  start: [1, be64],
  /** End, in nanoseconds since 1970; only in the notification that it ended. */
  stop: [2, be64],
  /** Alignment. */
  pad: [3, padding],
});
/** Times of a connection; absent unless the sysctl `net.netfilter.nf_conntrack_timestamp` was 1 when it began. */
export interface Timestamp extends Infer<typeof timestampAttributes> {}

/** Proxy of SYN packets (`CTA_SYNPROXY_*`). */
export const synproxyAttributes = attributes("synproxy-attrs", "CTA_SYNPROXY_", {
  /** Initial sequence number. */
  isn: [1, be32],
  /** Initial timestamp. */
  its: [2, be32],
  /** Offset of timestamps. */
  tsoff: [3, be32],
});
/** Proxy of SYN packets of a connection. */
export interface Synproxy extends Infer<typeof synproxyAttributes> {}
