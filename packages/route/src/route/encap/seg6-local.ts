import {
  attributes,
  enumeration,
  type Infer,
  ifindex,
  ipv4,
  ipv6,
  nest,
  padding,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type SegmentRoutingHeader, segmentRoutingHeader } from "./segment-routing-header.js";

/** Behaviour of this host at the end of a segment (`SEG6_LOCAL_ACTION_*`, RFC 8986). */
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

/** BPF program of `End.BPF` (`SEG6_LOCAL_BPF_*`). */
export const seg6LocalBpfAttributes = attributes("seg6-local-bpf-attrs", "SEG6_LOCAL_BPF_", {
  /** File descriptor of the program in requests, its id in replies. */
  prog: [1, u32],
  /** Name of the program. */
  progName: [2, string],
});
/** BPF program of `End.BPF`. */
export interface Seg6LocalBpf extends Infer<typeof seg6LocalBpfAttributes> {}

/** Counters of a segment (`SEG6_LOCAL_CNT_*`); any value in a request enables counting. */
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
/** Counters of a segment. */
export interface Seg6LocalCounters extends Infer<typeof seg6LocalCounterAttributes> {}

/** Flavors of a behaviour (`SEG6_LOCAL_FLV_*`); since 6.1. */
export const seg6LocalFlavorAttributes = attributes("seg6-local-flavor-attrs", "SEG6_LOCAL_FLV_", {
  /** Enabled flavors, a bit `1 << SEG6_LOCAL_FLV_OP_*` for each. */
  operation: [1, u32],
  /** Length of the locator block, in bits. */
  lcblockBits: [2, u8],
  /** Length of locator node and function, in bits. */
  lcnodeFnBits: [3, u8],
});
/** Variants of an action. */
export interface Seg6LocalFlavors extends Infer<typeof seg6LocalFlavorAttributes> {}

/** Segment routing: behaviour of this host at the end of a segment (`SEG6_LOCAL_*`). */
export const seg6LocalEncapAttributes = attributes("seg6-local-attrs", "SEG6_LOCAL_", {
  /** Behaviour, such as `"endDt6"`. */
  action: [1, seg6LocalAction],
  /** Header that the behaviour adds. */
  srh: [2, nest<SegmentRoutingHeader>(segmentRoutingHeader)],
  /** Routing table for the lookup of the next destination. */
  table: [3, u32],
  /** IPv4 address of the nexthop. */
  nh4: [4, ipv4],
  /** IPv6 address of the nexthop. */
  nh6: [5, ipv6],
  /** Index of the link by which packets appear to come in. */
  iif: [6, ifindex(u32)],
  /** Index of the link by which packets leave. */
  oif: [7, ifindex(u32)],
  /** BPF program of `End.BPF`. */
  bpf: [8, nest<Seg6LocalBpf>(seg6LocalBpfAttributes)],
  /** Routing table of the VRF for the lookup of the next destination; since 5.11. */
  vrftable: [9, u32],
  /** Counters; since 5.13. */
  counters: [10, nest<Seg6LocalCounters>(seg6LocalCounterAttributes)],
  /** Flavors of the behaviour; since 6.1. */
  flavors: [11, nest<Seg6LocalFlavors>(seg6LocalFlavorAttributes)],
});
/** Segment routing: behaviour of this host at the end of a segment. */
export interface Seg6LocalEncap extends Infer<typeof seg6LocalEncapAttributes> {}
