import { attributes, be16, type Infer, ipv4, ipv6, nest, recurring, u8 } from "@rxnetlink/core/schema";
import { ipproto } from "../../common/ipproto.js";
import { eitherWidth } from "./either-width.js";

// The tuples of both directions have the same addresses, unless one is translated.
const v4 = recurring(ipv4);
const v6 = recurring(ipv6);

/** Addresses of a tuple on the wire (`CTA_IP_*`). */
export const tupleIpAttributes = attributes("tuple-ip-attrs", "CTA_IP_", {
  /** Source address, IPv4. */
  v4Src: [1, v4],
  /** Destination address, IPv4. */
  v4Dst: [2, v4],
  /** Source address, IPv6. */
  v6Src: [3, v6],
  /** Destination address, IPv6. */
  v6Dst: [4, v6],
});

/** Addresses of a tuple, IPv4 or IPv6. */
export const tupleIp = eitherWidth(tupleIpAttributes, {
  /** Source address. */
  src: ["v4Src", "v6Src"],
  /** Destination address. */
  dst: ["v4Dst", "v6Dst"],
});
/** Addresses of a tuple, IPv4 or IPv6. */
export interface TupleIp extends Infer<typeof tupleIp> {
  /** Source address. */
  src?: string;
  /** Destination address. */
  dst?: string;
}

/** Transport protocol of a tuple (`CTA_PROTO_*`). */
export const tupleProtoAttributes = attributes("tuple-proto-attrs", "CTA_PROTO_", {
  /** Protocol. */
  num: [1, ipproto],
  /** Source port of TCP, UDP, SCTP and DCCP; key of GRE. */
  srcPort: [2, be16],
  /** Destination port of TCP, UDP, SCTP and DCCP; key of GRE. */
  dstPort: [3, be16],
  /** Id of ICMP. */
  icmpId: [4, be16],
  /** Type of ICMP: 8 is an echo request. */
  icmpType: [5, u8],
  /** Code of ICMP. */
  icmpCode: [6, u8],
  /** Id of ICMPv6. */
  icmpv6Id: [7, be16],
  /** Type of ICMPv6: 128 is an echo request. */
  icmpv6Type: [8, u8],
  /** Code of ICMPv6. */
  icmpv6Code: [9, u8],
});
/** Transport protocol of a tuple, with its ports or what it has in their place. */
export interface TupleProto extends Infer<typeof tupleProtoAttributes> {}

/** Tuple (`CTA_TUPLE_*`). */
export const tupleAttributes = attributes("tuple-attrs", "CTA_TUPLE_", {
  /** Addresses. */
  ip: [1, nest<TupleIp>(tupleIp)],
  /** Transport protocol, with its ports. */
  proto: [2, nest<TupleProto>(tupleProtoAttributes)],
  /** Zone, if that of this direction only is set. */
  zone: [3, be16],
});
/** Packets of one direction of a connection: addresses, transport protocol and ports. */
export interface Tuple extends Infer<typeof tupleAttributes> {}
