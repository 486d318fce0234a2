import { enumeration, flags, type Scalar, u8, u32 } from "@rxnetlink/core/schema";

/** Treatment of packets that match a route (`RTN_*`). */
export const routeType = enumeration("RTN_", u8, {
  unspec: 0,
  /** Forwards them to a gateway or directly. */
  unicast: 1,
  /** Delivers them to this host. */
  local: 2,
  broadcast: 3,
  anycast: 4,
  multicast: 5,
  /** Drops them silently. */
  blackhole: 6,
  /** Drops them and reports that the host is unreachable. */
  unreachable: 7,
  /** Drops them and reports that they are prohibited. */
  prohibit: 8,
  /** Continues the lookup in the table of the next rule. */
  throw: 9,
  nat: 10,
  xresolve: 11,
});

/** Origin of a route (`RTPROT_*`). */
export const routeProtocol = enumeration("RTPROT_", u8, {
  unspec: 0,
  redirect: 1,
  kernel: 2,
  boot: 3,
  static: 4,
  gated: 8,
  ra: 9,
  mrt: 10,
  zebra: 11,
  bird: 12,
  dnrouted: 13,
  xorp: 14,
  ntk: 15,
  dhcp: 16,
  mrouted: 17,
  keepalived: 18,
  babel: 42,
  ovn: 84,
  openr: 99,
  bgp: 186,
  isis: 187,
  ospf: 188,
  rip: 189,
  eigrp: 192,
});

/** Scope of a route or an address (`RT_SCOPE_*`). */
export const routeScope = enumeration("RT_SCOPE_", u8, {
  universe: 0,
  site: 200,
  link: 253,
  host: 254,
  nowhere: 255,
});

/** Nexthop flags (`RTNH_F_*`). */
export const nexthopFlags = flags("RTNH_F_", u8, {
  /** Not in use, since the link is down. */
  dead: 1,
  pervasive: 2,
  /** The gateway is on the link even if no address prefix covers it. */
  onlink: 4,
  /** Offloaded to hardware. */
  offload: 8,
  /** The link has no carrier. */
  linkdown: 16,
  unresolved: 32,
  trap: 64,
});

/** Route flags (`RTM_F_*`, and in the low bits `RTNH_F_*` of the only nexthop). */
export const routeFlags = flags("RTM_F_", u32, {
  notify: 0x100,
  /** Cloned from another route, such as an exception for a smaller MTU. */
  cloned: 0x200,
  equalize: 0x400,
  prefix: 0x800,
  /** Get: report the table that matched. */
  lookupTable: 0x1000,
  /** Get: return the route that matched, not the result of the lookup. */
  fibMatch: 0x2000,
  /** Offloaded to hardware. */
  offload: 0x4000,
  /** The hardware passes matching packets to the kernel. */
  trap: 0x8000,
  offloadFailed: 0x2000_0000,
});

/** Router preference (RFC 4191, `ICMPV6_ROUTER_PREF_*`). */
export const routerPreference = enumeration("ICMPV6_ROUTER_PREF_", u8, {
  medium: 0,
  high: 1,
  invalid: 2,
  low: 3,
});

/** Named routing tables (`RT_TABLE_*`). */
export const routeTables = {
  /** No table; in a request it stands for `main`. */
  unspec: 0,
  /** Placeholder in the header for tables above 255. */
  compat: 252,
  /** Looked up last; empty by default. */
  default: 253,
  /** Default table of routes. */
  main: 254,
  /** Local and broadcast addresses; looked up first. */
  local: 255,
} as const;

/** Number of a routing table; as text also the name of a named table. */
export const tableNumber: Scalar<number> = {
  ...u32,
  words: Object.keys(routeTables),
  parse: (text) =>
    Object.hasOwn(routeTables, text) ? routeTables[text as keyof typeof routeTables] : u32.parse!(text),
};
