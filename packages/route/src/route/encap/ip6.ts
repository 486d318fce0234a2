import { attributes, be64, type Infer, ipv6, nest, padding, u8 } from "@rxnetlink/core";
import { type EncapOptions, encapFlags, encapOptionsAttributes } from "./tunnel-options.js";

/** Where a tunnel device that takes its orders from routes sends a packet, over IPv6 (`LWTUNNEL_IP6_*`). */
export const ip6EncapAttributes = attributes("lwtunnel-ip6-attrs", "LWTUNNEL_IP6_", {
  /** Key: a VNI, a GRE key. */
  id: [1, be64],
  /** The other end. */
  dst: [2, ipv6],
  /** This end. */
  src: [3, ipv6],
  /** Hop limit. */
  hoplimit: [4, u8],
  /** Traffic class. */
  tc: [5, u8],
  /** What the header holds; {@link encapFlags} has their names. */
  flags: [6, encapFlags],
  /** Alignment. */
  pad: [7, padding],
  /** Options of the carrying protocol; since 5.5. */
  opts: [8, nest<EncapOptions>(encapOptionsAttributes)],
});
/** Where a tunnel device sends a packet, over IPv6. */
export interface Ip6Encap extends Infer<typeof ip6EncapAttributes> {}
