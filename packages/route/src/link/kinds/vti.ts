import { attributes, be32, type Infer, ipv4, u32 } from "@rxnetlink/core";

/** Settings of a virtual tunnel interface over IPv4, for IPsec (`IFLA_VTI_*`). */
export const vtiAttributes = attributes("linkinfo-vti-attrs", "IFLA_VTI_", {
  /** Index of the link that packets leave by. */
  link: [1, u32],
  /** Mark of the policies for packets that come in. */
  ikey: [2, be32],
  /** Mark of the policies for packets that go out. */
  okey: [3, be32],
  /** Source address. */
  local: [4, ipv4],
  /** Address of the other end; `0.0.0.0` is any. */
  remote: [5, ipv4],
  /** Mark for the route of outer packets; 0 is none. */
  fwmark: [6, u32],
});
/** Settings of a `vti` link. */
export interface Vti extends Infer<typeof vtiAttributes> {}
