import { attributes, be16, flag, type Infer, ifindex, ipv4, u8, u32 } from "@rxnetlink/core/schema";
import { tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of a tunnel of IPv4, or MPLS, over IPv4 (`IFLA_IPTUN_*`). */
export const ipipAttributes = attributes("linkinfo-iptun-attrs", "IFLA_IPTUN_", {
  /** Index of the underlying link, by which packets leave. */
  link: [1, ifindex(u32, "linkNetnsid")],
  /** Local address. */
  local: [2, ipv4],
  /** Remote address; 0.0.0.0 is any. */
  remote: [3, ipv4],
  /** Time to live of the outer header; 0 inherits that of the inner packet. */
  ttl: [4, u8],
  /** Type of service of the outer header; 1 inherits that of the inner packet. */
  tos: [5, u8],
  /** Protocol of the inner packets: 4 IPv4, 137 MPLS, 0 any. */
  proto: [9, u8],
  /** Enables path MTU discovery, 0 or 1. */
  pmtudisc: [10, u8],
  /** Secondary encapsulation. */
  encapType: [15, tunnelEncapType],
  /** Flags of the secondary encapsulation; {@link tunnelEncapFlags} lists the names. */
  encapFlags: [16, tunnelEncapFlags],
  /** UDP source port of the secondary encapsulation; 0 chooses it by flow. */
  encapSport: [17, be16],
  /** UDP destination port of the secondary encapsulation. */
  encapDport: [18, be16],
  /** Set when the tunnel metadata is set externally (`external`). */
  collectMetadata: [19, flag],
  /** Firewall mark for routing outer packets; 0 is none. */
  fwmark: [20, u32],
});
/** Settings of an `ipip` link. */
export interface Ipip extends Infer<typeof ipipAttributes> {}

type All = typeof ipipAttributes.set;
/** Attributes of `ipip`, shared with `sit`. */
export type IptunSet = { -readonly [K in keyof All as Exclude<K, "collectMetadata" | "proto">]: All[K] };
const { collectMetadata: _ignoredBySit, proto: _othersOfSit, ...shared } = ipipAttributes.set;
/** Attributes of `ipip`, shared with `sit`. */
export const iptunSet: IptunSet = shared;
