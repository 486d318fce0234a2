import {
  attributes,
  be16,
  be32,
  enumeration,
  flag,
  type Infer,
  ifDifferent,
  inRequests,
  ipv4,
  ipv6,
  nest,
  required,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";

/** Don't-fragment bit of the outer header (`GENEVE_DF_*`). */
export const geneveDf = enumeration("GENEVE_DF_", u8, { unset: 0, set: 1, inherit: 2 });

/** Source ports of a Geneve tunnel (`struct ifla_geneve_port_range`). */
export const genevePortRange = struct("ifla_geneve_port_range", {
  /** First port. */
  low: required(be16),
  /** Last port. */
  high: required(be16),
});
/** Source ports of a Geneve tunnel. */
export interface GenevePortRange extends Infer<typeof genevePortRange> {}

/** Settings of a generic network virtualization tunnel (`IFLA_GENEVE_*`). */
export const geneveAttributes = attributes("linkinfo-geneve-attrs", "IFLA_GENEVE_", {
  /** Virtual network identifier (VNI), below 2^24. */
  id: [1, ifDifferent(u32)],
  /** Remote IPv4 address. */
  remote: [2, ipv4],
  /** Time to live of the outer header; 0 uses that of the route. */
  ttl: [3, u8],
  /** Type of service of the outer header; 1 inherits that of the inner packet. */
  tos: [4, u8],
  /** UDP destination port. */
  port: [5, ifDifferent(be16)],
  /** Set when the tunnel metadata is set externally (`external`). */
  collectMetadata: [6, ifDifferent(flag)],
  /** Remote IPv6 address. */
  remote6: [7, ipv6],
  /** Sends UDP checksums over IPv4, 0 or 1. */
  udpCsum: [8, ifDifferent(u8)],
  /** Omits UDP checksums over IPv6, 0 or 1. */
  udpZeroCsum6Tx: [9, ifDifferent(u8)],
  /** Accepts packets without UDP checksum over IPv6, 0 or 1. */
  udpZeroCsum6Rx: [10, ifDifferent(u8)],
  /** IPv6 flow label of the outer header. */
  label: [11, be32],
  /** Inherits the time to live of the inner packet, 0 or 1. */
  ttlInherit: [12, u8],
  /** Don't-fragment bit of the outer header. */
  df: [13, geneveDf],
  /**
   * Set when the protocol of the inner packet is derived from the packet, so that IP needs no Ethernet header; since
   * 5.18.
   */
  innerProtoInherit: [14, ifDifferent(flag)],
  /** Range of source ports; since 6.15. */
  portRange: [15, ifDifferent(nest<GenevePortRange>(genevePortRange))],
  /** Set when hints for GRO are sent in a header option; newer than 6.18. */
  groHint: [16, ifDifferent(flag)],
  /** Local IPv4 address; newer than 6.18. */
  local: [17, ipv4],
  /** Local IPv6 address; newer than 6.18. */
  local6: [18, ipv6],
});
/** Settings of a `geneve` link. */
export interface Geneve extends Infer<typeof geneveAttributes> {}

/** Layout of {@link Geneve} without a `ttlInherit` of 0 beside a `ttl`, which the kernel would then ignore. */
export const geneveSettings = inRequests(nest<Geneve>(geneveAttributes), ({ ttlInherit, ...geneve }) =>
  ttlInherit === undefined || (ttlInherit === 0 && geneve.ttl !== undefined)
    ? geneve
    : { ...geneve, ttlInherit },
);
