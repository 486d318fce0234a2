import {
  enumeration,
  type Infer,
  ipv4,
  orDefault,
  required,
  s32,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";

/** Types of routes (`RTN_*`). */
export const fibRouteType = enumeration("RTN_", u8, {
  unspec: 0,
  unicast: 1,
  local: 2,
  broadcast: 3,
  anycast: 4,
  multicast: 5,
  blackhole: 6,
  unreachable: 7,
  prohibit: 8,
  throw: 9,
  nat: 10,
  xresolve: 11,
});

/** Scopes of routes (`RT_SCOPE_*`). */
export const fibScope = enumeration("RT_SCOPE_", u8, {
  universe: 0,
  site: 200,
  link: 253,
  host: 254,
  nowhere: 255,
});

/** A look-up and its result (`struct fib_result_nl`). The kernel fills in the second half. */
export const fibResultNl = struct("fib_result_nl", {
  /** Address that is looked up. */
  flAddr: required(ipv4),
  /** Mark. */
  flMark: u32,
  /** Type of service, without the bits of ECN. */
  flTos: u8,
  /** Widest scope that the route may have: `universe` is any. */
  flScope: fibScope,
  /** Table to look in; the main one by default. */
  tbIdIn: orDefault(u8, 254),
  /** Table that was looked in. */
  tbId: u8,
  /** Length of the prefix of the route, in bits. */
  prefixlen: u8,
  /** Number of the nexthop. */
  nhSel: u8,
  /** Type of the route. */
  type: fibRouteType,
  /** Scope of the route. */
  scope: fibScope,
  /** 0, or a negative errno: -11 (`EAGAIN`) if the table has no route, -2 (`ENOENT`) if there is no such table. */
  err: s32,
});
/** A look-up and its result. */
export interface FibResultNl extends Infer<typeof fibResultNl> {}
