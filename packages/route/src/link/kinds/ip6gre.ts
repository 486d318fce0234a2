import {
  attributes,
  be16,
  be32,
  flag,
  type Infer,
  ifindex,
  ipv6,
  readOnly,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { greFlags, ip6tnlFlags, tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of GRE tunnels over IPv6: `ip6gre`, `ip6gretap` (`IFLA_GRE_*`). */
export const ip6greAttributes = attributes("linkinfo-gre6-attrs", "IFLA_GRE_", {
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
  local: [6, ipv6],
  /** Remote address; `::` is any. */
  remote: [7, ipv6],
  /** Hop limit of the outer header; 0 inherits that of the inner packet. */
  ttl: [8, u8],
  /** Maximum number of further encapsulations; ignored when `flags` has `ignEncapLimit`. */
  encapLimit: [11, u8],
  /** Traffic class (8 bits) and flow label (20 bits) of the outer header. */
  flowinfo: [12, be32],
  /** Flags, such as members inherited from the inner packet; {@link ip6tnlFlags} lists the names. */
  flags: [13, ip6tnlFlags],
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
  /** Firewall mark for routing outer packets; 0 is none. */
  fwmark: [20, u32],
  /** ERSPAN member, which the kernel reports although this is no ERSPAN tunnel; read-only. */
  erspanIndex: [21, readOnly(u32)],
  /** ERSPAN member, likewise; read-only. */
  erspanVer: [22, readOnly(u8)],
  /** ERSPAN member, likewise; read-only. */
  erspanDir: [23, readOnly(u8)],
  /** ERSPAN member, likewise; read-only. */
  erspanHwid: [24, readOnly(u16)],
});
/** Settings of an `ip6gre` or `ip6gretap` link. */
export interface Ip6gre extends Infer<typeof ip6greAttributes> {}

/** Attributes of GRE over IPv6, shared with other kinds. */
export type Ip6greSet = {
  -readonly [K in keyof typeof ip6greAttributes.set]: (typeof ip6greAttributes.set)[K];
};
/** Attributes of GRE over IPv6, shared with other kinds. */
export const ip6greSet: Ip6greSet = ip6greAttributes.set;
