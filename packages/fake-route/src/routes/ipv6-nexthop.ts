import type { Net } from "../kernel/network.js";
import { refuse } from "../kernel/refused.js";
import { isUp } from "../links/fake-link.js";
import { type FakeRoute, REJECTING, type Way } from "./fake-route.js";
import { isLinkLocal } from "./ip-prefix.js";
import { lookup, lookupTable, type Packet } from "./lookup.js";

const LOOPBACK = 1;

/** Checks the way of an IPv6 route, and finds the link by which its gateway is reached. */
export function usableWay(net: Net, way: Way, route: Pick<FakeRoute, "table" | "dst" | "type">): Way {
  const given = net.links.byIndex(way.oif);
  if (way.oif !== undefined && given === undefined) refuse("ENODEV");
  // Routes over the loopback are no ways: the kernel takes them for such that reject.
  const isLoop = given?.index === LOOPBACK && route.dst !== "::1" && route.type !== "local";
  if (REJECTING.has(route.type) || isLoop) return { oif: LOOPBACK };
  const found = way.gateway === undefined ? way.oif : byGateway(net, way, route.table);
  const link = net.links.byIndex(found) ?? refuse("ENODEV");
  if (!isUp(link)) refuse("ENETDOWN", "Nexthop device is not up");
  return { oif: link.index, ...way };
}

/** The link that leads to a gateway. */
function byGateway(net: Net, { gateway = "", oif }: Way, table: number): number | undefined {
  if (gateway === "::" || gateway.startsWith("ff")) refuse("EINVAL", "Invalid gateway address");
  const onLink = isLinkLocal(gateway);
  if (net.addresses.isOwn("inet6", gateway, onLink ? oif : undefined))
    refuse("EINVAL", "Gateway can not be a local address");
  if (onLink) return oif ?? refuse("EINVAL", "Egress device not specified");
  const packet: Packet = { family: "inet6", dst: gateway, oif };
  return (
    directly(lookupTable(net, table, packet), oif) ??
    directly(lookup(net, packet), oif) ??
    refuse("EHOSTUNREACH")
  );
}

/** The link of what was found, where it needs no gateway itself. */
function directly(found: ReturnType<typeof lookupTable>, oif: number | undefined): number | undefined {
  if (found === undefined || typeof found === "string" || found.way?.gateway !== undefined) return undefined;
  const link = found.way?.oif;
  return link !== LOOPBACK && (oif === undefined || oif === link) ? link : undefined;
}
