import { attributes, be32, type Infer, ifindex, ipv6, u32 } from "@rxnetlink/core/schema";

/** Settings of a virtual tunnel interface over IPv6, for IPsec (`IFLA_VTI_*`). */
export const vti6Attributes = attributes("linkinfo-vti6-attrs", "IFLA_VTI_", {
  /** Index of the underlying link, by which packets leave. */
  link: [1, ifindex(u32, "linkNetnsid")],
  /** Mark of the policies for incoming packets. */
  ikey: [2, be32],
  /** Mark of the policies for outgoing packets. */
  okey: [3, be32],
  /** Local address. */
  local: [4, ipv6],
  /** Remote address; `::` is any. */
  remote: [5, ipv6],
  /** Firewall mark for routing outer packets; 0 is none. */
  fwmark: [6, u32],
});
/** Settings of a `vti6` link. */
export interface Vti6 extends Infer<typeof vti6Attributes> {}
