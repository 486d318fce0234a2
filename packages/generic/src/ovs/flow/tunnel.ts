import {
  attributes,
  be16,
  be64,
  binary,
  flag,
  type Infer,
  ipv4,
  ipv6,
  nest,
  padding,
  u8,
  u32,
} from "@rxnetlink/core/schema";

/** Options of VXLAN in keys (`OVS_VXLAN_EXT_*`). */
const ovsVxlanOptions = attributes("vxlan-ext-attrs", "OVS_VXLAN_EXT_", {
  /** Group based policy. */
  gbp: [1, u32],
});
/** Options of VXLAN in keys. */
export interface OvsVxlanOptions extends Infer<typeof ovsVxlanOptions> {}

/** Attributes of the tunnel of a packet (`OVS_TUNNEL_KEY_ATTR_*`). */
export const ovsTunnelKeyAttributes = attributes("tunnel-key-attrs", "OVS_TUNNEL_KEY_ATTR_", {
  /** Id of the tunnel. */
  id: [0, be64],
  /** Source. */
  ipv4Src: [1, ipv4],
  /** Destination. */
  ipv4Dst: [2, ipv4],
  /** Type of service. */
  tos: [3, u8],
  /** Time to live. */
  ttl: [4, u8],
  /** Set if packets must not be fragmented. */
  dontFragment: [5, flag],
  /** Set if packets have a checksum. */
  csum: [6, flag],
  /** Set for packets of management. */
  oam: [7, flag],
  /** Options of Geneve, as in a packet. */
  geneveOpts: [8, binary],
  /** Source port. */
  tpSrc: [9, be16],
  /** Destination port. */
  tpDst: [10, be16],
  /** Options of VXLAN. */
  vxlanOpts: [11, nest<OvsVxlanOptions>(ovsVxlanOptions)],
  /** IPv6 source. */
  ipv6Src: [12, ipv6],
  /** IPv6 destination. */
  ipv6Dst: [13, ipv6],
  pad: [14, padding],
  /** Options of ERSPAN (`struct erspan_metadata`). */
  erspanOpts: [15, binary],
  /** Set if a bridge hands over packets with their tunnel; since 5.1. */
  ipv4InfoBridge: [16, flag],
});
/** The tunnel that a packet came from, or is to be sent by. */
export interface OvsTunnelKey extends Infer<typeof ovsTunnelKeyAttributes> {}
