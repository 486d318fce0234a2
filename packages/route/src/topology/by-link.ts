import type { Difference, Identity } from "@rxnetlink/core";

const NONE: readonly never[] = [];

/**
 * Objects by the links that they belong to. A list stays the same array as long as nothing in it changes; what changes
 * costs as much as the lists that it is in.
 */
export class ByLink<T extends object> {
  readonly #linksOf: (value: T) => readonly number[];
  readonly #identityOf: (value: T) => Identity | undefined;
  readonly #objects = new Map<number, Map<Identity, T>>();
  readonly #lists = new Map<number, readonly T[]>();

  constructor(linksOf: (value: T) => readonly number[], identityOf: (value: T) => Identity | undefined) {
    this.#linksOf = linksOf;
    this.#identityOf = identityOf;
  }

  /** Takes in that an object was added, changed or removed. */
  change({ previous, current }: Difference<T>): void {
    if (previous !== undefined) this.#each(previous, (objects, id) => objects.delete(id));
    if (current !== undefined) this.#each(current, (objects, id) => objects.set(id, current));
  }

  /** The objects of a link. */
  of(link: number): readonly T[] {
    const objects = this.#objects.get(link);
    if (objects === undefined || objects.size === 0) return NONE;
    const list = this.#lists.get(link) ?? [...objects.values()];
    this.#lists.set(link, list);
    return list;
  }

  #each(value: T, change: (objects: Map<Identity, T>, id: Identity) => void): void {
    const id = this.#identityOf(value);
    if (id === undefined) return;
    for (const link of this.#linksOf(value)) {
      const objects = this.#objects.get(link) ?? new Map<Identity, T>();
      this.#objects.set(link, objects);
      this.#lists.delete(link);
      change(objects, id);
    }
  }
}
