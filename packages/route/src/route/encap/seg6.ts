import {
  attributes,
  enumeration,
  type Infer,
  ipv6,
  nest,
  required,
  s32,
  struct,
} from "@rxnetlink/core/schema";
import { type SegmentRoutingHeader, segmentRoutingHeader } from "./segment-routing-header.js";

/** Placement of the segment routing header (`SEG6_IPTUN_MODE_*`). */
export const seg6Mode = enumeration("SEG6_IPTUN_MODE_", s32, {
  /** Inserted into the packet. */
  inline: 0,
  /** In a new outer IPv6 header. */
  encap: 1,
  /** In a new outer IPv6 header around the Ethernet frame. */
  l2encap: 2,
  /** Like `encap`, without the first segment; since 6.0. */
  encapRed: 3,
  /** Like `l2encap`, without the first segment; since 6.0. */
  l2encapRed: 4,
});

/** Segment routing header and its placement (`struct seg6_iptunnel_encap`). */
export const seg6IptunnelEncap = struct("seg6_iptunnel_encap", {
  /** Placement. */
  mode: required(seg6Mode),
  /** Segment routing header. */
  srh: nest<SegmentRoutingHeader>(segmentRoutingHeader),
});
/** Segment routing header and its placement. */
export interface Seg6IptunnelEncap extends Infer<typeof seg6IptunnelEncap> {}

/** Segment routing over IPv6 (`SEG6_IPTUNNEL_*`). */
export const seg6EncapAttributes = attributes("seg6-iptunnel-attrs", "SEG6_IPTUNNEL_", {
  /** Segment routing header and its placement. */
  srh: [1, nest<Seg6IptunnelEncap>(seg6IptunnelEncap)],
  /** Source address of the outer header; since 6.19. */
  src: [2, ipv6],
});
/** Segment routing over IPv6. */
export interface Seg6Encap extends Infer<typeof seg6EncapAttributes> {}
