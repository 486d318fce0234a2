import { type Route, routeScope, routeTables } from "@rxnetlink/route";
import { reject } from "@rxnetlink/testing/fake";
import { isUp } from "../links/fake-link.js";
import type { Network } from "../network.js";
import { type FakeNexthop, scopeValue } from "./fake-route.js";
import { lookup, lookupTable, type Packet } from "./lookup.js";

const { link: LINK, host: HOST } = routeScope.values;

/** Checks the nexthops of an IPv4 route, and adds the links that lead to its gateways. */
export function resolveNexthops(
  network: Network,
  nexthops: readonly FakeNexthop[],
  table: number,
  scope: Route["scope"],
): FakeNexthop[] {
  const value = scopeValue(scope);
  if (value > HOST) reject("EINVAL", "Invalid scope");
  if (value === HOST)
    return nexthops.length === 1 ? nexthops.map((nexthop) => toHost(network, nexthop)) : reject("EINVAL");
  return nexthops.map((nexthop) =>
    nexthop.gateway === undefined ? direct(network, nexthop) : byGateway(network, nexthop, table, value),
  );
}

/** Checks a nexthop to this host itself, whose link need not be up. */
function toHost(network: Network, nexthop: FakeNexthop): FakeNexthop {
  if (nexthop.gateway !== undefined) reject("EINVAL", "Route with host scope can not have a gateway");
  if (network.links.byIndex(nexthop.oif) === undefined) reject("ENODEV");
  return nexthop;
}

function direct(network: Network, nexthop: FakeNexthop): FakeNexthop {
  if (nexthop.onlink) reject("EINVAL", "Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
  const link = network.links.byIndex(nexthop.oif) ?? reject("ENODEV");
  if (!isUp(link)) reject("ENETDOWN", "Device for nexthop is not up");
  return nexthop;
}

/** Checks a nexthop with a gateway, which must be on a link by the existing routes. */
function byGateway(network: Network, nexthop: FakeNexthop, table: number, scope: number): FakeNexthop {
  const { gateway = "", oif, onlink } = nexthop;
  if (scope >= LINK) reject("EINVAL", "Nexthop has invalid scope");
  if (onlink) return toLink(network, nexthop);
  const packet: Packet = { family: "inet", dst: gateway, oif, scope: LINK };
  const own = table === routeTables.main ? undefined : lookupTable(network, table, packet);
  const found = own === undefined || typeof own === "string" ? lookup(network, packet) : own;
  if (typeof found === "string") reject(found, "Nexthop has invalid gateway");
  const { route, nexthop: last } = found;
  if (route.type !== "unicast" && route.type !== "local") reject("EINVAL", "Nexthop has invalid gateway");
  const link = network.links.byIndex(last?.oif) ?? reject("EINVAL", "No egress device for nexthop gateway");
  if (!isUp(link)) reject("ENETDOWN");
  return { oif: link.index, ...nexthop };
}

function toLink(network: Network, nexthop: FakeNexthop): FakeNexthop {
  if (network.routes.typeOf(nexthop.gateway ?? "") !== "unicast")
    reject("EINVAL", "Nexthop has invalid gateway");
  const link = network.links.byIndex(nexthop.oif) ?? reject("ENODEV");
  if (!isUp(link)) reject("ENETDOWN", "Nexthop device is not up");
  return nexthop;
}
