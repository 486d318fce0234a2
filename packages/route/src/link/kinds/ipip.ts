import { attributes, be16, flag, type Infer, ipv4, u8, u32 } from "@rxnetlink/core";
import { tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of a tunnel of IPv4, and MPLS, in IPv4 (`IFLA_IPTUN_*`). */
export const ipipAttributes = attributes("linkinfo-iptun-attrs", "IFLA_IPTUN_", {
  /** Index of the link that packets leave by. */
  link: [1, u32],
  /** Source address. */
  local: [2, ipv4],
  /** Address of the other end; 0.0.0.0 is any. */
  remote: [3, ipv4],
  /** Time to live of the outer header; 0 is that of the inner packet. */
  ttl: [4, u8],
  /** Type of service of the outer header; 1 inherits it. */
  tos: [5, u8],
  /** Protocol inside: 4 IPv4, 137 MPLS, 0 any. */
  proto: [9, u8],
  /** Whether the path MTU is discovered, 0 or 1. */
  pmtudisc: [10, u8],
  /** What it is wrapped in once more. */
  encapType: [15, tunnelEncapType],
  /** How that is done; {@link tunnelEncapFlags} has the names. */
  encapFlags: [16, tunnelEncapFlags],
  /** Its UDP source port; 0 chooses by the packet. */
  encapSport: [17, be16],
  /** Its UDP destination port. */
  encapDport: [18, be16],
  /** Tunnel metadata come from outside (`external`). */
  collectMetadata: [19, flag],
  /** Mark for the route of outer packets; 0 is none. */
  fwmark: [20, u32],
});
/** Settings of an `ipip` link. */
export interface Ipip extends Infer<typeof ipipAttributes> {}

type All = typeof ipipAttributes.set;
/** The attributes of `ipip` that `sit` has too. */
export type IptunSet = { -readonly [K in keyof All as Exclude<K, "collectMetadata" | "proto">]: All[K] };
const { collectMetadata: _ignoredBySit, proto: _othersOfSit, ...shared } = ipipAttributes.set;
/** The attributes of `ipip` that `sit` has too. */
export const iptunSet: IptunSet = shared;
