import {
  attributes,
  be16,
  be32,
  enumeration,
  flag,
  type Infer,
  ifOther,
  inRequests,
  ipv4,
  ipv6,
  nest,
  required,
  struct,
  u8,
  u32,
} from "@rxnetlink/core";

/** The don't-fragment bit of the outer header (`GENEVE_DF_*`). */
export const geneveDf = enumeration("GENEVE_DF_", u8, { unset: 0, set: 1, inherit: 2 });

/** Source ports that a geneve tunnel sends from (`struct ifla_geneve_port_range`). */
export const genevePortRange = struct("ifla_geneve_port_range", {
  /** First. */
  low: required(be16),
  /** Last. */
  high: required(be16),
});
/** Source ports that a geneve tunnel sends from. */
export interface GenevePortRange extends Infer<typeof genevePortRange> {}

/** Settings of a generic network virtualization tunnel (`IFLA_GENEVE_*`). */
export const geneveAttributes = attributes("linkinfo-geneve-attrs", "IFLA_GENEVE_", {
  /** Virtual network identifier (VNI), below 2^24. */
  id: [1, ifOther(u32)],
  /** IPv4 address of the other end. */
  remote: [2, ipv4],
  /** Time to live of the outer header; 0 chooses by the route. */
  ttl: [3, u8],
  /** Type of service of the outer header; 1 inherits it. */
  tos: [4, u8],
  /** UDP destination port. */
  port: [5, ifOther(be16)],
  /** Tunnel metadata come from outside (`external`). */
  collectMetadata: [6, ifOther(flag)],
  /** IPv6 address of the other end. */
  remote6: [7, ipv6],
  /** Whether UDP checksums are sent over IPv4, 0 or 1. */
  udpCsum: [8, ifOther(u8)],
  /** Whether UDP checksums are left out over IPv6, 0 or 1. */
  udpZeroCsum6Tx: [9, ifOther(u8)],
  /** Whether packets without UDP checksum are taken over IPv6, 0 or 1. */
  udpZeroCsum6Rx: [10, ifOther(u8)],
  /** IPv6 flow label of the outer header. */
  label: [11, be32],
  /** Whether the time to live is that of the inner packet, 0 or 1. */
  ttlInherit: [12, u8],
  /** The don't-fragment bit of the outer header. */
  df: [13, geneveDf],
  /** The protocol inside is told by the packet, so IP needs no Ethernet header; since 5.18. */
  innerProtoInherit: [14, ifOther(flag)],
  /** Source ports to send from; since 6.15. */
  portRange: [15, ifOther(nest<GenevePortRange>(genevePortRange))],
  /** Hints for GRO are sent in an option of the header; newer than 6.18. */
  groHint: [16, ifOther(flag)],
  /** IPv4 source address; newer than 6.18. */
  local: [17, ipv4],
  /** IPv6 source address; newer than 6.18. */
  local6: [18, ipv6],
});
/** Settings of a `geneve` link. */
export interface Geneve extends Infer<typeof geneveAttributes> {}

/** The kernel ignores a time to live beside the word that it is not inherited. */
export const geneveSettings = inRequests(nest<Geneve>(geneveAttributes), ({ ttlInherit, ...geneve }) =>
  ttlInherit === undefined || (ttlInherit === 0 && geneve.ttl !== undefined)
    ? geneve
    : { ...geneve, ttlInherit },
);
