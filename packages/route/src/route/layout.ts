import {
  attributes,
  be16,
  be32,
  binary,
  choice,
  type Infer,
  ifindex,
  message,
  nest,
  padding,
  readOnly,
  recurring,
  s32,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { addressFamily, ip } from "../common/address-family.js";
import { byteAddress, mctpFqAddr } from "../common/byte-address.js";
import { prefix } from "../common/prefix.js";
import {
  routeFlags,
  routeProtocol,
  routerPreference,
  routeScope,
  routeType,
  tableNumber,
} from "../common/route-enums.js";
import { type Encap, encap, encapType } from "./encap/formats.js";
import { metricsAttributes, type RouteMetrics } from "./metrics.js";
import { mplsLabels } from "./mpls-labels.js";
import { multipath, via } from "./multipath.js";

/** Fixed header of route messages. */
export const rtmsg = struct("rtmsg", {
  /** `"inet"` or `"inet6"`; filled in from the addresses. */
  family: addressFamily,
  /** Prefix length of `dst`; filled in with that of a single host if there is a `dst`. */
  dstLen: u8,
  /** Prefix length of `src`; filled in with that of a single host if there is a `src`. */
  srcLen: u8,
  /** Type of service to match. */
  tos: u8,
  /** Table if below 256; `table` holds any. Filled in with `main`, or by `type` with `local`. */
  rtmTable: u8,
  /** Origin of the route; filled in with `"static"`. */
  protocol: routeProtocol,
  /** Scope, the distance to the destination; filled in as `ip route` does. */
  scope: routeScope,
  /** Treatment of matching packets; filled in with `"unicast"`. */
  type: routeType,
  /** Flags; see {@link routeFlags}. */
  flags: routeFlags,
});

/** Age and use of a route (`struct rta_cacheinfo`). */
export const routeCacheinfo = struct("rta_cacheinfo", {
  /** Number of references. */
  clntref: u32,
  /** Time since the last use, in 1/100 s. */
  lastuse: u32,
  /** Time until the route expires, in 1/100 s; 0 is never, negative values are past. */
  expires: s32,
  /** Errno of rejected packets, negative. */
  error: u32,
  /** Number of uses. */
  used: u32,
  /** Not used by the kernel. */
  id: u32,
  /** Not used by the kernel. */
  ts: u32,
  /** Not used by the kernel. */
  tsage: u32,
});
/** Age and use of a route. */
export interface RouteCacheinfo extends Infer<typeof routeCacheinfo> {}

/** Counters of a multicast route (`struct rta_mfc_stats`). */
export const mfcStats = struct("rta_mfc_stats", {
  /** Packets forwarded. */
  mfcsPackets: u64,
  /** Bytes forwarded. */
  mfcsBytes: u64,
  /** Packets received on the wrong link. */
  mfcsWrongIf: u64,
});
/** Counters of a multicast route. */
export interface MfcStats extends Infer<typeof mfcStats> {}

/** Attributes of route messages (`RTA_*`). */
export const routeAttributes = attributes("route-attrs", "RTA_", {
  /**
   * Destination, for MPLS a label: `"100"`; absent in the default route. Requests and matches also take it with its length,
   * `"198.51.100.0/24"`, and `"default"`.
   */
  dst: [
    1,
    prefix(choice("family", { mpls: mplsLabels, mctp: byteAddress, phonet: byteAddress }, ip), "dstLen"),
  ],
  /** Source prefix to match (IPv6), also with its length; or the source address of a lookup. */
  src: [2, prefix(ip, "srcLen")],
  /** Index of the input link. */
  iif: [3, ifindex(u32)],
  /** Index of the output link. */
  oif: [4, ifindex(u32)],
  /** Gateway. */
  gateway: [5, choice("family", { mctp: mctpFqAddr }, recurring(ip))],
  /** Metric: the lowest wins. */
  priority: [6, u32],
  /** Preferred source address of packets from this host. */
  prefsrc: [7, recurring(ip)],
  /** Metrics of the path, and settings of TCP. */
  metrics: [8, nest<RouteMetrics>(metricsAttributes)],
  /** Nexthops of a multipath route. */
  multipath: [9, multipath],
  /** Not used by the kernel. */
  protoinfo: [10, readOnly(binary)],
  /** Realms, source in the high and destination in the low 16 bits. */
  flow: [11, u32],
  /** Age and use; read-only. */
  cacheinfo: [12, readOnly(nest<RouteCacheinfo>(routeCacheinfo))],
  /** Not used by the kernel. */
  session: [13, readOnly(binary)],
  /** Not used by the kernel. */
  mpAlgo: [14, readOnly(binary)],
  /** Table; see {@link routeTables} for the named ones. */
  table: [15, tableNumber],
  /** Firewall mark, in a lookup. */
  mark: [16, u32],
  /** Counters of a multicast route; read-only. */
  mfcStats: [17, readOnly(nest<MfcStats>(mfcStats))],
  /** Gateway of another family. */
  via: [18, via],
  /** Labels that replace the label (MPLS): `"200/300"`. */
  newdst: [19, mplsLabels],
  /** Router preference (IPv6). */
  pref: [20, routerPreference],
  /** Type of encapsulation. */
  encapType: [21, encapType],
  /** Encapsulation. */
  encap: [22, nest<Encap>(encap)],
  /**
   * Time until the route expires, in seconds (IPv6). In multicast routes (`"ipmr"`, `"ip6mr"`) the time since the last use,
   * in 1/100 s, 64 bits wide; read-only.
   */
  expires: [23, choice("family", { ipmr: u64, ip6mr: u64 }, u32)],
  /** Alignment. */
  pad: [24, padding],
  /** User id, in a lookup. */
  uid: [25, u32],
  /** 1 if the time to live is copied to and from MPLS labels, else 0. */
  ttlPropagate: [26, u8],
  /** Transport protocol, in a lookup. */
  ipProto: [27, u8],
  /** Source port, in a lookup. */
  sport: [28, be16],
  /** Destination port, in a lookup. */
  dport: [29, be16],
  /** Id of the nexthop object of the route; since 5.3. */
  nhId: [30, u32],
  /** IPv6 flow label, in a lookup; since 6.14. */
  flowlabel: [31, be32],
});

/** Layout of `RTM_NEWROUTE`, `RTM_DELROUTE` and `RTM_GETROUTE`. */
export const routeMessage = message("route", rtmsg, routeAttributes);
/** A route. */
export interface Route extends Infer<typeof routeMessage> {}
