import type { Difference, Identity } from "@rxnetlink/core";
import { Snapshots, type StateTracker } from "@rxnetlink/core/internal";
import type { Address } from "../address/layout.js";
import type { Link } from "../link/layout.js";
import type { Neighbour } from "../neighbour/layout.js";
import type { Route } from "../route/layout.js";
import type { Rule } from "../rule/layout.js";
import { ByLink, type LazyList } from "./by-link.js";

/** A link and all that belongs to it. */
export interface LinkNode {
  /** The link. */
  readonly link: Link;
  /** The bridge, bond or VRF that it is in. */
  readonly master?: Link;
  /** The other end of a pair such as veth, if it is in this namespace. */
  readonly peer?: Link;
  /** The link that it is on top of, as a VLAN is, if that is in this namespace. */
  readonly lower?: Link;
  /** Its addresses. */
  readonly addresses: readonly Address[];
  /** Its neighbours. */
  readonly neighbours: readonly Neighbour[];
  /** The routes that leave by it; one of several ways is at the link of each. */
  readonly routes: readonly Route[];
}

/** Links, addresses, neighbours, routes and rules as they are at one moment. */
export interface Topology {
  /** Counts the changes of all of them; it only grows. */
  readonly revision: number;
  /** Each link with what belongs to it, by index. A node is the same object as before if nothing in it has changed. */
  readonly links: ReadonlyMap<number, LinkNode>;
  /** The routes of no link, such as those that reject. */
  readonly otherRoutes: readonly Route[];
  /** The rules, in the order in which they apply. */
  readonly rules: readonly Rule[];
}

/** No link has this index. */
const NO_LINK = 0;

function linkIndexesOf({ oif, multipath }: Route): readonly number[] {
  const links = new Set(multipath?.map(({ ifindex }) => ifindex));
  if (oif !== undefined) links.add(oif);
  return links.size === 0 ? [NO_LINK] : [...links];
}

/** What a node is made of. */
interface Parts extends Pick<LinkNode, "link" | "master" | "peer" | "lower"> {
  readonly addresses: LazyList<Address>;
  readonly neighbours: LazyList<Neighbour>;
  readonly routes: LazyList<Route>;
}

function sameParts(one: Parts, other: Parts): boolean {
  const keys = Object.keys(one) as (keyof Parts)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** A node whose lists are made when they are first read: one of 60 000 routes costs nothing to who looks at links. */
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

/** Makes topologies of tables that are kept, each from the one before it. */
export class TopologyBuilder {
  readonly tracker: StateTracker<object>;
  /** Links as of their last change: the table's rows are made anew even where counters alone are other. */
  readonly #links = new Map<number, Link>();
  readonly #addresses: ByLink<Address>;
  readonly #neighbours: ByLink<Neighbour>;
  readonly #routes: ByLink<Route>;
  readonly #indexes = new Map<string, { change(difference: Difference<object>): void }>();
  #rules: readonly Rule[] | undefined;
  readonly #parts = new Map<number, Parts>();
  readonly #nodes = new Snapshots<number, LinkNode>();
  /** Links of which something has changed. */
  readonly #touched = new Set<number>();
  /** Links that are not what they were themselves: so are the nodes of those that they are master, peer or lower of. */
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

  /** Takes in a change of one of the tables. */
  change(object: string, difference: Difference<object>): void {
    if (object === "rule") this.#rules = undefined;
    else this.#indexes.get(object)?.change(difference);
  }

  /** What the tables come to now. */
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

  /** An index of a table, filled with what is known. */
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

  /** Touches what shows a link that has changed. */
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
    // Of a link in another namespace the index says nothing here.
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
