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
  s32,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { addressFamily, ip } from "../common/address-family.js";
import { byteAddress, mctpFqAddr } from "../common/byte-address.js";
import {
  routeFlags,
  routeProtocol,
  routerPreference,
  routeScope,
  routeType,
  tableNumber,
} from "../common/route-enums.js";
import { type Encap, encap, encapType } from "./encap/index.js";
import { metricsAttributes, type RouteMetrics } from "./metrics.js";
import { mplsLabels } from "./mpls-labels.js";
import { multipath, via } from "./multipath.js";

/** The fixed header of route messages. */
export const rtmsg = struct("rtmsg", {
  /** `"inet"` or `"inet6"`; filled in from the addresses. */
  family: addressFamily,
  /** Length of the prefix of `dst`; filled in with that of a single host where there is a `dst`. */
  dstLen: u8,
  /** Length of the prefix of `src`. */
  srcLen: u8,
  /** Type of service that packets must have. */
  tos: u8,
  /** Table, where it is below 256; `table` has them all. Filled in with `main`, or by `type` with `local`. */
  rtmTable: u8,
  /** Who made it; filled in with `"static"`. */
  protocol: routeProtocol,
  /** How far the destination is; filled in as `ip route` does. */
  scope: routeScope,
  /** What it does with a packet; filled in with `"unicast"`. */
  type: routeType,
  /** Flags; see {@link routeFlags}. */
  flags: routeFlags,
});

/** Age and use of a route (`struct rta_cacheinfo`). */
export const routeCacheinfo = struct("rta_cacheinfo", {
  /** How many hold it. */
  clntref: u32,
  /** When it was last used, in 1/100 s ago. */
  lastuse: u32,
  /** When it ends, in 1/100 s from now; 0 is never, and it is negative once past. */
  expires: s32,
  /** Errno that it answers with, negative. */
  error: u32,
  /** How often it was used. */
  used: u32,
  /** Not used. */
  id: u32,
  /** Not used. */
  ts: u32,
  /** Not used. */
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
  /** Packets that came in on the wrong link. */
  mfcsWrongIf: u64,
});
/** Counters of a multicast route. */
export interface MfcStats extends Infer<typeof mfcStats> {}

/** The attributes of route messages (`RTA_*`). */
export const routeAttributes = attributes("route-attrs", "RTA_", {
  /** Destination, of MPLS a label: `"100"`; absent for the default route. */
  dst: [1, choice("family", { mpls: mplsLabels, mctp: byteAddress, phonet: byteAddress }, ip)],
  /** Source prefix that packets must have (IPv6), or the source of a lookup. */
  src: [2, ip],
  /** Index of the link that packets come in by. */
  iif: [3, ifindex(u32)],
  /** Index of the link that packets leave by. */
  oif: [4, ifindex(u32)],
  /** The gateway. */
  gateway: [5, choice("family", { mctp: mctpFqAddr }, ip)],
  /** Metric: the lowest wins. */
  priority: [6, u32],
  /** Source address that this host uses. */
  prefsrc: [7, ip],
  /** Metrics for TCP and the path. */
  metrics: [8, nest<RouteMetrics>(metricsAttributes)],
  /** The ways of a multipath route. */
  multipath: [9, multipath],
  /** Not used by the kernel. */
  protoinfo: [10, readOnly(binary)],
  /** Realms, source in the high and destination in the low 16 bits. */
  flow: [11, u32],
  /** Age and use. */
  cacheinfo: [12, readOnly(nest<RouteCacheinfo>(routeCacheinfo))],
  /** Not used by the kernel. */
  session: [13, readOnly(binary)],
  /** Not used by the kernel. */
  mpAlgo: [14, readOnly(binary)],
  /** Table; {@link routeTables} has those with a name. */
  table: [15, tableNumber],
  /** Firewall mark, in a lookup. */
  mark: [16, u32],
  /** Counters of a multicast route. */
  mfcStats: [17, readOnly(nest<MfcStats>(mfcStats))],
  /** A gateway of another family. */
  via: [18, via],
  /** What replaces the label (MPLS): `"200/300"`. */
  newdst: [19, mplsLabels],
  /** Preference of the router (IPv6). */
  pref: [20, routerPreference],
  /** How packets are wrapped. */
  encapType: [21, encapType],
  /** The wrapping. */
  encap: [22, nest<Encap>(encap)],
  /**
   * When it ends, in seconds from now (IPv6). Of multicast routes (`"ipmr"`, `"ip6mr"`) it is how long ago it was last
   * used, in 1/100 s, 64 bits wide; read-only.
   */
  expires: [23, choice("family", { ipmr: u64, ip6mr: u64 }, u32)],
  /** Alignment. */
  pad: [24, padding],
  /** User id, in a lookup. */
  uid: [25, u32],
  /** Whether the time to live goes into MPLS labels, 0 or 1. */
  ttlPropagate: [26, u8],
  /** Transport protocol, in a lookup. */
  ipProto: [27, u8],
  /** Source port, in a lookup. */
  sport: [28, be16],
  /** Destination port, in a lookup. */
  dport: [29, be16],
  /** Id of the nexthop object that it uses; since 5.3. */
  nhId: [30, u32],
  /** IPv6 flow label, in a lookup; since 6.14. */
  flowlabel: [31, be32],
});

/** The layout of `RTM_NEWROUTE`, `RTM_DELROUTE` and `RTM_GETROUTE`. */
export const routeMessage = message("route", rtmsg, routeAttributes);
/** A route. */
export interface Route extends Infer<typeof routeMessage> {}
