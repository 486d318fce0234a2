import { type Route, routeScope, routeTables } from "@rxnetlink/route";
import type { Net } from "../kernel/network.js";
import { refuse } from "../kernel/refused.js";
import { isUp } from "../links/fake-link.js";
import { scopeValue, type Way } from "./fake-route.js";
import { lookup, lookupTable, type Packet } from "./lookup.js";

const { link: LINK, host: HOST } = routeScope.values;

/** Checks the ways of an IPv4 route, and finds the links by which its gateways are reached. */
export function usableWays(net: Net, ways: readonly Way[], table: number, scope: Route["scope"]): Way[] {
  const value = scopeValue(scope);
  if (value > HOST) refuse("EINVAL", "Invalid scope");
  if (value === HOST) return ways.length === 1 ? ways.map((way) => toHost(net, way)) : refuse("EINVAL");
  return ways.map((way) =>
    way.gateway === undefined ? direct(net, way) : byGateway(net, way, table, value),
  );
}

/** To this host itself: the link need not be up. */
function toHost(net: Net, way: Way): Way {
  if (way.gateway !== undefined) refuse("EINVAL", "Route with host scope can not have a gateway");
  if (net.links.byIndex(way.oif) === undefined) refuse("ENODEV");
  return way;
}

function direct(net: Net, way: Way): Way {
  if (way.onlink) refuse("EINVAL", "Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
  const link = net.links.byIndex(way.oif) ?? refuse("ENODEV");
  if (!isUp(link)) refuse("ENETDOWN", "Device for nexthop is not up");
  return way;
}

/** A gateway must be on a link, as the routes say that are there already. */
function byGateway(net: Net, way: Way, table: number, scope: number): Way {
  const { gateway = "", oif, onlink } = way;
  if (scope >= LINK) refuse("EINVAL", "Nexthop has invalid scope");
  if (onlink) return toLink(net, way);
  const packet: Packet = { family: "inet", dst: gateway, oif, scope: LINK };
  const own = table === routeTables.main ? undefined : lookupTable(net, table, packet);
  const found = own === undefined || typeof own === "string" ? lookup(net, packet) : own;
  if (typeof found === "string") refuse(found, "Nexthop has invalid gateway");
  const { route, way: last } = found;
  if (route.type !== "unicast" && route.type !== "local") refuse("EINVAL", "Nexthop has invalid gateway");
  const link = net.links.byIndex(last?.oif) ?? refuse("EINVAL", "No egress device for nexthop gateway");
  if (!isUp(link)) refuse("ENETDOWN");
  return { oif: link.index, ...way };
}

function toLink(net: Net, way: Way): Way {
  if (net.routes.typeOf(way.gateway ?? "") !== "unicast") refuse("EINVAL", "Nexthop has invalid gateway");
  const link = net.links.byIndex(way.oif) ?? refuse("ENODEV");
  if (!isUp(link)) refuse("ENETDOWN", "Nexthop device is not up");
  return way;
}
