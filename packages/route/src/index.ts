export {
  type Address,
  type AddressCacheinfo,
  addressAttributes,
  addressCacheinfo,
  addressFlags,
  addressMessage,
  addressObject,
  addressProtocol,
  ifaddrmsg,
} from "./address.js";
export { addressFamily } from "./address-family.js";
export * from "./addrlabel.js";
export * from "./anycast-address.js";
export * from "./bridge-vlan.js";
export * from "./dcb.js";
export * from "./dcb-bcn.js";
export * from "./dcb-cee.js";
export * from "./dcb-ieee.js";
export * from "./encap/index.js";
export * from "./fdb.js";
export {
  type Ifinfomsg,
  ifinfomsg,
  type Link,
  linkAttributes,
  linkMessage,
  linkObject,
} from "./link.js";
export * from "./link-af-spec.js";
export * from "./link-bridge.js";
export * from "./link-bridge-cfm.js";
export * from "./link-bridge-mrp.js";
export * from "./link-enums.js";
export * from "./link-info.js";
export * from "./link-kinds/index.js";
export {
  devlinkPortAttributes,
  dpllPinAttributes,
  type LinkDevlinkPort,
  type LinkDpllPin,
  type LinkIfmap,
  type LinkPropList,
  linkIfmap,
  type ProtoDownReason,
  propListAttributes,
  protoDownReasonAttributes,
} from "./link-nests.js";
export * from "./link-offload-xstats.js";
export * from "./link-port.js";
export * from "./link-ref.js";
export * from "./link-stats.js";
export * from "./link-vf.js";
export * from "./link-xdp.js";
export * from "./link-xstats.js";
export * from "./linkprop.js";
export * from "./mdb.js";
export * from "./mdb-router.js";
export { mplsLabels } from "./mpls-labels.js";
export * from "./multicast-address.js";
export * from "./multipath.js";
export * from "./nduseropt.js";
export * from "./neighbour.js";
export * from "./neighbour-table.js";
export * from "./netconf.js";
export * from "./nexthop.js";
export * from "./nsid.js";
export * from "./operators/wait-for-address.js";
export * from "./operators/wait-for-up.js";
export * from "./prefix.js";
export {
  type MfcStats,
  mfcStats,
  type Route,
  type RouteCacheinfo,
  RouteObject,
  routeAttributes,
  routeCacheinfo,
  routeMessage,
  routeObject,
  rtmsg,
} from "./route.js";
export * from "./route-enums.js";
export * from "./route-metrics.js";
export { NETLINK_ROUTE, type Rtnetlink, rtnetlink } from "./rtnetlink.js";
export * from "./rule.js";
export * from "./stats.js";
export * from "./tc/index.js";
export type { LinkNode, Topology } from "./topology/index.js";
export * from "./tunnel.js";
