import type { MessageSet } from "@rxnetlink/core";
import type { Route } from "@rxnetlink/route";
import type { Cause, FakeObject, NotifyOptions } from "@rxnetlink/testing/fake";
import type { FakeLink, LinkTable } from "./links/fake-link.js";
import type { FakeRoute } from "./routes/fake-route.js";
import type { FakeRule } from "./routes/fake-rule.js";
import type { IpFamily } from "./routes/ip-prefix.js";

/** An event of a link that the other tables react to (`NETDEV_*`). */
export type LinkEvent = "register" | "up" | "down" | "carrier" | "changeaddr" | "unregister";

/** An object of the fake network: its table, which may react to links. */
export interface NetworkObject<T extends object> extends FakeObject<T> {
  /** Updates the table after an event of a link. */
  onLinkEvent?(event: LinkEvent, link: FakeLink): void;
}

/** Addresses, as other tables see them. */
export interface AddressTable {
  /** True if an address belongs to this host: to one link, or to any. */
  isOwn(family: IpFamily, address: string, index?: number): boolean;
  /** Returns the source address of packets that leave by a link. */
  sourceOf(family: IpFamily, index: number | undefined): string | undefined;
}

/** Routes, as other tables see them. */
export interface RouteTable {
  /** Returns the routes to one destination. */
  at(family: IpFamily, table: number, dst: string, dstLen: number): readonly FakeRoute[];
  /** Returns the routes of some tables that match an address, best first. */
  matching(family: IpFamily, tables: readonly number[], address: string): FakeRoute[];
  /** Returns the type of an IPv4 address by the table `local`. */
  typeOf(address: string): Route["type"];
  /** Inserts a route that the kernel itself makes, unless another one is in its place. */
  insert(route: FakeRoute, flags: number): void;
  /** Deletes a route and notifies of it. */
  delete(route: FakeRoute, cause?: Cause): void;
  /** Deletes the route that an IPv4 address implied, if it still exists. */
  deleteImplied(route: FakeRoute): void;
  /** Deletes the IPv4 routes whose preferred source is an address that no longer exists. */
  deleteBySource(address: string): void;
  /** Deletes the routes of a link: those of IPv6 with a notification, those of IPv4 silently. */
  deleteByLink(link: FakeLink, which: "all" | "inet6"): void;
}

/** Neighbours, as other tables see them. */
export interface NeighbourTable {
  /** Deletes the neighbours of a link except those in a state of `kept`. */
  flush(link: FakeLink, family?: IpFamily, kept?: number): void;
}

/** Rules, as other tables see them. */
export interface RuleTable {
  /** True once the IPv4 rules have been changed. */
  readonly changed: boolean;
  /** Returns the rules of a family in order of evaluation. */
  of(family: IpFamily): readonly FakeRule[];
}

/** A network namespace: its tables, and how they learn of each other's changes. */
export interface Network {
  readonly links: LinkTable;
  readonly addresses: AddressTable;
  readonly routes: RouteTable;
  readonly neighbours: NeighbourTable;
  readonly rules: RuleTable;
  /** Passes an event of a link to all tables. */
  linkEvent(event: LinkEvent, link: FakeLink): void;
  /** Notifies listeners that an object was added, changed or removed. */
  notify<T extends object>(
    object: MessageSet<T>,
    event: "new" | "delete",
    value: Partial<T> & { family?: unknown },
    options?: Pick<NotifyOptions, "cause" | "flags">,
  ): void;
}
