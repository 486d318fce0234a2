import { matcher, NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core";
import { metricsAttributes, type Route } from "@rxnetlink/route";
import type { Asked, Cause } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse } from "../kernel/refused.js";
import { alike, type FakeRoute, messageOf, REJECTING, scopeValue, waysOf } from "./fake-route.js";
import { masked } from "./ip-prefix.js";
import { usableWays } from "./ipv4-nexthop.js";
import { placeOf, type RouteFamily, type Routes } from "./routes.js";

/** The least scope of a route of each type. */
const LEAST: Partial<Record<Route["type"], Route["scope"]>> = {
  local: "host",
  broadcast: "link",
  anycast: "link",
};
const WITH_WAY = new Set<Route["type"]>(["unicast", "local", "broadcast", "anycast", "multicast"]);

/** IPv4 routes: those to one destination stand in a list, by type of service and then by metric. */
export class Ipv4Routes implements RouteFamily {
  readonly #net: Net;
  readonly #routes: Routes;

  constructor(net: Net, routes: Routes) {
    this.#net = net;
    this.#routes = routes;
  }

  put(request: Route, asked: Asked): void {
    this.insert(this.#routeOf(request), asked.header.flags, asked);
  }

  insert(route: FakeRoute, flags: number, cause?: Cause): void {
    const rows = this.#routes.fib.beside(route);
    const same = rows.filter(({ tos, priority }) => tos === route.tos && priority === route.priority);
    const [first] = same;
    const match = same.find((one) => alike(one, route));
    if (first !== undefined) {
      if ((flags & NLM_F_EXCL) !== 0) refuse("EEXIST");
      if ((flags & NLM_F_REPLACE) !== 0) return this.#replace(rows, first, route, match, cause);
      if (match !== undefined) refuse("EEXIST");
    }
    if ((flags & NLM_F_CREATE) === 0) refuse("ENOENT");
    const appends = (flags & NLM_F_APPEND) !== 0;
    const last = same.at(-1) ?? first;
    const at =
      first === undefined || last === undefined
        ? rows.filter(
            (one) => one.tos > route.tos || (one.tos === route.tos && one.priority < route.priority),
          ).length
        : appends
          ? rows.indexOf(last) + 1
          : rows.indexOf(first);
    rows.splice(at, 0, route);
    const met = first === undefined ? NLM_F_EXCL : appends ? NLM_F_APPEND : 0;
    this.#routes.tell("new", route, NLM_F_CREATE | met, cause);
  }

  remove(request: Route, asked: Asked): void {
    const { table, dst, dstLen } = this.#placeOf(request);
    const { tos, type, scope, prefsrc, protocol, priority = 0, metrics = {} } = request;
    const hasMetrics = matcher(metricsAttributes, metrics);
    const fits = (route: FakeRoute) =>
      route.tos === tos &&
      (type === "unspec" || route.type === type) &&
      (scope === "nowhere" || route.scope === scope) &&
      (prefsrc === undefined || route.prefsrc === prefsrc) &&
      (protocol === "unspec" || route.protocol === protocol) &&
      (priority === 0 || route.priority === priority) &&
      hasMetrics(route.metrics ?? {}) &&
      leadsThere(route, request);
    const route = this.#routes.at("inet", table, dst, dstLen).find(fits);
    this.#routes.delete(route ?? refuse("ESRCH"), asked);
  }

  row(route: FakeRoute): Partial<Route> {
    return messageOf(this.#net.links, route);
  }

  #replace(
    rows: FakeRoute[],
    first: FakeRoute,
    route: FakeRoute,
    match: FakeRoute | undefined,
    cause?: Cause,
  ): void {
    if (match === first) return;
    if (match !== undefined) refuse("EEXIST");
    rows[rows.indexOf(first)] = route;
    this.#routes.tell("new", route, NLM_F_REPLACE, cause);
  }

  #placeOf(request: Route) {
    const place = placeOf(request, "inet");
    if (place.dstLen > 32) refuse("EINVAL", "Invalid prefix length");
    if (masked(place.dst, place.dstLen) !== place.dst)
      refuse("EINVAL", "Invalid prefix for given prefix length");
    return place;
  }

  #routeOf(request: Route): FakeRoute {
    const { tos, type, scope, protocol, priority = 0, prefsrc, metrics } = request;
    const place = this.#placeOf(request);
    if ((tos & 3) !== 0) refuse("EINVAL", "Invalid dsfield (tos): ECN bits must be 0");
    if (scopeValue(LEAST[type] ?? "universe") > scopeValue(scope)) refuse("EINVAL", "Invalid scope");
    const ways = this.#waysOf(request, place.table);
    if (prefsrc !== undefined && this.#routes.typeOf(prefsrc) !== "local")
      refuse("EINVAL", "Invalid prefsrc address");
    return {
      family: "inet",
      ...place,
      tos,
      type,
      scope,
      protocol,
      priority,
      ...(prefsrc !== undefined && { prefsrc }),
      ...(metrics !== undefined && { metrics }),
      ways,
    };
  }

  #waysOf(request: Route, table: number) {
    const { type, oif, gateway, multipath, scope } = request;
    if (REJECTING.has(type)) {
      if (oif === undefined && gateway === undefined && multipath === undefined) return [];
      refuse("EINVAL", "Gateway, device and multipath can not be specified for this route type");
    }
    if (!WITH_WAY.has(type)) refuse("EINVAL", "Invalid route type");
    return usableWays(this.#net, waysOf(request), table, scope);
  }
}

/** Whether a route has the way that a request names: the first one, or all of several. */
function leadsThere({ ways }: FakeRoute, request: Route): boolean {
  const wanted = waysOf(request);
  if (request.multipath !== undefined && wanted.length !== ways.length) return false;
  return wanted.every(({ oif, gateway }, i) => {
    const way = ways[i];
    const asks = oif !== undefined || gateway !== undefined;
    if (!asks) return true;
    return (oif === undefined || way?.oif === oif) && (gateway === undefined || way?.gateway === gateway);
  });
}
