import {
  attributes,
  be16,
  be32,
  binary,
  flags,
  type Infer,
  ipv4,
  ipv6,
  nest,
  repeated,
  u8,
} from "@rxnetlink/core/schema";

/** Tunnel flags (`NFT_TUNNEL_F_*`). */
export const tunnelFlags = flags("NFT_TUNNEL_F_", be32, {
  /** Sends UDP checksums of zero. */
  zeroCsumTx: 0x1,
  /** Forbids fragmentation. */
  dontFragment: 0x2,
  /** Numbers packets. */
  seqNumber: 0x4,
});

/** IPv4 ends of a tunnel (`NFTA_TUNNEL_KEY_IP_*`). */
export const tunnelIpAttributes = attributes("tunnel-key-ip-attrs", "NFTA_TUNNEL_KEY_IP_", {
  /** Source. */
  src: [1, ipv4],
  /** Destination. */
  dst: [2, ipv4],
});
/** IPv4 ends of a tunnel. */
export interface TunnelIp extends Infer<typeof tunnelIpAttributes> {}

/** IPv6 ends of a tunnel (`NFTA_TUNNEL_KEY_IP6_*`). */
export const tunnelIp6Attributes = attributes("tunnel-key-ip6-attrs", "NFTA_TUNNEL_KEY_IP6_", {
  /** Source. */
  src: [1, ipv6],
  /** Destination. */
  dst: [2, ipv6],
  /** Flow label. */
  flowlabel: [3, be32],
});
/** IPv6 ends of a tunnel. */
export interface TunnelIp6 extends Infer<typeof tunnelIp6Attributes> {}

/** Options of a VXLAN tunnel (`NFTA_TUNNEL_KEY_VXLAN_*`). */
export const tunnelVxlanAttributes = attributes("tunnel-key-vxlan-attrs", "NFTA_TUNNEL_KEY_VXLAN_", {
  /** Group policy. */
  gbp: [1, be32],
});
/** Options of a VXLAN tunnel. */
export interface TunnelVxlan extends Infer<typeof tunnelVxlanAttributes> {}

/** Options of an ERSPAN tunnel (`NFTA_TUNNEL_KEY_ERSPAN_*`). */
export const tunnelErspanAttributes = attributes("tunnel-key-erspan-attrs", "NFTA_TUNNEL_KEY_ERSPAN_", {
  /** Version: 1 or 2. */
  version: [1, be32],
  /** Version 1: index of the port. */
  v1Index: [2, be32],
  /** Version 2: id of the hardware. */
  v2Hwid: [3, u8],
  /** Version 2: direction. */
  v2Dir: [4, u8],
});
/** Options of an ERSPAN tunnel. */
export interface TunnelErspan extends Infer<typeof tunnelErspanAttributes> {}

/** An option of a GENEVE tunnel (`NFTA_TUNNEL_KEY_GENEVE_*`). */
export const tunnelGeneveAttributes = attributes("tunnel-key-geneve-attrs", "NFTA_TUNNEL_KEY_GENEVE_", {
  /** Class. */
  class: [1, be16],
  /** Type. */
  type: [2, u8],
  /** Data, a multiple of 4 bytes. */
  data: [3, binary],
});
/** An option of a GENEVE tunnel. */
export interface TunnelGeneve extends Infer<typeof tunnelGeneveAttributes> {}

/** Options of a tunnel, of one kind (`NFTA_TUNNEL_KEY_OPTS_*`). */
export const tunnelOptsAttributes = attributes("tunnel-key-opts-attrs", "NFTA_TUNNEL_KEY_OPTS_", {
  /** VXLAN. */
  vxlan: [1, nest<TunnelVxlan>(tunnelVxlanAttributes)],
  /** ERSPAN. */
  erspan: [2, nest<TunnelErspan>(tunnelErspanAttributes)],
  /** GENEVE; since 5.7. */
  geneve: [3, repeated(nest<TunnelGeneve>(tunnelGeneveAttributes))],
});
/** Options of a tunnel, of one kind. */
export interface TunnelOpts extends Infer<typeof tunnelOptsAttributes> {}

/** Attributes of tunnel metadata (`NFTA_TUNNEL_KEY_*`). */
export const tunnelKeyAttributes = attributes("tunnel-key-attrs", "NFTA_TUNNEL_KEY_", {
  /** Id of the tunnel. */
  id: [1, be32],
  /** IPv4 ends. */
  ip: [2, nest<TunnelIp>(tunnelIpAttributes)],
  /** IPv6 ends. */
  ip6: [3, nest<TunnelIp6>(tunnelIp6Attributes)],
  /** Flags. */
  flags: [4, tunnelFlags],
  /** Type of service. */
  tos: [5, u8],
  /** Time to live. */
  ttl: [6, u8],
  /** Source port. */
  sport: [7, be16],
  /** Destination port. */
  dport: [8, be16],
  /** Options. */
  opts: [9, nest<TunnelOpts>(tunnelOptsAttributes)],
});
/** Metadata by which a tunnel device sends packets that a rule assigns it to. */
export interface TunnelKey extends Infer<typeof tunnelKeyAttributes> {}
