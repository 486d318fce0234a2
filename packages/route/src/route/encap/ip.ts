import { attributes, be64, type Infer, ipv4, nest, padding, u8 } from "@rxnetlink/core/schema";
import { type EncapOptions, encapFlags, encapOptionsAttributes } from "./tunnel-options.js";

/** Tunnel metadata of a route, for tunnel links that take it from outside, over IPv4 (`LWTUNNEL_IP_*`). */
export const ipEncapAttributes = attributes("lwtunnel-ip-attrs", "LWTUNNEL_IP_", {
  /** Tunnel key, such as a VNI or GRE key. */
  id: [1, be64],
  /** Remote address. */
  dst: [2, ipv4],
  /** Local address. */
  src: [3, ipv4],
  /** Time to live. */
  ttl: [4, u8],
  /** Type of service. */
  tos: [5, u8],
  /** Flags of the header; {@link encapFlags} lists their names. */
  flags: [6, encapFlags],
  /** Alignment. */
  pad: [7, padding],
  /** Options of the tunnel protocol; since 5.5. */
  opts: [8, nest<EncapOptions>(encapOptionsAttributes)],
});
/** Tunnel metadata of a route over IPv4. */
export interface IpEncap extends Infer<typeof ipEncapAttributes> {}
