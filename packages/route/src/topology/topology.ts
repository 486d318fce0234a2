import type { Difference, Identity, Synchronizer } from "@rxnetlink/core";
import type { Address } from "../address.js";
import type { Link } from "../link.js";
import type { Neighbour } from "../neighbour.js";
import type { Route } from "../route.js";
import type { Rule } from "../rule.js";
import { ByLink } from "./by-link.js";

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

function linksOf({ oif, multipath }: Route): readonly number[] {
  const links = new Set(multipath?.map(({ ifindex }) => ifindex));
  if (oif !== undefined) links.add(oif);
  return links.size === 0 ? [NO_LINK] : [...links];
}

function alike(one: LinkNode, other: LinkNode): boolean {
  const keys = Object.keys(one) as (keyof LinkNode)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

const IN_ORDER = (one: Rule, other: Rule) => (one.priority ?? 0) - (other.priority ?? 0);

/** Makes topologies of tables that are kept, each from the one before it. */
export class TopologyBuilder {
  readonly #synchronizer: Synchronizer<object>;
  /** Links as of their last change: the table's rows are made anew even where counters alone are other. */
  readonly #links = new Map<number, Link>();
  readonly #addresses: ByLink<Address>;
  readonly #neighbours: ByLink<Neighbour>;
  readonly #routes: ByLink<Route>;
  readonly #indexes = new Map<string, { change(difference: Difference<object>): void }>();
  #rules: readonly Rule[] | undefined;
  #nodes: ReadonlyMap<number, LinkNode> = new Map();

  constructor(synchronizer: Synchronizer<object>) {
    this.#synchronizer = synchronizer;
    const links = synchronizer.table("link").rows as ReadonlyMap<Identity, Link>;
    for (const link of links.values()) this.#links.set(link.index, link);
    this.#indexes.set("link", { change: (difference) => this.#linkChanged(difference as Difference<Link>) });
    this.#addresses = this.#byLink<Address>("address", ({ index }) => [index]);
    this.#neighbours = this.#byLink<Neighbour>("neighbour", ({ ndmIfindex }) => [ndmIfindex]);
    this.#routes = this.#byLink<Route>("route", linksOf);
  }

  /** Takes in a change of one of the tables. */
  change(object: string, difference: Difference<object>): void {
    if (object === "rule") this.#rules = undefined;
    else this.#indexes.get(object)?.change(difference);
  }

  /** What the tables come to now. */
  build(): Topology {
    const nodes = new Map<number, LinkNode>();
    for (const link of this.#links.values()) {
      const node = this.#node(link);
      const before = this.#nodes.get(link.index);
      nodes.set(link.index, before !== undefined && alike(before, node) ? before : node);
    }
    this.#nodes = nodes;
    const rules = this.#synchronizer.table("rule").rows as ReadonlyMap<Identity, Rule>;
    this.#rules ??= [...rules.values()].sort(IN_ORDER);
    const { revision } = this.#synchronizer;
    return { revision, links: nodes, otherRoutes: this.#routes.of(NO_LINK), rules: this.#rules };
  }

  /** An index of a table, filled with what is known. */
  #byLink<T extends object>(object: string, of: (value: T) => readonly number[]): ByLink<T> {
    const table = this.#synchronizer.table(object);
    const index = new ByLink<T>(of, (value) => table.identityOf(value));
    for (const current of table.rows.values()) index.change({ type: "added", current: current as T });
    this.#indexes.set(object, { change: (difference) => index.change(difference as Difference<T>) });
    return index;
  }

  #linkChanged({ previous, current }: Difference<Link>): void {
    if (current !== undefined) this.#links.set(current.index, current);
    else if (previous !== undefined) this.#links.delete(previous.index);
  }

  #node(link: Link): LinkNode {
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
