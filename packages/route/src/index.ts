export { addressObject } from "./address/address.js";
export * from "./address/addrlabel.js";
export * from "./address/anycast-address.js";
export {
  type Address,
  type AddressCacheinfo,
  addressAttributes,
  addressCacheinfo,
  addressFlags,
  addressMessage,
  addressProtocol,
  ifaddrmsg,
} from "./address/layout.js";
export * from "./address/multicast-address.js";
export * from "./address/prefix.js";
export * from "./address/wait-for-address.js";
export * from "./bridge/mdb/layout.js";
export * from "./bridge/mdb/mdb.js";
export * from "./bridge/mdb/router.js";
export * from "./bridge/tunnel.js";
export * from "./bridge/vlan/bridge-vlan.js";
export * from "./bridge/vlan/layout.js";
export { addressFamily } from "./common/address-family.js";
export { prefixOf, type WithLen, type WithPrefixes, type WithPrefixlen } from "./common/prefix.js";
export * from "./common/route-enums.js";
export * from "./common/rtm.js";
export * from "./common/rtnlgrp.js";
export * from "./dcb/bcn.js";
export * from "./dcb/cee.js";
export * from "./dcb/dcb.js";
export * from "./dcb/ieee.js";
export * from "./link/af-spec.js";
export * from "./link/bridge/bridge.js";
export * from "./link/bridge/cfm.js";
export * from "./link/bridge/mrp.js";
export * from "./link/enums.js";
export * from "./link/follow.js";
export * from "./link/info.js";
export * from "./link/kinds/index.js";
export { type Ifinfomsg, ifinfomsg, type Link, linkAttributes, linkMessage } from "./link/layout.js";
export { linkObject } from "./link/link.js";
export * from "./link/linkprop.js";
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
} from "./link/nests.js";
export * from "./link/port.js";
export * from "./link/stats/counters.js";
export * from "./link/stats/offload-xstats.js";
export * from "./link/stats/stats.js";
export * from "./link/stats/xstats.js";
export * from "./link/vf.js";
export * from "./link/wait-for-up.js";
export * from "./link/xdp.js";
export * from "./namespace/netconf.js";
export * from "./namespace/nsid.js";
export * from "./neighbour/fdb.js";
export * from "./neighbour/layout.js";
export * from "./neighbour/nduseropt.js";
export * from "./neighbour/neighbour.js";
export * from "./neighbour/table.js";
export * from "./nexthop/layout.js";
export * from "./nexthop/nexthop.js";
export * from "./route/encap/index.js";
export {
  type MfcStats,
  mfcStats,
  type Route,
  type RouteCacheinfo,
  routeAttributes,
  routeCacheinfo,
  routeMessage,
  rtmsg,
} from "./route/layout.js";
export * from "./route/metrics.js";
export { mplsLabels } from "./route/mpls-labels.js";
export * from "./route/multipath.js";
export { RouteObject, routeObject } from "./route/route.js";
export { NETLINK_ROUTE, type Rtnetlink, rtnetlink } from "./rtnetlink.js";
export * from "./rule/layout.js";
export * from "./rule/rule.js";
export * from "./tc/index.js";
export type { LinkNode, Topology } from "./topology/index.js";
