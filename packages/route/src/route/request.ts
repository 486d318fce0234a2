import type { Verb } from "@rxnetlink/core";
import { type Ignored, rejectIgnored, unless } from "../common/ignored.js";
import { nexthopFlags, routeFlags } from "../common/route-enums.js";
import type { Route } from "./layout.js";
import type { RouteNexthop } from "./multipath.js";
import { withoutPaths } from "./paths.js";

/** Flags that only the kernel sets; it refuses requests with some of them. */
const REPORTED =
  nexthopFlags.of("dead", "offload", "linkdown", "unresolved", "trap") |
  routeFlags.of("cloned", "prefix", "lookupTable", "fibMatch", "offload", "trap", "offloadFailed");

const isMulticast = ({ family }: Partial<Route>) => family === "ipmr" || family === "ip6mr";
const isOfFamily =
  (...families: Route["family"][]) =>
  ({ family }: Partial<Route>) =>
    families.includes(family!);

const LOOKUP = "the kernel reads it only in a lookup, get$";
const onlyFor = (what: string, ...families: Route["family"][]) =>
  unless<Route>(
    (route) => isOfFamily(...families)(route) || isMulticast(route),
    `only ${what} routes have it`,
  );

const IGNORED: Ignored<Route> = {
  src: onlyFor("IPv6", "inet6"),
  iif: unless(isMulticast, LOOKUP),
  mark: () => LOOKUP,
  uid: () => LOOKUP,
  ipProto: () => LOOKUP,
  sport: () => LOOKUP,
  dport: () => LOOKUP,
  flowlabel: () => LOOKUP,
  flow: onlyFor("IPv4", "inet"),
  pref: onlyFor("IPv6", "inet6"),
  expires: onlyFor("IPv6", "inet6"),
  newdst: onlyFor("MPLS", "mpls"),
  ttlPropagate: onlyFor("MPLS", "mpls"),
};

const HUNDREDTHS = 100;

const settableNexthop = (nexthop: RouteNexthop): RouteNexthop => ({
  ...nexthop,
  flags: nexthop.flags & ~REPORTED,
});

/** Turns a listed route into a request. */
function fromListed(route: Partial<Route>): Partial<Route> {
  const own: Partial<Route> = route.nhId === undefined ? route : withoutPaths(route);
  const { cacheinfo, expires, multipath, flags = 0 } = own;
  const left = route.family === "inet6" && expires === undefined ? (cacheinfo?.expires ?? 0) : 0;
  return {
    ...own,
    flags: (flags & ~REPORTED) >>> 0,
    ...(left > 0 && { expires: Math.ceil(left / HUNDREDTHS) }),
    ...(multipath && { multipath: multipath.map(settableNexthop) }),
  };
}

/** Completes a request that adds or changes a route, and rejects members that the kernel would silently ignore. */
export function toRouteRequest(
  given: Partial<Route>,
  family: Route["family"],
  verb: Verb,
  listed: boolean,
): Partial<Route> {
  const route = listed ? fromListed(given) : given;
  return verb === "delete"
    ? route
    : rejectIgnored(route.family === undefined ? { family, ...route } : route, verb, IGNORED, listed);
}
