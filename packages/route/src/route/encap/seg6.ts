import { attributes, enumeration, type Infer, ipv6, nest, required, s32, struct } from "@rxnetlink/core";
import { type SegmentRoutingHeader, segmentRoutingHeader } from "./segment-routing-header.js";

/** Where the segment routing header is put (`SEG6_IPTUN_MODE_*`). */
export const seg6Mode = enumeration("SEG6_IPTUN_MODE_", s32, {
  /** Into the packet. */
  inline: 0,
  /** Around the packet, in a header of its own. */
  encap: 1,
  /** Around the Ethernet frame. */
  l2encap: 2,
  /** As `encap`, without the first segment; since 6.0. */
  encapRed: 3,
  /** As `l2encap`, without the first segment; since 6.0. */
  l2encapRed: 4,
});

/** Where a segment routing header is put, and the header (`struct seg6_iptunnel_encap`). */
export const seg6IptunnelEncap = struct("seg6_iptunnel_encap", {
  /** Where it is put. */
  mode: required(seg6Mode),
  /** The header. */
  srh: nest<SegmentRoutingHeader>(segmentRoutingHeader),
});
/** Where a segment routing header is put, and the header. */
export interface Seg6IptunnelEncap extends Infer<typeof seg6IptunnelEncap> {}

/** Segment routing over IPv6 (`SEG6_IPTUNNEL_*`). */
export const seg6EncapAttributes = attributes("seg6-iptunnel-attrs", "SEG6_IPTUNNEL_", {
  /** The header and where it is put. */
  srh: [1, nest<Seg6IptunnelEncap>(seg6IptunnelEncap)],
  /** Source address of the outer header; since 6.19. */
  src: [2, ipv6],
});
/** Segment routing over IPv6. */
export interface Seg6Encap extends Infer<typeof seg6EncapAttributes> {}
