import { matcher } from "@rxnetlink/core/internal";
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core/schema";
import { metricsAttributes, type Route } from "@rxnetlink/route";
import { type Cause, type FakeRequest, reject } from "@rxnetlink/testing/fake";
import type { Network } from "../network.js";
import { alike, type FakeRoute, messageOf, nexthopsOf, REJECTING, scopeValue } from "./fake-route.js";
import { masked } from "./ip-prefix.js";
import { resolveNexthops } from "./ipv4-nexthop.js";
import { placeOf, type RouteFamily, type RouteStore } from "./route-family.js";

/** Smallest scope of routes, by type. */
const LEAST: Partial<Record<Route["type"], Route["scope"]>> = {
  local: "host",
  broadcast: "link",
  anycast: "link",
};
const WITH_NEXTHOP = new Set<Route["type"]>(["unicast", "local", "broadcast", "anycast", "multicast"]);

/** The IPv4 routes: those to one destination form a list, ordered by type of service and then by metric. */
export class Ipv4Routes implements RouteFamily {
  readonly #network: Network;
  readonly #routes: RouteStore;

  constructor(network: Network, routes: RouteStore) {
    this.#network = network;
    this.#routes = routes;
  }

  put(value: Route, request: FakeRequest): void {
    this.insert(this.#routeOf(value), request.header.flags, request);
  }

  insert(route: FakeRoute, flags: number, cause?: Cause): void {
    const rows = this.#routes.fib.toSamePrefix(route);
    const same = rows.filter(({ tos, priority }) => tos === route.tos && priority === route.priority);
    const [first] = same;
    const match = same.find((one) => alike(one, route));
    if (first !== undefined) {
      if ((flags & NLM_F_EXCL) !== 0) reject("EEXIST");
      if ((flags & NLM_F_REPLACE) !== 0) return this.#replace(rows, first, route, match, cause);
      if (match !== undefined) reject("EEXIST");
    }
    if ((flags & NLM_F_CREATE) === 0) reject("ENOENT");
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
    this.#routes.notify("new", route, NLM_F_CREATE | met, cause);
  }

  remove(value: Route, request: FakeRequest): void {
    const { table, dst, dstLen } = this.#placeOf(value);
    const { tos, type, scope, prefsrc, protocol, priority = 0, metrics = {} } = value;
    const hasMetrics = matcher(metricsAttributes, metrics);
    const fits = (route: FakeRoute) =>
      route.tos === tos &&
      (type === "unspec" || route.type === type) &&
      (scope === "nowhere" || route.scope === scope) &&
      (prefsrc === undefined || route.prefsrc === prefsrc) &&
      (protocol === "unspec" || route.protocol === protocol) &&
      (priority === 0 || route.priority === priority) &&
      hasMetrics(route.metrics ?? {}) &&
      hasNexthopsOf(route, value);
    const route = this.#routes.at("inet", table, dst, dstLen).find(fits);
    this.#routes.delete(route ?? reject("ESRCH"), request);
  }

  row(route: FakeRoute): Partial<Route> {
    return messageOf(this.#network.links, route);
  }

  #replace(
    rows: FakeRoute[],
    first: FakeRoute,
    route: FakeRoute,
    match: FakeRoute | undefined,
    cause?: Cause,
  ): void {
    if (match === first) return;
    if (match !== undefined) reject("EEXIST");
    rows[rows.indexOf(first)] = route;
    this.#routes.notify("new", route, NLM_F_REPLACE, cause);
  }

  #placeOf(value: Route) {
    const place = placeOf(value, "inet");
    if (place.dstLen > 32) reject("EINVAL", "Invalid prefix length");
    if (masked(place.dst, place.dstLen) !== place.dst)
      reject("EINVAL", "Invalid prefix for given prefix length");
    return place;
  }

  #routeOf(value: Route): FakeRoute {
    const { tos, type, scope, protocol, priority = 0, prefsrc, metrics } = value;
    const place = this.#placeOf(value);
    if ((tos & 3) !== 0) reject("EINVAL", "Invalid dsfield (tos): ECN bits must be 0");
    if (scopeValue(LEAST[type] ?? "universe") > scopeValue(scope)) reject("EINVAL", "Invalid scope");
    const nexthops = this.#nexthopsOf(value, place.table);
    if (prefsrc !== undefined && this.#routes.typeOf(prefsrc) !== "local")
      reject("EINVAL", "Invalid prefsrc address");
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
      nexthops,
    };
  }

  #nexthopsOf(value: Route, table: number) {
    const { type, oif, gateway, multipath, scope } = value;
    if (REJECTING.has(type)) {
      if (oif === undefined && gateway === undefined && multipath === undefined) return [];
      reject("EINVAL", "Gateway, device and multipath can not be specified for this route type");
    }
    if (!WITH_NEXTHOP.has(type)) reject("EINVAL", "Invalid route type");
    return resolveNexthops(this.#network, nexthopsOf(value), table, scope);
  }
}

/** True if a route has the nexthops of a request; of a single one, just the first is compared. */
function hasNexthopsOf({ nexthops }: FakeRoute, value: Route): boolean {
  const wanted = nexthopsOf(value);
  if (value.multipath !== undefined && wanted.length !== nexthops.length) return false;
  return wanted.every(({ oif, gateway }, i) => {
    const nexthop = nexthops[i];
    const named = oif !== undefined || gateway !== undefined;
    if (!named) return true;
    return (
      (oif === undefined || nexthop?.oif === oif) && (gateway === undefined || nexthop?.gateway === gateway)
    );
  });
}
