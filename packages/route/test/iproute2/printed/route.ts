// Routes as `ip -j -d route` prints them.

import { nexthopFlags, routeTables } from "#src/common/route-enums.js";
import type { Route } from "#src/route/layout.js";
import type { RouteNexthop } from "#src/route/multipath.js";
import { type Json, type NameOf, present, scopeAsIp } from "./common.js";
import { encapAsIp } from "./encap.js";

function prefixAsIp(address: string | undefined, length: number, family: unknown): string {
  if (address === undefined) return "default";
  return length === (family === "inet6" ? 128 : 32) ? address : `${address}/${length}`;
}

const FAMILIES: Json = { packet: "link" };
const viaAsIp = (via: RouteNexthop["via"]) =>
  via && { family: FAMILIES[via.family] ?? via.family, host: via.address };
const flagsAsIp = (flags: number) => nexthopFlags.names(flags & 0xff).sort();

function nexthopAsIp(nexthop: RouteNexthop, nameOf: NameOf, mpls: boolean): Json {
  return present({
    ...encapAsIp(nexthop.encap),
    to: nexthop.newdst,
    gateway: nexthop.gateway,
    via: viaAsIp(nexthop.via),
    dev: nameOf(nexthop.ifindex),
    weight: mpls ? undefined : nexthop.hops + 1,
    flags: flagsAsIp(nexthop.flags),
  });
}

const METRICS: Readonly<Record<string, string>> = { ccAlgo: "congestion" };

function metricsAsIp(metrics: Route["metrics"]): Json[] | undefined {
  if (metrics === undefined) return undefined;
  return [Object.fromEntries(Object.entries(metrics).map(([key, value]) => [METRICS[key] ?? key, value]))];
}

export function tableAsIp(table: number): string {
  return Object.entries(routeTables).find(([, number]) => number === table)?.[0] ?? String(table);
}

/** Returns a route as `ip -j -d route show table all` prints it. */
export function routeAsIp(route: Route, nameOf: NameOf): Json {
  return present({
    type: route.type,
    dst: route.family === "mpls" ? route.dst : prefixAsIp(route.dst, route.dstLen, route.family),
    to: route.newdst,
    // iproute2 prints the endpoint of an encapsulation under the key of the destination; JSON keeps the last.
    ...encapAsIp(route.encap),
    gateway: route.gateway,
    via: viaAsIp(route.via),
    dev: nameOf(route.oif),
    table: tableAsIp(route.table ?? route.rtmTable),
    ...(route.tos !== 0 && { tos: `0x${route.tos.toString(16).padStart(2, "0")}` }),
    protocol: route.protocol,
    scope: scopeAsIp(route.scope),
    prefsrc: route.prefsrc,
    metric: route.priority,
    flags: flagsAsIp(route.flags),
    nhid: route.nhId,
    metrics: metricsAsIp(route.metrics),
    nexthops: route.multipath?.map((nexthop) => nexthopAsIp(nexthop, nameOf, route.family === "mpls")),
    // iproute2 prints the remaining time; both are read within a second of each other.
    expires: route.cacheinfo?.expires ? Math.trunc(route.cacheinfo.expires / 100) : undefined,
    pref: route.pref,
  });
}
