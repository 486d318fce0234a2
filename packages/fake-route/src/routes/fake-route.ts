import { same } from "@rxnetlink/core";
import { nexthopFlags, type Route, type RouteMetrics, routeScope, routeTables } from "@rxnetlink/route";
import { type FakeLink, isUp } from "../links/fake-link.js";
import type { Links } from "../links/links.js";
import type { IpFamily } from "./ip-prefix.js";

/** One way of a route. */
export interface Way {
  readonly oif?: number;
  readonly gateway?: string;
  /** Weight less one. */
  readonly hops?: number;
  readonly onlink?: true;
}

/** A route as the fake kernel keeps it. IPv6 keeps each way of a route as one of its own. */
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
  readonly ways: readonly Way[];
}

/** The members of requests that are modelled. */
export const KNOWN_OF_ROUTES = [
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
/** Routes that do not end with the carrier. */
const OWN = new Set<Route["type"]>(["local", "anycast"]);

/** Routes that reject what they match: they lead nowhere. */
export const REJECTING: ReadonlySet<Route["type"]> = new Set([
  "blackhole",
  "unreachable",
  "prohibit",
  "throw",
]);

/** The number of a scope. */
export const scopeValue = (scope: Route["scope"]): number =>
  typeof scope === "number" ? scope : routeScope.values[scope];

/** Whether packets can go that way. */
export function isAlive(links: Links, { oif }: Way): boolean {
  const link = links.byIndex(oif);
  return oif === undefined || (link !== undefined && isUp(link));
}

const NOTHING: ReadonlySet<string> = new Set();

/** Whether two routes differ in nothing that a request can say. */
export function alike(one: FakeRoute, other: FakeRoute): boolean {
  return same(one, other, NOTHING);
}

/** The ways that a request names. */
export function waysOf({ multipath, oif, gateway, flags }: Route): Way[] {
  if (multipath !== undefined)
    return multipath.map((way) => wayOf(way.ifindex || undefined, way.gateway, way.flags, way.hops));
  return [wayOf(oif, gateway, flags)];
}

function wayOf(oif: number | undefined, gateway: string | undefined, flags: number, hops = 0): Way {
  return {
    ...(oif !== undefined && { oif }),
    ...(gateway !== undefined && { gateway }),
    ...(hops !== 0 && { hops }),
    ...((flags & onlink) !== 0 && { onlink: true }),
  };
}

function flagsOf(links: Links, { type }: FakeRoute, way: Way): number {
  const link: FakeLink | undefined = links.byIndex(way.oif);
  const fixed = way.onlink ? onlink : 0;
  if (link === undefined || OWN.has(type) || (link.index === 1 && way.gateway === undefined)) return fixed;
  if (!isAlive(links, way)) return fixed | dead | linkdown;
  return fixed | (links.carries(link) ? 0 : linkdown);
}

function nexthops(links: Links, route: FakeRoute, ways: readonly Way[]): Partial<Route> {
  const [only] = ways;
  if (only === undefined) return { flags: 0 };
  const { gateway, oif } = only;
  const via = gateway === undefined ? {} : { gateway };
  if (ways.length === 1)
    return { flags: flagsOf(links, route, only), ...via, ...(oif !== undefined && { oif }) };
  const multipath = ways.map((way) => ({
    length: 0,
    flags: flagsOf(links, route, way),
    hops: way.hops ?? 0,
    ifindex: way.oif ?? 0,
    ...(way.gateway !== undefined && { gateway: way.gateway }),
  }));
  // IPv4 says of the route what is so of all its ways.
  const common = multipath.reduce((flags, way) => flags & way.flags, route.family === "inet" ? linkdown : 0);
  return { flags: common, multipath };
}

/** What the kernel tells of a route; IPv6 tells of all that are ways of the same at once. */
export function messageOf(links: Links, route: FakeRoute, ways = route.ways): Partial<Route> {
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
    ...nexthops(links, route, ways),
  };
}
