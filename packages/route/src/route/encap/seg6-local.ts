import {
  attributes,
  enumeration,
  type Infer,
  ipv4,
  ipv6,
  nest,
  padding,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core";
import { type SegmentRoutingHeader, segmentRoutingHeader } from "./segment-routing-header.js";

/** What this host does as the segment of a route (`SEG6_LOCAL_ACTION_*`, RFC 8986). */
export const seg6LocalAction = enumeration("SEG6_LOCAL_ACTION_", u32, {
  unspec: 0,
  end: 1,
  endX: 2,
  endT: 3,
  endDx2: 4,
  endDx6: 5,
  endDx4: 6,
  endDt6: 7,
  endDt4: 8,
  endB6: 9,
  endB6Encap: 10,
  endBm: 11,
  endS: 12,
  endAs: 13,
  endAm: 14,
  endBpf: 15,
  endDt46: 16,
});

/** The program of `End.BPF` (`SEG6_LOCAL_BPF_*`). */
export const seg6LocalBpfAttributes = attributes("seg6-local-bpf-attrs", "SEG6_LOCAL_BPF_", {
  /** Descriptor of the program in requests, its id in answers. */
  prog: [1, u32],
  /** Its name. */
  progName: [2, string],
});
/** The program of `End.BPF`. */
export interface Seg6LocalBpf extends Infer<typeof seg6LocalBpfAttributes> {}

/** What a segment has done (`SEG6_LOCAL_CNT_*`); in requests any value switches counting on. */
export const seg6LocalCounterAttributes = attributes("seg6-local-counter-attrs", "SEG6_LOCAL_CNT_", {
  /** Alignment. */
  pad: [1, padding],
  /** Packets processed. */
  packets: [2, u64],
  /** Bytes processed. */
  bytes: [3, u64],
  /** Packets that could not be processed. */
  errors: [4, u64],
});
/** What a segment has done. */
export interface Seg6LocalCounters extends Infer<typeof seg6LocalCounterAttributes> {}

/** Variants of an action (`SEG6_LOCAL_FLV_*`); since 6.1. */
export const seg6LocalFlavorAttributes = attributes("seg6-local-flavor-attrs", "SEG6_LOCAL_FLV_", {
  /** Which, a bit `1 << SEG6_LOCAL_FLV_OP_*` for each. */
  operation: [1, u32],
  /** Length of the locator block, in bits. */
  lcblockBits: [2, u8],
  /** Length of locator node and function, in bits. */
  lcnodeFnBits: [3, u8],
});
/** Variants of an action. */
export interface Seg6LocalFlavors extends Infer<typeof seg6LocalFlavorAttributes> {}

/** What this host does as a segment (`SEG6_LOCAL_*`). */
export const seg6LocalEncapAttributes = attributes("seg6-local-attrs", "SEG6_LOCAL_", {
  /** The action: `"endDt6"`. */
  action: [1, seg6LocalAction],
  /** Header that the action puts on. */
  srh: [2, nest<SegmentRoutingHeader>(segmentRoutingHeader)],
  /** Table in which it looks the next destination up. */
  table: [3, u32],
  /** IPv4 next hop. */
  nh4: [4, ipv4],
  /** IPv6 next hop. */
  nh6: [5, ipv6],
  /** Index of the link that packets seem to come in by. */
  iif: [6, u32],
  /** Index of the link that packets leave by. */
  oif: [7, u32],
  /** The program. */
  bpf: [8, nest<Seg6LocalBpf>(seg6LocalBpfAttributes)],
  /** Table of the VRF in which it looks the next destination up; since 5.11. */
  vrftable: [9, u32],
  /** What it has done; since 5.13. */
  counters: [10, nest<Seg6LocalCounters>(seg6LocalCounterAttributes)],
  /** Variants of the action; since 6.1. */
  flavors: [11, nest<Seg6LocalFlavors>(seg6LocalFlavorAttributes)],
});
/** What this host does as a segment. */
export interface Seg6LocalEncap extends Infer<typeof seg6LocalEncapAttributes> {}
