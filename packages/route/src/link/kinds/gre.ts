import { attributes, be16, be32, flag, type Infer, ipv4, u8, u32 } from "@rxnetlink/core";
import { greFlags, tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of GRE tunnels: `gre`, `gretap` (`IFLA_GRE_*`). */
export const greAttributes = attributes("linkinfo-gre-attrs", "IFLA_GRE_", {
  /** Index of the link that packets leave by. */
  link: [1, u32],
  /** Which fields packets must have that come in; {@link greFlags} has the names. */
  iflags: [2, greFlags],
  /** Which fields packets get that go out. */
  oflags: [3, greFlags],
  /** Key of packets that come in, where `iflags` has `key`. */
  ikey: [4, be32],
  /** Key of packets that go out, where `oflags` has `key`. */
  okey: [5, be32],
  /** Source address. */
  local: [6, ipv4],
  /** Address of the other end; 0.0.0.0 is any. */
  remote: [7, ipv4],
  /** Time to live of the outer header; 0 is that of the inner packet. */
  ttl: [8, u8],
  /** Type of service of the outer header; 1 inherits it. */
  tos: [9, u8],
  /** Whether the path MTU is discovered, 0 or 1. */
  pmtudisc: [10, u8],
  /** What it is wrapped in once more. */
  encapType: [14, tunnelEncapType],
  /** How that is done; {@link tunnelEncapFlags} has the names. */
  encapFlags: [15, tunnelEncapFlags],
  /** Its UDP source port; 0 chooses by the packet. */
  encapSport: [16, be16],
  /** Its UDP destination port. */
  encapDport: [17, be16],
  /** Tunnel metadata come from outside (`external`). */
  collectMetadata: [18, flag],
  /** Whether the inner don't-fragment bit is ignored, 0 or 1. */
  ignoreDf: [19, u8],
  /** Mark for the route of outer packets; 0 is none. */
  fwmark: [20, u32],
});
/** Settings of a `gre` or `gretap` link. */
export interface Gre extends Infer<typeof greAttributes> {}

/** The attributes of GRE, which other kinds have too. */
export type GreSet = { -readonly [K in keyof typeof greAttributes.set]: (typeof greAttributes.set)[K] };
/** The attributes of GRE, which other kinds have too. */
export const greSet: GreSet = greAttributes.set;
