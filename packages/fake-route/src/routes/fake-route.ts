import { deepEqual } from "@rxnetlink/core";
import { nexthopFlags, type Route, type RouteMetrics, routeScope, routeTables } from "@rxnetlink/route";
import { type FakeLink, isUp, type LinkTable } from "../links/fake-link.js";
import type { IpFamily } from "./ip-prefix.js";

/** A nexthop of a route. */
export interface FakeNexthop {
  readonly oif?: number;
  readonly gateway?: string;
  /** Weight minus 1. */
  readonly hops?: number;
  readonly onlink?: true;
}

/** A route of the fake kernel. IPv6 keeps each nexthop as a route of its own. */
export interface FakeRoute {
  readonly family: IpFamily;
  readonly table: number;
  readonly dst: string;
  readonly dstLen: number;
  readonly tos: number;
  readonly type: Route["type"];
  readonly scope: Route["scope"];
  readonly protocol: Route["protocol"];
  readonly priority: number;
  readonly prefsrc?: string;
  readonly metrics?: RouteMetrics;
  readonly nexthops: readonly FakeNexthop[];
}

/** The members of requests that are modelled. */
export const MODELLED = [
  "family",
  "dstLen",
  "srcLen",
  "tos",
  "rtmTable",
  "protocol",
  "scope",
  "type",
  "flags",
  "dst",
  "oif",
  "gateway",
  "priority",
  "prefsrc",
  "metrics",
  "multipath",
  "table",
];

const { dead, linkdown, onlink } = nexthopFlags.bits;
const COMPAT = 256;
/** Types of routes that do not depend on a carrier. */
const LOCAL = new Set<Route["type"]>(["local", "anycast"]);

/** Types of routes that reject packets: they have no nexthop. */
export const REJECTING: ReadonlySet<Route["type"]> = new Set([
  "blackhole",
  "unreachable",
  "prohibit",
  "throw",
]);

/** Returns the number of a scope. */
export const scopeValue = (scope: Route["scope"]): number =>
  typeof scope === "number" ? scope : routeScope.values[scope];

/** True if a nexthop can be used. */
export function isAlive(links: LinkTable, { oif }: FakeNexthop): boolean {
  const link = links.byIndex(oif);
  return oif === undefined || (link !== undefined && isUp(link));
}

const NONE: ReadonlySet<string> = new Set();

/** True if two routes are equal in every member that a request can set. */
export function alike(one: FakeRoute, other: FakeRoute): boolean {
  return deepEqual(one, other, NONE);
}

/** Returns the nexthops of a request. */
export function nexthopsOf({ multipath, oif, gateway, flags }: Route): FakeNexthop[] {
  if (multipath !== undefined)
    return multipath.map((nexthop) =>
      nexthopOf(nexthop.ifindex || undefined, nexthop.gateway, nexthop.flags, nexthop.hops),
    );
  return [nexthopOf(oif, gateway, flags)];
}

function nexthopOf(
  oif: number | undefined,
  gateway: string | undefined,
  flags: number,
  hops = 0,
): FakeNexthop {
  return {
    ...(oif !== undefined && { oif }),
    ...(gateway !== undefined && { gateway }),
    ...(hops !== 0 && { hops }),
    ...((flags & onlink) !== 0 && { onlink: true }),
  };
}

function flagsOf(links: LinkTable, { type }: FakeRoute, nexthop: FakeNexthop): number {
  const link: FakeLink | undefined = links.byIndex(nexthop.oif);
  const fixed = nexthop.onlink ? onlink : 0;
  if (link === undefined || LOCAL.has(type) || (link.index === 1 && nexthop.gateway === undefined))
    return fixed;
  if (!isAlive(links, nexthop)) return fixed | dead | linkdown;
  return fixed | (links.carries(link) ? 0 : linkdown);
}

function nexthopMembers(
  links: LinkTable,
  route: FakeRoute,
  nexthops: readonly FakeNexthop[],
): Partial<Route> {
  const [only] = nexthops;
  if (only === undefined) return { flags: 0 };
  const { gateway, oif } = only;
  const via = gateway === undefined ? {} : { gateway };
  if (nexthops.length === 1)
    return { flags: flagsOf(links, route, only), ...via, ...(oif !== undefined && { oif }) };
  const multipath = nexthops.map((nexthop) => ({
    length: 0,
    flags: flagsOf(links, route, nexthop),
    hops: nexthop.hops ?? 0,
    ifindex: nexthop.oif ?? 0,
    ...(nexthop.gateway !== undefined && { gateway: nexthop.gateway }),
  }));
  // An IPv4 route has the flags that all its nexthops share.
  const common = multipath.reduce(
    (flags, nexthop) => flags & nexthop.flags,
    route.family === "inet" ? linkdown : 0,
  );
  return { flags: common, multipath };
}

/** Returns the message of a route; that of an IPv6 route has the nexthops of all its siblings. */
export function messageOf(links: LinkTable, route: FakeRoute, nexthops = route.nexthops): Partial<Route> {
  const { family, table, dst, dstLen, tos, type, scope, protocol, priority, prefsrc, metrics } = route;
  const isIpv6 = family === "inet6";
  return {
    family,
    dstLen,
    tos,
    rtmTable: table < COMPAT ? table : routeTables.compat,
    protocol,
    scope,
    type,
    table,
    ...(dstLen > 0 && { dst }),
    ...((isIpv6 || priority > 0) && { priority }),
    ...(prefsrc !== undefined && { prefsrc }),
    ...(metrics !== undefined && { metrics }),
    ...(isIpv6 && { pref: "medium" as const }),
    ...nexthopMembers(links, route, nexthops),
  };
}
