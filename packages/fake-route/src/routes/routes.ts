import type { MessageSet } from "@rxnetlink/core";
import { type Route, routeFlags, routeObject, routeTables } from "@rxnetlink/route";
import { type Cause, type FakeRequest, reject, rejectUnmodelled } from "@rxnetlink/testing/fake";
import type { FakeLink } from "../links/fake-link.js";
import type { LinkEvent, Network, NetworkObject } from "../network.js";
import { type FakeRoute, isAlive, MODELLED, messageOf } from "./fake-route.js";
import { Fib } from "./fib.js";
import { ANY, HOST, type IpFamily } from "./ip-prefix.js";
import { Ipv4Routes } from "./ipv4-routes.js";
import { Ipv6Routes } from "./ipv6-routes.js";
import { lookup, lookupTable } from "./lookup.js";
import type { RouteFamily, RouteStore } from "./route-family.js";

/** The routes of IPv4 and IPv6. */
export class Routes implements NetworkObject<Route>, RouteStore {
  readonly definition: MessageSet<Route> = routeObject;
  readonly filters = ["family", "table", "rtmTable", "protocol", "type", "oif"];
  readonly generation = 0;
  readonly fib = new Fib();
  readonly #families: Readonly<Record<IpFamily, RouteFamily>>;
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
    this.#families = { inet: new Ipv4Routes(network, this), inet6: new Ipv6Routes(network, this) };
  }

  put(value: Route, request: FakeRequest): void {
    rejectUnmodelled(value, MODELLED);
    this.#familyOf(value).put(value, request);
  }

  remove(value: Route, request: FakeRequest): void {
    rejectUnmodelled(value, MODELLED);
    this.#familyOf(value).remove(value, request);
  }

  get({ family, dst, oif, src, flags }: Route): Partial<Route> {
    if (family !== "inet" && family !== "inet6") return reject("EOPNOTSUPP");
    const packet = { family, dst: dst ?? ANY[family], oif, ...(src !== undefined && { src }) };
    const found = lookup(this.#network, packet);
    if (typeof found === "string") return reject(found);
    const { route, nexthop } = found;
    if (routeFlags.has(flags, "fibMatch")) return messageOf(this.#network.links, route);
    const source = route.prefsrc ?? this.#network.addresses.sourceOf(family, nexthop?.oif);
    const chosen = {
      ...route,
      protocol: "unspec",
      scope: "universe",
      nexthops: nexthop ? [nexthop] : [],
    } as const;
    const dstLen = HOST[family];
    const answer = messageOf(this.#network.links, { ...chosen, dst: packet.dst, dstLen, priority: 0 });
    return { ...answer, flags: routeFlags.bits.cloned, ...(source !== undefined && { prefsrc: source }) };
  }

  *list({ family, table, rtmTable, protocol, type, oif }: Route): Generator<Partial<Route>> {
    const wanted = table ?? rtmTable;
    for (const one of ["inet", "inet6"] as const) {
      if (family !== one && family !== "unspec") continue;
      if (wanted !== 0 && family === one && !this.#hasTable(one, wanted))
        reject("ENOENT", "FIB table does not exist");
      const fits = (route: FakeRoute) =>
        route.family === one &&
        (wanted === 0 || route.table === wanted) &&
        (protocol === "unspec" || route.protocol === protocol) &&
        (type === "unspec" || route.type === type) &&
        (oif === undefined || route.nexthops.some((nexthop) => nexthop.oif === oif));
      for (const route of this.fib.all.filter(fits)) {
        const row = this.fib.has(route) ? this.#families[one].row(route) : undefined;
        if (row !== undefined) yield row;
      }
    }
  }

  onLinkEvent(event: LinkEvent, link: FakeLink): void {
    if (event === "down") this.#dropDead(link);
    if (event === "unregister") this.deleteByLink(link, "all");
  }

  insert(route: FakeRoute, flags: number): void {
    if (this.fib.toSamePrefix(route).some((other) => this.#collides(other, route))) return;
    this.#families[route.family].insert(route, flags);
  }

  at(family: IpFamily, table: number, dst: string, dstLen: number): readonly FakeRoute[] {
    return this.fib.at(family, table, dst, dstLen);
  }

  matching(family: IpFamily, tables: readonly number[], address: string): FakeRoute[] {
    return this.fib.matching(family, tables, address);
  }

  delete(route: FakeRoute, cause?: Cause): void {
    this.fib.drop(route);
    this.notify("delete", route, 0, cause);
  }

  deleteImplied(wanted: FakeRoute): void {
    const { type, scope, prefsrc, priority, nexthops } = wanted;
    const fits = (route: FakeRoute) =>
      route.type === type &&
      route.scope === scope &&
      route.prefsrc === prefsrc &&
      route.protocol === "kernel" &&
      (priority === 0 || route.priority === priority) &&
      route.nexthops[0]?.oif === nexthops[0]?.oif;
    const route = this.fib.toSamePrefix(wanted).find(fits);
    if (route !== undefined) this.delete(route);
  }

  deleteBySource(address: string): void {
    if (this.typeOf(address) === "local") return;
    const { main } = routeTables;
    for (const route of this.fib.all)
      if (route.family === "inet" && route.table === main && route.prefsrc === address) this.delete(route);
  }

  typeOf(address: string): Route["type"] {
    const first = Number.parseInt(address, 10);
    if (first === 0 || address === "255.255.255.255") return "broadcast";
    if (first >= 224 && first < 240) return "multicast";
    const found = lookupTable(this.#network, routeTables.local, { family: "inet", dst: address });
    return typeof found === "object" ? found.route.type : "unicast";
  }

  deleteByLink(link: FakeLink, which: "all" | "inet6"): void {
    const leads = ({ nexthops }: FakeRoute) => nexthops.some(({ oif }) => oif === link.index);
    for (const route of this.fib.all.filter(leads)) {
      if (
        route.family === "inet6" &&
        (which === "inet6" || this.#network.links.byIndex(link.index) === undefined)
      )
        this.#deleteIpv6(route);
      else if (route.family === "inet" && which === "all") this.fib.drop(route);
    }
  }

  notify(
    event: "new" | "delete",
    route: FakeRoute,
    flags: number,
    cause?: Cause,
    nexthops = route.nexthops,
  ): void {
    const value = messageOf(this.#network.links, route, nexthops);
    this.#network.notify<Route>(routeObject, event, value, { flags, ...(cause && { cause }) });
  }

  /** Deletes an IPv6 route; one of several nexthops stays, unused, while another one is alive. */
  #deleteIpv6(route: FakeRoute): void {
    const { links } = this.#network;
    const nexthops = Ipv6Routes.siblings(this.fib, route);
    if (
      nexthops.length === 1 ||
      !nexthops.some((one) => one.nexthops.every((nexthop) => isAlive(links, nexthop)))
    )
      this.delete(route);
  }

  /** Silently drops IPv4 routes without a live nexthop, except those to this host. */
  #dropDead({ index }: FakeLink): void {
    const { links } = this.#network;
    for (const route of this.fib.all) {
      const leads = route.family === "inet" && route.nexthops.some(({ oif }) => oif === index);
      if (leads && route.scope !== "host" && !route.nexthops.some((nexthop) => isAlive(links, nexthop)))
        this.fib.drop(route);
    }
  }

  #collides(one: FakeRoute, other: FakeRoute): boolean {
    if (one.priority !== other.priority) return false;
    if (one.family === "inet6") return Ipv6Routes.sameNexthop(one, other);
    const { type, scope, protocol, prefsrc, tos } = other;
    const same = one.type === type && one.scope === scope && one.protocol === protocol && one.tos === tos;
    return same && one.prefsrc === prefsrc && one.nexthops[0]?.oif === other.nexthops[0]?.oif;
  }

  #hasTable(family: IpFamily, table: number): boolean {
    return table === routeTables.main || table === routeTables.local || this.fib.hasTable(family, table);
  }

  #familyOf({ family }: Route): RouteFamily {
    if (family !== "inet" && family !== "inet6") return reject("EOPNOTSUPP");
    return this.#families[family];
  }
}
