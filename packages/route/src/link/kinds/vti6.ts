import { attributes, be32, type Infer, ipv6, u32 } from "@rxnetlink/core";

/** Settings of a virtual tunnel interface over IPv6, for IPsec (`IFLA_VTI_*`). */
export const vti6Attributes = attributes("linkinfo-vti6-attrs", "IFLA_VTI_", {
  /** Index of the link that packets leave by. */
  link: [1, u32],
  /** Mark of the policies for packets that come in. */
  ikey: [2, be32],
  /** Mark of the policies for packets that go out. */
  okey: [3, be32],
  /** Source address. */
  local: [4, ipv6],
  /** Address of the other end; `::` is any. */
  remote: [5, ipv6],
  /** Mark for the route of outer packets; 0 is none. */
  fwmark: [6, u32],
});
/** Settings of a `vti6` link. */
export interface Vti6 extends Infer<typeof vti6Attributes> {}
