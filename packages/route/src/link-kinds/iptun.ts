import { attributes, be16, be32, flag, type Infer, ip, ipv4, ipv6, u8, u16, u32 } from "@rxnetlink/core";
import { sitFlags, tunnelEncapFlags, tunnelEncapType } from "./tunnel.js";

/** Settings of tunnels over IPv4: `ipip`, `sit` (`IFLA_IPTUN_*`). */
export const iptunAttributes = attributes("linkinfo-iptun-attrs", "IFLA_IPTUN_", {
  /** Index of the link that packets leave by. */
  link: [1, u32],
  /** Source address. */
  local: [2, ip],
  /** Address of the other end; 0.0.0.0 is any. */
  remote: [3, ip],
  /** Time to live of the outer header; 0 is that of the inner packet. */
  ttl: [4, u8],
  /** Type of service of the outer header; 1 inherits it. */
  tos: [5, u8],
  /** Used by `ip6tnl` alone. */
  encapLimit: [6, u8],
  /** Used by `ip6tnl` alone. */
  flowinfo: [7, be32],
  /** What kind of automatic tunnel a `sit` is; {@link sitFlags} has the names. */
  flags: [8, sitFlags],
  /** Protocol inside: 4 IPv4, 41 IPv6, 137 MPLS, 0 any. */
  proto: [9, u8],
  /** Whether the path MTU is discovered, 0 or 1. */
  pmtudisc: [10, u8],
  /** Prefix of 6rd (`sit`). */
  "6rdPrefix": [11, ipv6],
  /** Prefix of the relays of 6rd (`sit`). */
  "6rdRelayPrefix": [12, ipv4],
  /** Length of the prefix of 6rd, in bits. */
  "6rdPrefixlen": [13, u16],
  /** Length of the prefix of the relays, in bits. */
  "6rdRelayPrefixlen": [14, u16],
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
/** Settings of an `ipip` or `sit` link. */
export interface Iptun extends Infer<typeof iptunAttributes> {}
