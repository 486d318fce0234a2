import { reject } from "@rxnetlink/testing/fake";
import { isUp } from "../links/fake-link.js";
import type { Network } from "../network.js";
import { type FakeNexthop, type FakeRoute, REJECTING } from "./fake-route.js";
import { isLinkLocal } from "./ip-prefix.js";
import { lookup, lookupTable, type Packet } from "./lookup.js";

const LOOPBACK = 1;

/** Checks the nexthop of an IPv6 route, and adds the link that leads to its gateway. */
export function resolveNexthop(
  network: Network,
  nexthop: FakeNexthop,
  route: Pick<FakeRoute, "table" | "dst" | "type">,
): FakeNexthop {
  const given = network.links.byIndex(nexthop.oif);
  if (nexthop.oif !== undefined && given === undefined) reject("ENODEV");
  // The kernel treats routes over the loopback like those that reject packets.
  const isLoop = given?.index === LOOPBACK && route.dst !== "::1" && route.type !== "local";
  if (REJECTING.has(route.type) || isLoop) return { oif: LOOPBACK };
  const found = nexthop.gateway === undefined ? nexthop.oif : byGateway(network, nexthop, route.table);
  const link = network.links.byIndex(found) ?? reject("ENODEV");
  if (!isUp(link)) reject("ENETDOWN", "Nexthop device is not up");
  return { oif: link.index, ...nexthop };
}

/** Returns the link that leads to a gateway. */
function byGateway(network: Network, { gateway = "", oif }: FakeNexthop, table: number): number | undefined {
  if (gateway === "::" || gateway.startsWith("ff")) reject("EINVAL", "Invalid gateway address");
  const onLink = isLinkLocal(gateway);
  if (network.addresses.isOwn("inet6", gateway, onLink ? oif : undefined))
    reject("EINVAL", "Gateway can not be a local address");
  if (onLink) return oif ?? reject("EINVAL", "Egress device not specified");
  const packet: Packet = { family: "inet6", dst: gateway, oif };
  return (
    directly(lookupTable(network, table, packet), oif) ??
    directly(lookup(network, packet), oif) ??
    reject("EHOSTUNREACH")
  );
}

/** Returns the link of a route that needs no gateway itself. */
function directly(found: ReturnType<typeof lookupTable>, oif: number | undefined): number | undefined {
  if (found === undefined || typeof found === "string" || found.nexthop?.gateway !== undefined)
    return undefined;
  const link = found.nexthop?.oif;
  return link !== LOOPBACK && (oif === undefined || oif === link) ? link : undefined;
}
