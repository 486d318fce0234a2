import { type Route, routeTables } from "@rxnetlink/route";
import type { Net } from "../kernel/network.js";
import { type FakeRoute, isAlive, scopeValue, type Way } from "./fake-route.js";
import { ANY, type IpFamily } from "./ip-prefix.js";
import type { FakeRule } from "./rules.js";

/** A packet to be routed. */
export interface Packet {
  readonly family: IpFamily;
  readonly dst: string;
  readonly src?: string;
  readonly oif?: number | undefined;
  /** The least scope that routes may have: those to a gateway must be on the link. */
  readonly scope?: number;
}

/** A route and its way, or the errno that the packet meets. */
export type Found = { readonly route: FakeRoute; readonly way: Way | undefined } | string;

/** What routes that are no ways answer with. */
const ERRORS: Partial<Record<Route["type"], string>> = {
  blackhole: "EINVAL",
  unreachable: "EHOSTUNREACH",
  prohibit: "EACCES",
  throw: "EAGAIN",
};

/** What rules that look nothing up answer with. */
const RULE_ERRORS: Partial<Record<FakeRule["action"], string>> = {
  blackhole: "EINVAL",
  unreachable: "ENETUNREACH",
  prohibit: "EACCES",
};

/** The tables that are searched as one: while nobody has touched the rules of IPv4, addresses are among the routes. */
function searchedWith(net: Net, family: IpFamily, table: number): number[] {
  const { local, main } = routeTables;
  return family === "inet" && table === local && !net.rules.changed ? [local, main] : [table];
}

/** Looks a packet up in a table; `undefined` where nothing fits. */
export function lookupTable(net: Net, table: number, packet: Packet): Found | undefined {
  const { family, dst, oif, scope = 0 } = packet;
  for (const route of net.routes.fib.towards(family, searchedWith(net, family, table), dst)) {
    if (route.tos !== 0 || scopeValue(route.scope) < (family === "inet" ? scope : 0)) continue;
    const error = ERRORS[route.type];
    if (error !== undefined) return error;
    // Addresses of this host are there whether or not their link is up.
    const alive = (way: Way) => route.scope === "host" || isAlive(net.links, way);
    const fits = (way: Way) => alive(way) && (oif === undefined || way.oif === oif);
    const way = route.ways.find(fits);
    if (way !== undefined) return { route, way };
  }
  return undefined;
}

/** Looks a packet up as the rules say. */
export function lookup(net: Net, packet: Packet): Found {
  const { family } = packet;
  const asked = { src: ANY[family], ...packet, oifname: net.links.byIndex(packet.oif)?.ifname };
  let from = 0;
  for (const rule of net.rules.of(family)) {
    const { action = "toTbl", priority = 0 } = rule;
    if (priority < from || !net.rules.fits(rule, asked)) continue;
    if (action === "goto") from = rule.goto ?? 0;
    const found = action === "toTbl" ? lookupTable(net, rule.table, packet) : RULE_ERRORS[action];
    if (found === undefined || found === "EAGAIN") continue;
    // None is the largest number of 32 bits, which is -1.
    const longest = (rule.suppressPrefixlen ?? -1) | 0;
    const suppressed = typeof found !== "string" && found.route.dstLen <= longest;
    if (!suppressed) return found;
  }
  return "ENETUNREACH";
}
