import type { Difference, Identity } from "@rxnetlink/core";
import { Snapshots, type StateTracker } from "@rxnetlink/core/internal";
import type { Address } from "../address/layout.js";
import type { Link } from "../link/layout.js";
import type { Neighbour } from "../neighbour/layout.js";
import type { Route } from "../route/layout.js";
import type { Rule } from "../rule/layout.js";
import { ByLink, type LazyList } from "./by-link.js";

/** A link and everything that belongs to it. */
export interface LinkNode {
  /** Link. */
  readonly link: Link;
  /** Master: the bridge, bond or VRF of the link. */
  readonly master?: Link;
  /** Other end of a pair such as veth, if it is in this namespace. */
  readonly peer?: Link;
  /** Lower link, such as that of a VLAN, if it is in this namespace. */
  readonly lower?: Link;
  /** Addresses of the link. */
  readonly addresses: readonly Address[];
  /** Neighbours on the link. */
  readonly neighbours: readonly Neighbour[];
  /** Routes through the link; a multipath route belongs to the link of each nexthop. */
  readonly routes: readonly Route[];
}

/** A consistent snapshot of links, addresses, neighbours, routes and rules. */
export interface Topology {
  /** Number of changes so far, which only grows. */
  readonly revision: number;
  /** Links with everything that belongs to them, by index. A node stays the same object while nothing in it changes. */
  readonly links: ReadonlyMap<number, LinkNode>;
  /** Routes without a link, such as unreachable ones. */
  readonly otherRoutes: readonly Route[];
  /** Rules, in the order in which they apply. */
  readonly rules: readonly Rule[];
}

/** Index that no link has. */
const NO_LINK = 0;

function linkIndexesOf({ oif, multipath }: Route): readonly number[] {
  const links = new Set(multipath?.map(({ ifindex }) => ifindex));
  if (oif !== undefined) links.add(oif);
  return links.size === 0 ? [NO_LINK] : [...links];
}

/** Parts of a node. */
interface Parts extends Pick<LinkNode, "link" | "master" | "peer" | "lower"> {
  readonly addresses: LazyList<Address>;
  readonly neighbours: LazyList<Neighbour>;
  readonly routes: LazyList<Route>;
}

function sameParts(one: Parts, other: Parts): boolean {
  const keys = Object.keys(one) as (keyof Parts)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** Returns a node whose lists are built on first use: 60 000 routes cost nothing if only links are read. */
function nodeOf({ addresses, neighbours, routes, ...links }: Parts): LinkNode {
  return {
    ...links,
    get addresses() {
      return addresses.list;
    },
    get neighbours() {
      return neighbours.list;
    },
    get routes() {
      return routes.list;
    },
  };
}

const byPriority = (one: Rule, other: Rule) => (one.priority ?? 0) - (other.priority ?? 0);

/** Builds topologies from tracked tables, each from the previous one. */
export class TopologyBuilder {
  readonly tracker: StateTracker<object>;
  /** Links as of their last real change; table rows are replaced even when only counters differ. */
  readonly #links = new Map<number, Link>();
  readonly #addresses: ByLink<Address>;
  readonly #neighbours: ByLink<Neighbour>;
  readonly #routes: ByLink<Route>;
  readonly #indexes = new Map<string, { change(difference: Difference<object>): void }>();
  #rules: readonly Rule[] | undefined;
  readonly #parts = new Map<number, Parts>();
  readonly #nodes = new Snapshots<number, LinkNode>();
  /** Links whose node may have changed. */
  readonly #touched = new Set<number>();
  /** Links that changed themselves, which also affects the nodes that have them as master, peer or lower link. */
  readonly #changed = new Set<number>();

  constructor(tracker: StateTracker<object>) {
    this.tracker = tracker;
    const links = tracker.table("link").rows as ReadonlyMap<Identity, Link>;
    for (const current of links.values()) this.#linkChanged({ type: "added", current });
    this.#indexes.set("link", { change: (difference) => this.#linkChanged(difference as Difference<Link>) });
    this.#addresses = this.#byLink<Address>("address", ({ index }) => [index]);
    this.#neighbours = this.#byLink<Neighbour>("neighbour", ({ ndmIfindex }) => [ndmIfindex]);
    this.#routes = this.#byLink<Route>("route", linkIndexesOf);
  }

  /** Applies a change of one of the tables. */
  change(object: string, difference: Difference<object>): void {
    if (object === "rule") this.#rules = undefined;
    else this.#indexes.get(object)?.change(difference);
  }

  /** Builds the topology of the current tables. */
  build(): Topology {
    this.touchRelated();
    for (const index of this.#touched) this.#rebuild(index);
    this.#touched.clear();
    const rules = this.tracker.table("rule").rows as ReadonlyMap<Identity, Rule>;
    this.#rules ??= [...rules.values()].sort(byPriority);
    const { revision } = this.tracker;
    const otherRoutes = this.#routes.of(NO_LINK);
    return {
      revision,
      links: this.#nodes.take(),
      get otherRoutes() {
        return otherRoutes.list;
      },
      rules: this.#rules,
    };
  }

  /** Creates an index of a table, filled with the current rows. */
  #byLink<T extends object>(object: string, of: (value: T) => readonly number[]): ByLink<T> {
    const table = this.tracker.table(object);
    const index = new ByLink<T>(
      of,
      (value) => table.identityOf(value),
      (link) => this.#touched.add(link),
    );
    for (const current of table.rows.values()) index.change({ type: "added", current: current as T });
    this.#indexes.set(object, { change: (difference) => index.change(difference as Difference<T>) });
    return index;
  }

  #linkChanged({ previous, current }: Difference<Link>): void {
    if (current !== undefined) this.#links.set(current.index, current);
    else if (previous !== undefined) this.#links.delete(previous.index);
    for (const link of [previous, current]) {
      if (link === undefined) continue;
      this.#changed.add(link.index);
      this.#touched.add(link.index);
    }
  }

  /** Touches the nodes that show a changed link. */
  touchRelated(): void {
    if (this.#changed.size === 0) return;
    for (const { index, master, link } of this.#links.values())
      if ([master, link].some((other) => other !== undefined && this.#changed.has(other)))
        this.#touched.add(index);
    this.#changed.clear();
  }

  #rebuild(index: number): void {
    const link = this.#links.get(index);
    if (link === undefined) {
      this.#nodes.delete(index);
      this.#parts.delete(index);
      return;
    }
    const parts = this.partsOf(link);
    const before = this.#parts.get(index);
    if (before !== undefined && sameParts(before, parts)) return;
    this.#parts.set(index, parts);
    this.#nodes.set(index, nodeOf(parts));
  }

  partsOf(link: Link): Parts {
    const { index } = link;
    const links = this.#links;
    const master = link.master === undefined ? undefined : links.get(link.master);
    // The index of a link in another namespace has no meaning here.
    const below =
      link.link === undefined || link.linkNetnsid !== undefined || link.link === index
        ? undefined
        : links.get(link.link);
    const mutual = below !== undefined && below.link === index && below.linkNetnsid === undefined;
    return {
      link,
      ...(master !== undefined && { master }),
      ...(below !== undefined && (mutual ? { peer: below } : { lower: below })),
      addresses: this.#addresses.of(index),
      neighbours: this.#neighbours.of(index),
      routes: this.#routes.of(index),
    };
  }
}
