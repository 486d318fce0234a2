import type { MessageSet } from "@rxnetlink/core";
import { type Route, routeFlags, routeObject, routeTables } from "@rxnetlink/route";
import type { FakeObject, LinkEvent } from "../kernel/fake-object.js";
import type { Asked, Cause } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse, refuseOthers } from "../kernel/refused.js";
import type { FakeLink } from "../links/fake-link.js";
import { type FakeRoute, isAlive, KNOWN_OF_ROUTES, messageOf } from "./fake-route.js";
import { Fib } from "./fib.js";
import { ANY, HOST, type IpFamily } from "./ip-prefix.js";
import { Ipv4Routes } from "./ipv4-routes.js";
import { Ipv6Routes } from "./ipv6-routes.js";
import { lookup, lookupTable } from "./lookup.js";

/** What IPv4 and IPv6 do each in its own way. */
export interface RouteFamily {
  /** Makes what a request asks for. */
  put(request: Route, asked: Asked): void;
  /** Removes what a request names. */
  remove(request: Route, asked: Asked): void;
  /** Puts a route into its table. */
  insert(route: FakeRoute, flags: number, cause?: Cause): void;
  /** What is told of a route in a dump; `undefined` where it is told with another. */
  row(route: FakeRoute): Partial<Route> | undefined;
}

/** Where a request says that a route is. */
export function placeOf({ rtmTable, table = rtmTable, dst, dstLen }: Route, family: IpFamily) {
  return { table: table === 0 ? routeTables.main : table, dst: dst ?? ANY[family], dstLen };
}

/** Routes of IPv4 and IPv6. */
export class Routes implements FakeObject<Route> {
  readonly declaration: MessageSet<Route> = routeObject;
  readonly filters = ["family", "table", "rtmTable", "protocol", "type", "oif"];
  readonly generation = 0;
  readonly fib = new Fib();
  readonly #families: Readonly<Record<IpFamily, RouteFamily>>;
  readonly #net: Net;

  constructor(net: Net) {
    this.#net = net;
    this.#families = { inet: new Ipv4Routes(net, this), inet6: new Ipv6Routes(net, this) };
  }

  put(request: Route, asked: Asked): void {
    refuseOthers(request, KNOWN_OF_ROUTES);
    this.#familyOf(request).put(request, asked);
  }

  remove(request: Route, asked: Asked): void {
    refuseOthers(request, KNOWN_OF_ROUTES);
    this.#familyOf(request).remove(request, asked);
  }

