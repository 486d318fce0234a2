import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { familyOf, hostLength } from "../common/address-family.js";
import { gatewayHint } from "../common/hints.js";
import { routeFlags, routeTables } from "../common/route-enums.js";
import { RTM_DELROUTE, RTM_GETROUTE, RTM_NEWROUTE } from "../common/rtm.js";
import {
  RTNLGRP_IPV4_MROUTE,
  RTNLGRP_IPV4_ROUTE,
  RTNLGRP_IPV6_MROUTE,
  RTNLGRP_IPV6_ROUTE,
  RTNLGRP_MPLS_ROUTE,
} from "../common/rtnlgrp.js";
import { type Route, routeMessage } from "./layout.js";
import { toRouteRequest } from "./request.js";
import { routeStateRules } from "./state.js";

const LOCAL = new Set<Route["type"]>(["local", "nat"]);
const ON_LINK = new Set<Route["type"]>(["broadcast", "multicast", "anycast"]);

/** Returns the scope that `ip route` gives a route by default. */
function scopeOf(family: Route["family"], given: Partial<Route>): Route["scope"] {
  const { type = "unicast", gateway, via, multipath, nhId } = given;
  if (family === "inet6" || family === "mpls") return "universe";
  if (LOCAL.has(type)) return "host";
  if (ON_LINK.has(type)) return "link";
  const direct = gateway === undefined && via === undefined && multipath === undefined && nhId === undefined;
  return type === "unicast" && direct ? "link" : "universe";
}

const LABEL_BITS = 20;

/** Asks an IPv4 lookup for the table that matched, since it reports `main` otherwise; other families refuse the flag. */
function lookupFlags(flags = 0, family: Route["family"]): number {
  return family === "inet" ? flags | routeFlags.bits.lookupTable : flags;
}

function familyOfRoute({ family, dst, src, gateway, prefsrc, multipath }: Partial<Route>): Route["family"] {
  const nexthop = multipath?.find((one) => one.gateway !== undefined);
  return family ?? familyOf(dst, src, gateway, prefsrc, nexthop?.gateway) ?? "inet";
}

const OF_THIS_HOST = new Set<Route["type"]>(["local", "broadcast", "anycast", "nat"]);

/** Returns the table in the header; tables above 255 are in `RTA_TABLE`. */
function headerTable({ type = "unicast", table }: Partial<Route>): number {
  if (table === undefined) return OF_THIS_HOST.has(type) ? routeTables.local : routeTables.main;
  return table < 256 ? table : routeTables.compat;
}

/**
 * Completes a request as `ip route` does; the family defaults to IPv4. Filled-in members come first in each literal, since
 * V8 adds members to a copy a hundred times slower.
 */
function completeRoute(given: Partial<Route>, verb: Verb): Partial<Route> {
  if (verb === "list") return given;
  const family = familyOfRoute(given);
  const dstLen = family === "mpls" && given.dst !== undefined ? LABEL_BITS : hostLength(given.dst);
  const srcLen = hostLength(given.src);
  if (verb === "get") return { family, dstLen, srcLen, ...given, flags: lookupFlags(given.flags, family) };
  const route = toRouteRequest(given, family, verb, isListed(given));
  const rtmTable = headerTable(given);
  const scope = scopeOf(family, given);
  if (verb === "delete" && family !== "mpls")
    return { family, dstLen, srcLen, rtmTable, scope: "nowhere", ...route };
  return { family, dstLen, srcLen, rtmTable, protocol: "static", scope, type: "unicast", ...route };
}

const isListed = (route: Partial<Route>) => routeMessage.isListed!(route);

/** Members that the kernel compares when it deletes a route. */
const SELECTING = [
  "family",
  "dst",
  "dstLen",
  "src",
  "srcLen",
  "tos",
  "rtmTable",
  "table",
  "type",
  "scope",
  "protocol",
  "priority",
  "gateway",
  "via",
  "oif",
  "iif",
  "prefsrc",
  "multipath",
  "metrics",
  "flow",
  "newdst",
  "encapType",
  "encap",
  "nhId",
] as const;

/** Route messages (`RTM_*ROUTE`). */
export const routeObject = defineObject({
  name: "route",
  namedBy: ["dst", "dstLen", "gateway", "oif", "table", "priority"],
  hint: gatewayHint,
  layout: nest<Route>(routeMessage),
  types: { new: RTM_NEWROUTE, delete: RTM_DELROUTE, get: RTM_GETROUTE },
  groups: [
    RTNLGRP_IPV4_ROUTE,
    RTNLGRP_IPV6_ROUTE,
    RTNLGRP_IPV4_MROUTE,
    RTNLGRP_IPV6_MROUTE,
    RTNLGRP_MPLS_ROUTE,
  ],
  verbs: ["list", "get", "add", "change", "replace", "append", "prepend", "delete", "notify", "watch"],
  filters: ["family", "table", "protocol", "type", "oif"],
  changeFlags: NLM_F_REPLACE,
  complete: completeRoute,
  notFound: "ESRCH",
  // The kernel looks up the route of a packet; it has no lookup by prefix.
  getsByList: isListed,
  keysOf: (route, verb) => [verb === "get" && !isListed(route) ? route : pick(route, ...SELECTING)],
  state: routeStateRules,
});
/**
 * Verbs of routes.
 *
 * IPv4 and IPv6 differ in how they treat several routes with the same destination, metric and type of service:
 *
 * | verb | IPv4 | IPv6 |
 * | --- | --- | --- |
 * | `append$` | adds a route after the existing ones | adds a nexthop to the same multipath route |
 * | `prepend$` | adds a route before the existing ones | adds a nexthop, like `append$` |
 * | `replace$` | replaces the first route, multipath or not | replaces the whole multipath route with all nexthops |
 * | `delete$` | removes the first route that matches | removes all nexthops, or the one with the given `gateway` |
 *
 * `flush$("all")` removes the routes of all tables, including the kernel's own in `local`; pass a `table` to limit it.
 */
export interface Routes extends ObjectOf<typeof routeObject> {}
