import { attributes, be64, type Infer, ipv6, nest, padding, u8 } from "@rxnetlink/core/schema";
import { type EncapOptions, encapFlags, encapOptionsAttributes } from "./tunnel-options.js";

/** Tunnel metadata of a route, for tunnel links that take it from outside, over IPv6 (`LWTUNNEL_IP6_*`). */
export const ip6EncapAttributes = attributes("lwtunnel-ip6-attrs", "LWTUNNEL_IP6_", {
  /** Tunnel key, such as a VNI or GRE key. */
  id: [1, be64],
  /** Remote address. */
  dst: [2, ipv6],
  /** Local address. */
  src: [3, ipv6],
  /** Hop limit. */
  hoplimit: [4, u8],
  /** Traffic class. */
  tc: [5, u8],
  /** Flags of the header; {@link encapFlags} lists their names. */
  flags: [6, encapFlags],
  /** Alignment. */
  pad: [7, padding],
  /** Options of the tunnel protocol; since 5.5. */
  opts: [8, nest<EncapOptions>(encapOptionsAttributes)],
});
/** Tunnel metadata of a route over IPv6. */
export interface Ip6Encap extends Infer<typeof ip6EncapAttributes> {}
