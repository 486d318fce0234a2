import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core/schema";
import type { Route } from "@rxnetlink/route";
import { type Cause, type FakeRequest, reject } from "@rxnetlink/testing/fake";
import type { Network } from "../network.js";
import { type FakeNexthop, type FakeRoute, messageOf, nexthopsOf } from "./fake-route.js";
import type { Fib } from "./fib.js";
import { masked } from "./ip-prefix.js";
import { resolveNexthop } from "./ipv6-nexthop.js";
import { placeOf, type RouteFamily, type RouteStore } from "./route-family.js";

/** Metric of routes without a given one. */
const IP6_RT_PRIO_USER = 1024;
const APPENDING = NLM_F_CREATE | NLM_F_APPEND;

/** True if a route can be one of several nexthops: it has a gateway. */
const canJoin = ({ nexthops: [nexthop] }: FakeRoute) => nexthop?.gateway !== undefined;

/** The IPv6 routes: each nexthop is a route of its own; those of one metric with gateways share a message. */
export class Ipv6Routes implements RouteFamily {
  readonly #network: Network;
  readonly #routes: RouteStore;

  constructor(network: Network, routes: RouteStore) {
    this.#network = network;
    this.#routes = routes;
  }

  /** Returns the routes that share a message with a route, itself included. */
  static siblings(fib: Fib, route: FakeRoute): FakeRoute[] {
    if (!canJoin(route)) return [route];
    return fib.toSamePrefix(route).filter((one) => canJoin(one) && one.priority === route.priority);
  }

  /** True if two routes have the same nexthop. */
  static sameNexthop({ nexthops: [one] }: FakeRoute, { nexthops: [other] }: FakeRoute): boolean {
    return one?.oif === other?.oif && one?.gateway === other?.gateway;
  }

  put(value: Route, request: FakeRequest): void {
    const routes = nexthopsOf(value).map((nexthop) => this.#routeOf(value, nexthop));
    const [first] = routes;
    if (first === undefined) reject("EINVAL");
    const { flags } = request.header;
    const made: FakeRoute[] = [];
    let replaced = false;
    try {
      for (const [i, route] of routes.entries()) {
        // The others join the first one.
        const each = i === 0 ? flags : (flags & ~(NLM_F_EXCL | NLM_F_REPLACE)) | NLM_F_CREATE;
        replaced = this.#place(route, each);
        made.push(route);
      }
    } catch (error) {
      for (const route of made) this.#routes.fib.drop(route);
      throw error;
    }
    this.#notifyNew(first, flags, replaced, request);
  }

  insert(route: FakeRoute, flags: number, cause?: Cause): void {
    this.#notifyNew(route, flags, this.#place(route, flags | NLM_F_CREATE), cause);
  }

  remove(value: Route, request: FakeRequest): void {
    const { table, dst, dstLen } = placeOf(value, "inet6");
    if (dstLen > 128) reject("EINVAL", "Invalid prefix length");
    const rows = this.#routes.at("inet6", table, masked(dst, dstLen), dstLen);
    for (const wanted of nexthopsOf(value)) {
      const route = rows.find((row) => isDeletedBy(row, value, wanted)) ?? reject("ESRCH");
      if (wanted.gateway === undefined) this.#removeAll(route, request);
      else this.#routes.delete(route, request);
    }
  }

  row(route: FakeRoute): Partial<Route> | undefined {
    const all = Ipv6Routes.siblings(this.#routes.fib, route);
    return all[0] === route
      ? messageOf(
          this.#network.links,
          route,
          all.flatMap(({ nexthops }) => nexthops),
        )
      : undefined;
  }

  #removeAll(route: FakeRoute, cause: Cause): void {
    const all = Ipv6Routes.siblings(this.#routes.fib, route);
    for (const one of all) this.#routes.fib.drop(one);
    const nexthops = all.flatMap((one) => one.nexthops);
    this.#routes.notify("delete", route, 0, cause, nexthops);
  }

  #notifyNew(route: FakeRoute, flags: number, replaced: boolean, cause?: Cause): void {
    const others = Ipv6Routes.siblings(this.#routes.fib, route).filter((one) => one !== route);
    const nexthops = [route, ...others].flatMap((one) => one.nexthops);
    const event = replaced ? NLM_F_REPLACE : (flags & APPENDING) | NLM_F_CREATE;
    this.#routes.notify("new", route, event, cause, nexthops);
  }

  /** Inserts a route after those of its metric, or replaces one of them; returns true if it replaced one. */
  #place(route: FakeRoute, flags: number): boolean {
    const rows = this.#routes.fib.toSamePrefix(route);
    const same = rows.filter(({ priority }) => priority === route.priority);
    if (same.length > 0 && (flags & NLM_F_EXCL) !== 0) reject("EEXIST");
    if ((flags & NLM_F_REPLACE) !== 0) {
      const old = same.find((one) => canJoin(one) === canJoin(route)) ?? same[0];
      if (old !== undefined) {
        this.#replace(rows, old, route);
        return true;
      }
      if ((flags & NLM_F_CREATE) === 0) reject("ENOENT");
    } else if (same.some((one) => Ipv6Routes.sameNexthop(one, route))) reject("EEXIST");
    rows.splice(rows.filter(({ priority }) => priority <= route.priority).length, 0, route);
    return false;
  }

  /** Replaces a route with all its siblings. */
  #replace(rows: FakeRoute[], old: FakeRoute, route: FakeRoute): void {
    const all = Ipv6Routes.siblings(this.#routes.fib, old);
    rows[rows.indexOf(old)] = route;
    for (const one of all) this.#routes.fib.drop(one);
  }

  #routeOf(value: Route, wanted: FakeNexthop): FakeRoute {
    const { type, protocol, priority, prefsrc, metrics } = value;
    const { table, dst, dstLen } = placeOf(value, "inet6");
    if (dstLen > 128) reject("EINVAL", "Invalid prefix length");
    const nexthop = resolveNexthop(this.#network, wanted, { table, dst, type });
    if (prefsrc !== undefined && !this.#network.addresses.isOwn("inet6", prefsrc))
      reject("EINVAL", "Invalid source address");
    return {
      family: "inet6",
      table,
      dst: masked(dst, dstLen),
      dstLen,
      tos: 0,
      type,
      scope: "universe",
      protocol,
      priority: priority || IP6_RT_PRIO_USER,
      ...(prefsrc !== undefined && { prefsrc }),
      ...(metrics !== undefined && { metrics }),
      nexthops: [nexthop],
    };
  }
}

function isDeletedBy(
  { nexthops: [nexthop], priority, protocol }: FakeRoute,
  value: Route,
  { oif, gateway }: FakeNexthop,
): boolean {
  return (
    (oif === undefined || nexthop?.oif === oif) &&
    (gateway === undefined || nexthop?.gateway === gateway) &&
    (!value.priority || priority === value.priority) &&
    (value.protocol === "unspec" || protocol === value.protocol)
  );
}
