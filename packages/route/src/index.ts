/**
 * Objects of `NETLINK_ROUTE` and their layouts: links, addresses, routes, rules, neighbours and more.
 *
 * @module
 */
export { type Addresses, addressObject } from "./address/address.js";
export {
  type Addrlabel,
  type Addrlabels,
  addrlabelAttributes,
  addrlabelMessage,
  addrlabelObject,
  ifaddrlblmsg,
} from "./address/addrlabel.js";
export {
  type AnycastAddress,
  type AnycastAddresses,
  anycastAddressObject,
} from "./address/anycast-address.js";
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
export {
  type MulticastAddress,
  type MulticastAddresses,
  multicastAddressObject,
} from "./address/multicast-address.js";
export {
  type Prefix,
  type PrefixCacheinfo,
  type Prefixes,
  prefixAttributes,
  prefixCacheinfo,
  prefixFlags,
  prefixMessage,
  prefixmsg,
  prefixObject,
} from "./address/prefix.js";
export { isReady, waitForAddress } from "./address/wait-for-address.js";
export { addressFamily } from "./common/address-family.js";
export { prefixOf, type WithLen, type WithPrefixes, type WithPrefixlen } from "./common/prefix.js";
export {
  nexthopFlags,
  routeFlags,
  routeProtocol,
  routerPreference,
  routeScope,
  routeTables,
  routeType,
  tableNumber,
} from "./common/route-enums.js";
export { connect, NETLINK_ROUTE } from "./connect.js";
export {
  type AfSpecAttributes,
  afSpecAttributes,
  type Ifla6Cacheinfo,
  ifla6Cacheinfo,
  inet6Attributes,
  inetAttributes,
  type LinkAfSpec,
  type LinkInet,
  type LinkInet6,
  type LinkMctp,
  type LinkProtinfo,
  linkAfSpec,
  linkProtinfo,
  mctpAttributes,
} from "./link/af-spec.js";
export { addrGenMode, extMask, linkEvent, linkFlags, linkMode, linkType, operstate } from "./link/enums.js";
export {
  followLink$,
  type LinkAbsent,
  type LinkMoved,
  type LinkPresence,
  type LinkPresent,
} from "./link/follow.js";
export { type LinkInfo, linkInfoAttributes } from "./link/info.js";
export { type Ifinfomsg, ifinfomsg, type Link, linkAttributes, linkMessage } from "./link/layout.js";
export { type Links, linkObject } from "./link/link.js";
export {
  type Linkprop,
  type Linkprops,
  linkpropAttributes,
  linkpropMessage,
  linkpropObject,
} from "./link/linkprop.js";
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
export {
  type LinkPort,
  type PortVsi,
  portAttributes,
  portRequest,
  portResponse,
  portVsi,
  type VfPorts,
  vfPortsAttributes,
} from "./link/port.js";
export { type LinkStats, type LinkStats64, linkStats, linkStats64 } from "./link/stats/counters.js";
export {
  type HwStats64,
  type HwStatsInfo,
  type HwStatsInfos,
  hwStats64,
  hwStatsInfoAttributes,
  hwStatsInfosAttributes,
  type LinkOffloadXstats,
  linkOffloadXstatsAttributes,
} from "./link/stats/offload-xstats.js";
export {
  ifStatsMsg,
  type LinkStatistics,
  type MplsLinkStats,
  type MplsStats,
  mplsLinkStats,
  mplsStatsAttributes,
  type Stats,
  type StatsAfSpec,
  type StatsFilters,
  type StatsRequest,
  statsAfSpecAttributes,
  statsAttributes,
  statsFilter,
  statsFiltersAttributes,
  statsMessage,
  statsObject,
  statsRequestAttributes,
  statsRequestMessage,
} from "./link/stats/stats.js";
export { type LinkXstats, linkXstatsAttributes } from "./link/stats/xstats.js";
export {
  type VfGuid,
  type VfInfo,
  type VfInfoList,
  type VfLinkState,
  type VfMac,
  type VfRate,
  type VfRssQueryEn,
  type VfSpoofchk,
  type VfStats,
  type VfTrust,
  type VfTxRate,
  type VfVlan,
  type VfVlanInfo,
  type VfVlans,
  vfGuid,
  vfInfoAttributes,
  vfInfoListAttributes,
  vfLinkState,
  vfLinkStateValue,
  vfMac,
  vfRate,
  vfRssQueryEn,
  vfSpoofchk,
  vfStatsAttributes,
  vfTrust,
  vfTxRate,
  vfVlan,
  vfVlanAttributes,
  vfVlanInfo,
} from "./link/vf.js";
export { isUp, waitForUp } from "./link/wait-for-up.js";
export { type LinkXdp, xdpAttached, xdpAttributes, xdpFlags } from "./link/xdp.js";
export {
  type Netconf,
  type Netconfs,
  netconfAttributes,
  netconfIfindex,
  netconfMessage,
  netconfmsg,
  netconfObject,
} from "./namespace/netconf.js";
export {
  type Nsid,
  type Nsids,
  nsidAttributes,
  nsidMessage,
  nsidObject,
  rtgenmsg,
} from "./namespace/nsid.js";
export { type Fdbs, fdbObject } from "./neighbour/fdb.js";
export {
  type Fdb,
  type FdbExtAttributes,
  fdbExtAttributes,
  fdbNotify,
  type Neighbour,
  type NeighbourCacheinfo,
  ndmsg,
  neighbourAttributes,
  neighbourCacheinfo,
  neighbourExtFlags,
  neighbourFlags,
  neighbourMessage,
  neighbourState,
} from "./neighbour/layout.js";
export {
  type Nduseropt,
  type Nduseropts,
  nduseroptAttributes,
  nduseroptMessage,
  nduseroptmsg,
  nduseroptObject,
} from "./neighbour/nduseropt.js";
export { type Neighbours, neighbourObject } from "./neighbour/neighbour.js";
export {
  type NdtConfig,
  type NdtParms,
  type NdtStats,
  type NeighbourTable,
  type NeighbourTables,
  ndtAttributes,
  ndtConfig,
  ndtmsg,
  ndtpaAttributes,
  ndtStats,
  neighbourTableMessage,
  neighbourTableObject,
} from "./neighbour/table.js";
export {
  type Nexthop,
  type NexthopGrp,
  type NhGroupStats,
  type NhGroupStatsEntry,
  type NhResBucket,
  type NhResGroup,
  nexthopAttributes,
  nexthopGroupType,
  nexthopGrp,
  nexthopMessage,
  nexthopOpFlags,
  nhGroupStatsAttributes,
  nhGroupStatsEntryAttributes,
  nhmsg,
  nhResBucketAttributes,
  nhResGroupAttributes,
} from "./nexthop/layout.js";
export {
  type NexthopBucket,
  type NexthopBuckets,
  type Nexthops,
  nexthopBucketObject,
  nexthopObject,
} from "./nexthop/nexthop.js";
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
export { metricsAttributes, type RouteMetrics, routeFeatures } from "./route/metrics.js";
export { mplsLabels } from "./route/mpls-labels.js";
export {
  multipath,
  type RouteNexthop,
  type Rtvia,
  rtnexthop,
  rtnexthopAttributes,
  rtnexthopMessage,
  rtvia,
  via,
} from "./route/multipath.js";
export { withoutPaths } from "./route/paths.js";
export { type Routes, routeObject } from "./route/route.js";
export { type Rtnetlink, type RtnetlinkOptions, rtnetlink } from "./rtnetlink.js";
export {
  type FibRulePortRange,
  type FibRuleUidRange,
  fibRuleHdr,
  fibRulePortRange,
  fibRuleUidRange,
  type Rule,
  ruleAction,
  ruleAttributes,
  ruleFlags,
  ruleMessage,
} from "./rule/layout.js";
export { type Rules, ruleObject } from "./rule/rule.js";
export type { LinkNode, Topology } from "./topology/index.js";
