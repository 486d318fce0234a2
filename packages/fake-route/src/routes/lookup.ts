import { type Route, routeTables } from "@rxnetlink/route";
import type { Network } from "../network.js";
import { type FakeNexthop, type FakeRoute, isAlive, scopeValue } from "./fake-route.js";
import { type FakeRule, matches } from "./fake-rule.js";
import { ANY, type IpFamily } from "./ip-prefix.js";

/** A packet to be routed. */
export interface Packet {
  readonly family: IpFamily;
  readonly dst: string;
  readonly src?: string;
  readonly oif?: number | undefined;
  /** Smallest scope of the routes: those to a gateway must be on the link. */
  readonly scope?: number;
}

/** A route and its nexthop, or the errno of the lookup. */
export type Found = { readonly route: FakeRoute; readonly nexthop: FakeNexthop | undefined } | string;

/** Errnos of routes that reject packets. */
const ERRORS: Partial<Record<Route["type"], string>> = {
  blackhole: "EINVAL",
  unreachable: "EHOSTUNREACH",
  prohibit: "EACCES",
  throw: "EAGAIN",
};

/** Errnos of rules that reject packets. */
const RULE_ERRORS: Partial<Record<FakeRule["action"], string>> = {
  blackhole: "EINVAL",
  unreachable: "ENETUNREACH",
  prohibit: "EACCES",
};

/** Returns the tables that are searched as one: IPv4 merges `local` and `main` until its rules are changed. */
function searchedWith(network: Network, family: IpFamily, table: number): number[] {
  const { local, main } = routeTables;
  return family === "inet" && table === local && !network.rules.changed ? [local, main] : [table];
}

/** Looks up a packet in a table; returns `undefined` if nothing matches. */
export function lookupTable(network: Network, table: number, packet: Packet): Found | undefined {
  const { family, dst, oif, scope = 0 } = packet;
  for (const route of network.routes.matching(family, searchedWith(network, family, table), dst)) {
    if (route.tos !== 0 || scopeValue(route.scope) < (family === "inet" ? scope : 0)) continue;
    const error = ERRORS[route.type];
    if (error !== undefined) return error;
    // Addresses of this host do not depend on the state of their link.
    const alive = (nexthop: FakeNexthop) => route.scope === "host" || isAlive(network.links, nexthop);
    const fits = (nexthop: FakeNexthop) => alive(nexthop) && (oif === undefined || nexthop.oif === oif);
    const nexthop = route.nexthops.find(fits);
    if (nexthop !== undefined) return { route, nexthop };
  }
  return undefined;
}

/** Looks up a packet by the rules. */
export function lookup(network: Network, packet: Packet): Found {
  const { family } = packet;
  const selected = { src: ANY[family], ...packet, oifname: network.links.byIndex(packet.oif)?.ifname };
  let from = 0;
  for (const rule of network.rules.of(family)) {
    const { action = "toTbl", priority = 0 } = rule;
    if (priority < from || !matches(rule, selected)) continue;
    if (action === "goto") from = rule.goto ?? 0;
    const found = action === "toTbl" ? lookupTable(network, rule.table, packet) : RULE_ERRORS[action];
    if (found === undefined || found === "EAGAIN") continue;
    // Absence is the largest number of 32 bits, which is -1 here.
    const longest = (rule.suppressPrefixlen ?? -1) | 0;
    const suppressed = typeof found !== "string" && found.route.dstLen <= longest;
    if (!suppressed) return found;
  }
  return "ENETUNREACH";
}
