import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core";
import type { Route } from "@rxnetlink/route";
import type { Asked, Cause } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse } from "../kernel/refused.js";
import { type FakeRoute, messageOf, type Way, waysOf } from "./fake-route.js";
import type { Fib } from "./fib.js";
import { masked } from "./ip-prefix.js";
import { usableWay } from "./ipv6-nexthop.js";
import { placeOf, type RouteFamily, type Routes } from "./routes.js";

/** Metric of routes of which none is given. */
const IP6_RT_PRIO_USER = 1024;
const APPENDING = NLM_F_CREATE | NLM_F_APPEND;

/** Whether a route with a gateway can be one way of several. */
const canJoin = ({ ways: [way] }: FakeRoute) => way?.gateway !== undefined;

/** IPv6 routes: each way stands for itself, and those of one metric that have a gateway are told as one route. */
export class Ipv6Routes implements RouteFamily {
  readonly #net: Net;
  readonly #routes: Routes;

  constructor(net: Net, routes: Routes) {
    this.#net = net;
    this.#routes = routes;
  }

  /** The ways of the route that a route is one of, itself included. */
  static siblings(fib: Fib, route: FakeRoute): FakeRoute[] {
    if (!canJoin(route)) return [route];
    return fib.beside(route).filter((one) => canJoin(one) && one.priority === route.priority);
  }

  /** Whether two routes lead the same way. */
  static sameWay({ ways: [one] }: FakeRoute, { ways: [other] }: FakeRoute): boolean {
    return one?.oif === other?.oif && one?.gateway === other?.gateway;
  }

  put(request: Route, asked: Asked): void {
    const routes = waysOf(request).map((way) => this.#routeOf(request, way));
    const [first] = routes;
    if (first === undefined) refuse("EINVAL");
    const { flags } = asked.header;
    const made: FakeRoute[] = [];
    let replaced = false;
    try {
      for (const [i, route] of routes.entries()) {
        // Those after the first one join it.
        const each = i === 0 ? flags : (flags & ~(NLM_F_EXCL | NLM_F_REPLACE)) | NLM_F_CREATE;
        replaced = this.#place(route, each);
        made.push(route);
      }
    } catch (error) {
      for (const route of made) this.#routes.fib.drop(route);
      throw error;
    }
    this.#tellNew(first, flags, replaced, asked);
  }

  insert(route: FakeRoute, flags: number, cause?: Cause): void {
    this.#tellNew(route, flags, this.#place(route, flags | NLM_F_CREATE), cause);
  }

  remove(request: Route, asked: Asked): void {
    const { table, dst, dstLen } = placeOf(request, "inet6");
    if (dstLen > 128) refuse("EINVAL", "Invalid prefix length");
    const rows = this.#routes.at("inet6", table, masked(dst, dstLen), dstLen);
    for (const wanted of waysOf(request)) {
      const route = rows.find((row) => isMeant(row, request, wanted)) ?? refuse("ESRCH");
      if (wanted.gateway === undefined) this.#removeAll(route, asked);
      else this.#routes.delete(route, asked);
    }
  }

  row(route: FakeRoute): Partial<Route> | undefined {
    const all = Ipv6Routes.siblings(this.#routes.fib, route);
    return all[0] === route
      ? messageOf(
          this.#net.links,
          route,
          all.flatMap(({ ways }) => ways),
        )
      : undefined;
  }

  #removeAll(route: FakeRoute, cause: Cause): void {
    const all = Ipv6Routes.siblings(this.#routes.fib, route);
    for (const one of all) this.#routes.fib.drop(one);
    const ways = all.flatMap((one) => one.ways);
    this.#routes.tell("delete", route, 0, cause, ways);
  }

  #tellNew(route: FakeRoute, flags: number, replaced: boolean, cause?: Cause): void {
    const others = Ipv6Routes.siblings(this.#routes.fib, route).filter((one) => one !== route);
    const ways = [route, ...others].flatMap((one) => one.ways);
    const told = replaced ? NLM_F_REPLACE : (flags & APPENDING) | NLM_F_CREATE;
    this.#routes.tell("new", route, told, cause, ways);
  }

  /** Puts a route behind those of its metric, or in the place of one; tells whether it replaced that. */
  #place(route: FakeRoute, flags: number): boolean {
    const rows = this.#routes.fib.beside(route);
    const same = rows.filter(({ priority }) => priority === route.priority);
    if (same.length > 0 && (flags & NLM_F_EXCL) !== 0) refuse("EEXIST");
    if ((flags & NLM_F_REPLACE) !== 0) {
      const old = same.find((one) => canJoin(one) === canJoin(route)) ?? same[0];
      if (old !== undefined) {
        this.#replace(rows, old, route);
        return true;
      }
      if ((flags & NLM_F_CREATE) === 0) refuse("ENOENT");
    } else if (same.some((one) => Ipv6Routes.sameWay(one, route))) refuse("EEXIST");
    rows.splice(rows.filter(({ priority }) => priority <= route.priority).length, 0, route);
    return false;
  }

  /** What is replaced goes with all its ways. */
  #replace(rows: FakeRoute[], old: FakeRoute, route: FakeRoute): void {
    const all = Ipv6Routes.siblings(this.#routes.fib, old);
    rows[rows.indexOf(old)] = route;
    for (const one of all) this.#routes.fib.drop(one);
  }

  #routeOf(request: Route, wanted: Way): FakeRoute {
    const { type, protocol, priority, prefsrc, metrics } = request;
    const { table, dst, dstLen } = placeOf(request, "inet6");
    if (dstLen > 128) refuse("EINVAL", "Invalid prefix length");
    const way = usableWay(this.#net, wanted, { table, dst, type });
    if (prefsrc !== undefined && !this.#net.addresses.isOwn("inet6", prefsrc))
      refuse("EINVAL", "Invalid source address");
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
      ways: [way],
    };
  }
}

function isMeant(
  { ways: [way], priority, protocol }: FakeRoute,
  request: Route,
  { oif, gateway }: Way,
): boolean {
  return (
    (oif === undefined || way?.oif === oif) &&
    (gateway === undefined || way?.gateway === gateway) &&
    (!request.priority || priority === request.priority) &&
    (request.protocol === "unspec" || protocol === request.protocol)
  );
}
