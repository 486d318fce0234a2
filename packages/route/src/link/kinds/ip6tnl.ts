import { attributes, be16, be32, flag, type Infer, ifindex, ipv6, u8, u32 } from "@rxnetlink/core/schema";
import { ip6tnlFlags, tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of a tunnel over IPv6 (`IFLA_IPTUN_*`). */
export const ip6tnlAttributes = attributes("linkinfo-ip6tnl-attrs", "IFLA_IPTUN_", {
  /** Index of the underlying link, by which packets leave. */
  link: [1, ifindex(u32, "linkNetnsid")],
  /** Local address. */
  local: [2, ipv6],
  /** Remote address; `::` is any. */
  remote: [3, ipv6],
  /** Hop limit of the outer header; 0 inherits that of the inner packet. */
  ttl: [4, u8],
  /** Maximum number of further encapsulations; ignored when `flags` has `ignEncapLimit`. */
  encapLimit: [6, u8],
  /** Traffic class (8 bits) and flow label (20 bits) of the outer header. */
  flowinfo: [7, be32],
  /** Flags, such as members inherited from the inner packet; {@link ip6tnlFlags} lists the names. */
  flags: [8, ip6tnlFlags],
  /** Protocol of the inner packets: 4 IPv4, 41 IPv6, 0 any. */
  proto: [9, u8],
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
/** Settings of an `ip6tnl` link. */
export interface Ip6tnl extends Infer<typeof ip6tnlAttributes> {}
