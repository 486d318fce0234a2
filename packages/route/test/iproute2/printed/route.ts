// How `ip -j -d route` prints routes.

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
const waysFlags = (flags: number) => nexthopFlags.names(flags & 0xff).sort();

function wayAsIp(way: RouteNexthop, nameOf: NameOf, mpls: boolean): Json {
  return present({
    ...encapAsIp(way.encap),
    to: way.newdst,
    gateway: way.gateway,
    via: viaAsIp(way.via),
    dev: nameOf(way.ifindex),
    weight: mpls ? undefined : way.hops + 1,
    flags: waysFlags(way.flags),
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

/** A route as `ip -j -d route show table all` prints it. */
export function routeAsIp(route: Route, nameOf: NameOf): Json {
  return present({
    type: route.type,
    dst: route.family === "mpls" ? route.dst : prefixAsIp(route.dst, route.dstLen, route.family),
    to: route.newdst,
    // iproute2 prints the other end of a wrapping by the name of the destination, and JSON keeps the last.
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
    flags: waysFlags(route.flags),
    nhid: route.nhId,
    metrics: metricsAsIp(route.metrics),
    nexthops: route.multipath?.map((way) => wayAsIp(way, nameOf, route.family === "mpls")),
    // iproute2 tells the time that is left; both are read within a second of each other.
    expires: route.cacheinfo?.expires ? Math.trunc(route.cacheinfo.expires / 100) : undefined,
    pref: route.pref,
  });
}
