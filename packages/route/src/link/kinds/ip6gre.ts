import { attributes, be16, be32, flag, type Infer, ipv6, readOnly, u8, u16, u32 } from "@rxnetlink/core";
import { greFlags, ip6tnlFlags, tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of GRE tunnels over IPv6: `ip6gre`, `ip6gretap` (`IFLA_GRE_*`). */
export const ip6greAttributes = attributes("linkinfo-gre6-attrs", "IFLA_GRE_", {
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
  local: [6, ipv6],
  /** Address of the other end; `::` is any. */
  remote: [7, ipv6],
  /** Hop limit of the outer header; 0 is that of the inner packet. */
  ttl: [8, u8],
  /** How many more tunnels packets may go through; counts unless `flags` has `ignEncapLimit`. */
  encapLimit: [11, u8],
  /** Traffic class (8 bits) and flow label (20 bits) of the outer header. */
  flowinfo: [12, be32],
  /** What is taken from the inner packet; {@link ip6tnlFlags} has the names. */
  flags: [13, ip6tnlFlags],
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
  /** Mark for the route of outer packets; 0 is none. */
  fwmark: [20, u32],
  /** Of ERSPAN, which it is not: the kernel reports it all the same. Read-only. */
  erspanIndex: [21, readOnly(u32)],
  /** Of ERSPAN. Read-only. */
  erspanVer: [22, readOnly(u8)],
  /** Of ERSPAN. Read-only. */
  erspanDir: [23, readOnly(u8)],
  /** Of ERSPAN. Read-only. */
  erspanHwid: [24, readOnly(u16)],
});
/** Settings of an `ip6gre` or `ip6gretap` link. */
export interface Ip6gre extends Infer<typeof ip6greAttributes> {}

/** The attributes of GRE over IPv6, which other kinds have too. */
export type Ip6greSet = {
  -readonly [K in keyof typeof ip6greAttributes.set]: (typeof ip6greAttributes.set)[K];
};
/** The attributes of GRE over IPv6, which other kinds have too. */
export const ip6greSet: Ip6greSet = ip6greAttributes.set;