  get({ family, dst, oif, src, flags }: Route): Partial<Route> {
    if (family !== "inet" && family !== "inet6") return refuse("EOPNOTSUPP");
    const packet = { family, dst: dst ?? ANY[family], oif, ...(src !== undefined && { src }) };
    const found = lookup(this.#net, packet);
    if (typeof found === "string") return refuse(found);
    const { route, way } = found;
    if (routeFlags.has(flags, "fibMatch")) return messageOf(this.#net.links, route);
    const source = route.prefsrc ?? this.#net.addresses.sourceOf(family, way?.oif);
    const taken = { ...route, protocol: "unspec", scope: "universe", ways: way ? [way] : [] } as const;
    const dstLen = HOST[family];
    const answer = messageOf(this.#net.links, { ...taken, dst: packet.dst, dstLen, priority: 0 });
    return { ...answer, flags: routeFlags.bits.cloned, ...(source !== undefined && { prefsrc: source }) };
  }

  *list({ family, table, rtmTable, protocol, type, oif }: Route): Generator<Partial<Route>> {
    const wanted = table ?? rtmTable;
    for (const one of ["inet", "inet6"] as const) {
      if (family !== one && family !== "unspec") continue;
      if (wanted !== 0 && family === one && !this.#hasTable(one, wanted))
        refuse("ENOENT", "FIB table does not exist");
      const fits = (route: FakeRoute) =>
        route.family === one &&
        (wanted === 0 || route.table === wanted) &&
        (protocol === "unspec" || route.protocol === protocol) &&
        (type === "unspec" || route.type === type) &&
        (oif === undefined || route.ways.some((way) => way.oif === oif));
      for (const route of this.fib.all.filter(fits)) {
        const row = this.fib.has(route) ? this.#families[one].row(route) : undefined;
        if (row !== undefined) yield row;
      }
    }
  }

  follow(event: LinkEvent, link: FakeLink): void {
    if (event === "down") this.#loseWays(link);
    if (event === "unregister") this.lose(link, "all");
  }

  /** Puts a route of the kernel's own into its table, unless one is in its way. */
  insert(route: FakeRoute, flags: number): void {
    if (this.fib.beside(route).some((other) => this.#collides(other, route))) return;
    this.#families[route.family].insert(route, flags);
  }

  /** The routes to one destination. */
  at(family: IpFamily, table: number, dst: string, dstLen: number): readonly FakeRoute[] {
    return this.fib.at(family, table, dst, dstLen);
  }

  /** Removes a route and tells of it. */
  delete(route: FakeRoute, cause?: Cause): void {
    this.fib.drop(route);
    this.tell("delete", route, 0, cause);
  }

  /** Removes the route that an IPv4 address brought, if it is still there. */
  remove4(wanted: FakeRoute): void {
    const { type, scope, prefsrc, priority, ways } = wanted;
    const fits = (route: FakeRoute) =>
      route.type === type &&
      route.scope === scope &&
      route.prefsrc === prefsrc &&
      route.protocol === "kernel" &&
      (priority === 0 || route.priority === priority) &&
      route.ways[0]?.oif === ways[0]?.oif;
    const route = this.fib.beside(wanted).find(fits);
    if (route !== undefined) this.delete(route);
  }

  /** IPv4 routes that prefer an address end with it. */
  withoutSource(address: string): void {
    if (this.typeOf(address) === "local") return;
    const { main } = routeTables;
    for (const route of this.fib.all)
      if (route.family === "inet" && route.table === main && route.prefsrc === address) this.delete(route);
  }

  /** What the table `local` says of an IPv4 address. */
  typeOf(address: string): Route["type"] {
    const first = Number.parseInt(address, 10);
    if (first === 0 || address === "255.255.255.255") return "broadcast";
    if (first >= 224 && first < 240) return "multicast";
    const found = lookupTable(this.#net, routeTables.local, { family: "inet", dst: address });
    return typeof found === "object" ? found.route.type : "unicast";
  }

  /** Removes all routes of a link: those of IPv6 with a word, those of IPv4 without. */
  lose(link: FakeLink, which: "all" | "inet6"): void {
    const leads = ({ ways }: FakeRoute) => ways.some(({ oif }) => oif === link.index);
    for (const route of this.fib.all.filter(leads)) {
      if (
        route.family === "inet6" &&
        (which === "inet6" || this.#net.links.byIndex(link.index) === undefined)
      )
        this.#lose6(route);
      else if (route.family === "inet" && which === "all") this.fib.drop(route);
    }
  }

  /** Tells of a route; `ways` are those that are told with it. */
  tell(event: "new" | "delete", route: FakeRoute, flags: number, cause?: Cause, ways = route.ways): void {
    const value = messageOf(this.#net.links, route, ways);
    this.#net.tell<Route>(routeObject, event, value, { flags, ...(cause && { cause }) });
  }

  /** A way of several stays, unused, as long as another one is alive. */
  #lose6(route: FakeRoute): void {
    const { links } = this.#net;
    const ways = Ipv6Routes.siblings(this.fib, route);
    if (ways.length === 1 || !ways.some((one) => one.ways.every((way) => isAlive(links, way))))
      this.delete(route);
  }

  /** IPv4 routes without a way end without a word; those to this host stay. */
  #loseWays({ index }: FakeLink): void {
    const { links } = this.#net;
    for (const route of this.fib.all) {
      const leads = route.family === "inet" && route.ways.some(({ oif }) => oif === index);
      if (leads && route.scope !== "host" && !route.ways.some((way) => isAlive(links, way)))
        this.fib.drop(route);
    }
  }

  #collides(one: FakeRoute, other: FakeRoute): boolean {
    if (one.priority !== other.priority) return false;
    if (one.family === "inet6") return Ipv6Routes.sameWay(one, other);
    const { type, scope, protocol, prefsrc, tos } = other;
    const same = one.type === type && one.scope === scope && one.protocol === protocol && one.tos === tos;
    return same && one.prefsrc === prefsrc && one.ways[0]?.oif === other.ways[0]?.oif;
  }

  #hasTable(family: IpFamily, table: number): boolean {
    return table === routeTables.main || table === routeTables.local || this.fib.hasTable(family, table);
  }

  #familyOf({ family }: Route): RouteFamily {
    if (family !== "inet" && family !== "inet6") return refuse("EOPNOTSUPP");
    return this.#families[family];
  }
}
