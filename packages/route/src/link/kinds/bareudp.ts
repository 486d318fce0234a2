import { attributes, be16, fixed, flag, type Infer, u16 } from "@rxnetlink/core/schema";

/** Settings of a tunnel of bare layer 3 packets in UDP (`IFLA_BAREUDP_*`); since 5.7. */
export const bareudpAttributes = attributes("linkinfo-bareudp-attrs", "IFLA_BAREUDP_", {
  /** UDP destination port. */
  port: [1, fixed(be16)],
  /** Ethernet protocol of the inner packets: 0x0800 IPv4, 0x8847 MPLS … */
  ethertype: [2, fixed(be16)],
  /** Lowest UDP source port. */
  srcportMin: [3, fixed(u16)],
  /** Set when IPv6 is accepted along with IPv4, or multicast MPLS along with unicast. */
  multiprotoMode: [4, fixed(flag)],
});
/** Settings of a `bareudp` link. */
export interface Bareudp extends Infer<typeof bareudpAttributes> {}
