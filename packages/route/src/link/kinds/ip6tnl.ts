import { attributes, be16, be32, flag, type Infer, ipv6, u8, u32 } from "@rxnetlink/core";
import { ip6tnlFlags, tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of a tunnel over IPv6 (`IFLA_IPTUN_*`). */
export const ip6tnlAttributes = attributes("linkinfo-ip6tnl-attrs", "IFLA_IPTUN_", {
  /** Index of the link that packets leave by. */
  link: [1, u32],
  /** Source address. */
  local: [2, ipv6],
  /** Address of the other end; `::` is any. */
  remote: [3, ipv6],
  /** Hop limit of the outer header; 0 is that of the inner packet. */
  ttl: [4, u8],
  /** How many more tunnels packets may go through; counts unless `flags` has `ignEncapLimit`. */
  encapLimit: [6, u8],
  /** Traffic class (8 bits) and flow label (20 bits) of the outer header. */
  flowinfo: [7, be32],
  /** What is taken from the inner packet; {@link ip6tnlFlags} has the names. */
  flags: [8, ip6tnlFlags],
  /** Protocol inside: 4 IPv4, 41 IPv6, 0 any. */
  proto: [9, u8],
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
/** Settings of an `ip6tnl` link. */
export interface Ip6tnl extends Infer<typeof ip6tnlAttributes> {}
