import type { Link, LinkNode, Topology } from "@rxnetlink/route";
import { type Ends, idOf } from "./link-view.js";
import { boundTo, isRouted, Underlays } from "./underlay.js";

/** A link that leads to one in another namespace: its own index, and the index there. */
const endOf = ({ index, link }: Link) => `${index} ${link}`;
const otherEndOf = ({ index, link }: Link) => `${link} ${index}`;

/** Returns the name of the namespace that has an id in another; `undefined` if it is not known. */
export type NamespaceOfId = (namespace: string, id: number) => string | undefined;

interface Placed {
  readonly namespace: string;
  readonly link: Link;
}

/**
 * Finds the links that links lead to, also in other namespaces. There, an index is known by the id of its namespace; if the
 * name of that is unknown, the ends of a pair are recognized by naming each other's index, if just one pair does.
 */
export class EndFinder {
  readonly #namespaceOf: NamespaceOfId;
  /** Links that lead to other namespaces, by their end. */
  readonly #ends = new Map<string, Map<string, Placed>>();
  readonly #underlays = new Underlays();

  constructor(namespaceOf: NamespaceOfId) {
    this.#namespaceOf = namespaceOf;
  }

  /** Takes note of a link, and returns the ids of the links that may lead to it. */
  set(namespace: string, link: Link): string[] {
    if (link.linkNetnsid === undefined) return [];
    const placed = this.#ends.get(endOf(link)) ?? new Map<string, Placed>();
    placed.set(idOf(namespace, link.index), { namespace, link });
    this.#ends.set(endOf(link), placed);
    return this.#others(link);
  }

  /** Forgets a link, and returns the ids of the links that may have led to it. */
  delete(namespace: string, link: Link): string[] {
    const placed = this.#ends.get(endOf(link));
    placed?.delete(idOf(namespace, link.index));
    if (placed?.size === 0) this.#ends.delete(endOf(link));
    return link.linkNetnsid === undefined ? [] : this.#others(link);
  }

  /** Returns the ids of the links that a link of a topology leads to. */
  of(namespace: string, { link, master, peer, lower }: LinkNode, topology: Topology): Ends {
    const routed = () => (isRouted(link) ? this.#underlays.of(topology, link) : undefined);
    const id = (index: number | undefined) => (index === undefined ? undefined : idOf(namespace, index));
    const ends = {
      master: id(master?.index),
      peer: id(peer?.index),
      lower: id(lower?.index ?? boundTo(link) ?? routed()),
    };
    const known = Object.fromEntries(Object.entries(ends).filter(([, end]) => end !== undefined));
    if (link.linkNetnsid === undefined || link.link === undefined || link.link === 0) return known;
    return { ...known, ...this.#elsewhere(namespace, link) };
  }

  #elsewhere(namespace: string, link: Link): Ends {
    const there = this.#namespaceOf(namespace, link.linkNetnsid!);
    const mutual = [...(this.#ends.get(otherEndOf(link)) ?? [])].filter(
      ([, other]) => other.namespace !== namespace && (there === undefined || other.namespace === there),
    );
    const [first] = mutual;
    if (first !== undefined && mutual.length === 1) return { peer: first[0] };
    return there === undefined ? { elsewhere: true } : { lower: idOf(there, link.link!) };
  }

  #others(link: Link): string[] {
    return [...(this.#ends.get(otherEndOf(link))?.keys() ?? [])];
  }
}
