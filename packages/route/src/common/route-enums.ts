import { enumeration, flags, type Scalar, u8, u32 } from "@rxnetlink/core";

/** What a route does with a packet (`RTN_*`). */
export const routeType = enumeration("RTN_", u8, {
  unspec: 0,
  /** Sends it to a gateway or directly. */
  unicast: 1,
  /** It is for this host. */
  local: 2,
  broadcast: 3,
  anycast: 4,
  multicast: 5,
  /** Drops it. */
  blackhole: 6,
  /** Drops it and says that the host is unreachable. */
  unreachable: 7,
  /** Drops it and says that it is prohibited. */
  prohibit: 8,
  /** Goes on in the next table. */
  throw: 9,
  nat: 10,
  xresolve: 11,
});

/** Who made a route (`RTPROT_*`). */
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

/** How far something is valid (`RT_SCOPE_*`). */
export const routeScope = enumeration("RT_SCOPE_", u8, {
  universe: 0,
  site: 200,
  link: 253,
  host: 254,
  nowhere: 255,
});

/** Flags of a next hop (`RTNH_F_*`). */
export const nexthopFlags = flags("RTNH_F_", u8, {
  /** Its link is down, and it is not used. */
  dead: 1,
  pervasive: 2,
  /** The gateway is on the link, whatever the addresses say. */
  onlink: 4,
  /** The hardware forwards by it. */
  offload: 8,
  /** The carrier is gone. */
  linkdown: 16,
  unresolved: 32,
  trap: 64,
});

/** Flags of a route (`RTM_F_*`, and in the low bits `RTNH_F_*` of its only next hop). */
export const routeFlags = flags("RTM_F_", u32, {
  notify: 0x100,
  /** It was made from another, such as an exception for a smaller MTU. */
  cloned: 0x200,
  equalize: 0x400,
  prefix: 0x800,
  /** Get: say which table matched. */
  lookupTable: 0x1000,
  /** Get: return the route that matched, not the result of the lookup. */
  fibMatch: 0x2000,
  /** The hardware forwards by it. */
  offload: 0x4000,
  /** The hardware hands matching packets to the kernel. */
  trap: 0x8000,
  offloadFailed: 0x2000_0000,
});

/** Preference of a router (RFC 4191, `ICMPV6_ROUTER_PREF_*`). */
export const routerPreference = enumeration("ICMPV6_ROUTER_PREF_", u8, {
  medium: 0,
  high: 1,
  invalid: 2,
  low: 3,
});

/** Tables that have a name (`RT_TABLE_*`). */
export const routeTables = {
  /** No table: a request then means `main`. */
  unspec: 0,
  /** Stands in the header for tables above 255. */
  compat: 252,
  /** Empty, and looked at last. */
  default: 253,
  /** Where routes go of which nothing else is said. */
  main: 254,
  /** Addresses of this host, and broadcasts; looked at first. */
  local: 255,
} as const;

/** The number of a routing table; people type the name of one that has a name. */
export const tableNumber: Scalar<number> = {
  ...u32,
  words: Object.keys(routeTables),
  parse: (text) =>
    Object.hasOwn(routeTables, text) ? routeTables[text as keyof typeof routeTables] : u32.parse!(text),
};
