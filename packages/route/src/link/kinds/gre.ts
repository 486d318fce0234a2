import { attributes, be16, be32, flag, type Infer, ifindex, ipv4, u8, u32 } from "@rxnetlink/core/schema";
import { greFlags, tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of GRE tunnels: `gre`, `gretap` (`IFLA_GRE_*`). */
export const greAttributes = attributes("linkinfo-gre-attrs", "IFLA_GRE_", {
  /** Index of the underlying link, by which packets leave. */
  link: [1, ifindex(u32, "linkNetnsid")],
  /** Header fields required of incoming packets; {@link greFlags} lists the names. */
  iflags: [2, greFlags],
  /** Header fields of outgoing packets. */
  oflags: [3, greFlags],
  /** Key of incoming packets, used when `iflags` has `key`. */
  ikey: [4, be32],
  /** Key of outgoing packets, used when `oflags` has `key`. */
  okey: [5, be32],
  /** Local address. */
  local: [6, ipv4],
  /** Remote address; 0.0.0.0 is any. */
  remote: [7, ipv4],
  /** Time to live of the outer header; 0 inherits that of the inner packet. */
  ttl: [8, u8],
  /** Type of service of the outer header; 1 inherits that of the inner packet. */
  tos: [9, u8],
  /** Enables path MTU discovery, 0 or 1. */
  pmtudisc: [10, u8],
  /** Secondary encapsulation. */
  encapType: [14, tunnelEncapType],
  /** Flags of the secondary encapsulation; {@link tunnelEncapFlags} lists the names. */
  encapFlags: [15, tunnelEncapFlags],
  /** UDP source port of the secondary encapsulation; 0 chooses it by flow. */
  encapSport: [16, be16],
  /** UDP destination port of the secondary encapsulation. */
  encapDport: [17, be16],
  /** Set when the tunnel metadata is set externally (`external`). */
  collectMetadata: [18, flag],
  /** Ignores the don't-fragment bit of the inner packet, 0 or 1. */
  ignoreDf: [19, u8],
  /** Firewall mark for routing outer packets; 0 is none. */
  fwmark: [20, u32],
});
/** Settings of a `gre` or `gretap` link. */
export interface Gre extends Infer<typeof greAttributes> {}

/** Attributes of GRE, shared with other kinds. */
export type GreSet = { -readonly [K in keyof typeof greAttributes.set]: (typeof greAttributes.set)[K] };
/** Attributes of GRE, shared with other kinds. */
export const greSet: GreSet = greAttributes.set;
