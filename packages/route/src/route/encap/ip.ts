import { attributes, be64, type Infer, ipv4, nest, padding, u8 } from "@rxnetlink/core";
import { type EncapOptions, encapFlags, encapOptionsAttributes } from "./tunnel-options.js";

/** Where a tunnel device that takes its orders from routes sends a packet, over IPv4 (`LWTUNNEL_IP_*`). */
export const ipEncapAttributes = attributes("lwtunnel-ip-attrs", "LWTUNNEL_IP_", {
  /** Key: a VNI, a GRE key. */
  id: [1, be64],
  /** The other end. */
  dst: [2, ipv4],
  /** This end. */
  src: [3, ipv4],
  /** Time to live. */
  ttl: [4, u8],
  /** Type of service. */
  tos: [5, u8],
  /** What the header holds; {@link encapFlags} has their names. */
  flags: [6, encapFlags],
  /** Alignment. */
  pad: [7, padding],
  /** Options of the carrying protocol; since 5.5. */
  opts: [8, nest<EncapOptions>(encapOptionsAttributes)],
});
/** Where a tunnel device sends a packet, over IPv4. */
export interface IpEncap extends Infer<typeof ipEncapAttributes> {}
