import type { Difference, Identity } from "@rxnetlink/core";
import { Snapshots } from "@rxnetlink/core/internal";

/** A list of given rows that is built on first use. */
export class LazyList<T extends object> {
  #rows: ReadonlyMap<Identity, T> | undefined;
  #list: readonly T[] = [];

  constructor(rows?: ReadonlyMap<Identity, T>) {
    this.#rows = rows;
  }

  /** The list, always the same object. */
  get list(): readonly T[] {
    if (this.#rows !== undefined) this.#list = [...this.#rows.values()];
    this.#rows = undefined;
    return this.#list;
  }
}

const NONE = new LazyList<never>();

/** Objects by the links to which they belong. A list stays the same object while nothing in it changes. */
export class ByLink<T extends object> {
  readonly #linksOf: (value: T) => readonly number[];
  readonly #identityOf: (value: T) => Identity | undefined;
  readonly #touched: (link: number) => void;
  readonly #objects = new Map<number, Snapshots<Identity, T>>();
  readonly #lists = new Map<number, LazyList<T>>();

  constructor(
    linksOf: (value: T) => readonly number[],
    identityOf: (value: T) => Identity | undefined,
    /** Called with each link whose list changed. */
    touched: (link: number) => void,
  ) {
    this.#linksOf = linksOf;
    this.#identityOf = identityOf;
    this.#touched = touched;
  }

  /** Applies that an object was added, changed or removed. */
  change({ previous, current }: Difference<T>): void {
    if (previous !== undefined) this.#each(previous, (objects, id) => objects.delete(id));
    if (current !== undefined) this.#each(current, (objects, id) => objects.set(id, current));
  }

  /** Returns the objects of a link. */
  of(link: number): LazyList<T> {
    const known = this.#lists.get(link);
    const objects = this.#objects.get(link);
    if (known !== undefined || objects === undefined) return known ?? NONE;
    const list = new LazyList(objects.take());
    this.#lists.set(link, list);
    return list;
  }

  #each(value: T, change: (objects: Snapshots<Identity, T>, id: Identity) => void): void {
    const id = this.#identityOf(value);
    if (id === undefined) return;
    for (const link of this.#linksOf(value)) {
      const objects = this.#objects.get(link) ?? new Snapshots<Identity, T>();
      change(objects, id);
      if (objects.now.size > 0) this.#objects.set(link, objects);
      else this.#objects.delete(link);
      this.#lists.delete(link);
      this.#touched(link);
    }
  }
}
