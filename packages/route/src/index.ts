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
export {
  devlinkPortAttributes,
  dpllPinAttributes,
  ifinfomsg,
  type Link,
  type LinkDevlinkPort,
  type LinkDpllPin,
  type LinkIfmap,
  type LinkInfo,
  type LinkPropList,
  linkAttributes,
  linkIfmap,
  linkInfoAttributes,
  linkMessage,
  linkObject,
  type ProtoDownReason,
  propListAttributes,
  protoDownReasonAttributes,
} from "./link.js";
export * from "./link-af-spec.js";
export * from "./link-bridge.js";
export * from "./link-bridge-cfm.js";
export * from "./link-bridge-mrp.js";
export * from "./link-enums.js";
export * from "./link-kinds/index.js";
export * from "./link-port.js";
export * from "./link-stats.js";
export * from "./link-vf.js";
export * from "./link-xdp.js";
export * from "./multipath.js";
export {
  encapType,
  type MfcStats,
  mfcStats,
  type Route,
  type RouteCacheinfo,
  routeAttributes,
  routeCacheinfo,
  routeMessage,
  routeObject,
  rtmsg,
} from "./route.js";
export * from "./route-enums.js";
export * from "./route-metrics.js";
export { NETLINK_ROUTE, type Rtnetlink, rtnetlink } from "./rtnetlink.js";
export * from "./tc/index.js";
