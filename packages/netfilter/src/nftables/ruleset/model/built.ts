import type { Difference } from "@rxnetlink/core";
import { replacement } from "./rows.js";

/** Something that is built on demand and stays the same until it, or a part of it, is touched. */
abstract class Built<N> {
  #node: N | undefined;
  readonly #above: () => void;

  /** @param above - Touches what this is a part of. */
  constructor(above: () => void) {
    this.#above = above;
  }

  protected abstract build(): N;

  /** Returns the node, the same until something changes. */
  take(): N {
    this.#node ??= this.build();
    return this.#node;
  }

  /** Records a change. */
  readonly touch = (): void => {
    this.#node = undefined;
    this.#above();
  };
}

/** An object that contains others. */
export abstract class Holder<T, N> extends Built<N> {
  #row: T;

  constructor(above: () => void, row: T) {
    super(above);
    this.#row = row;
  }

  /** The object. */
  get row(): T {
    return this.#row;
  }

  /** Replaces the object. */
  put(row: T, volatile: ReadonlySet<string>): Difference<T> | undefined {
    const { row: kept, difference } = replacement(this.#row as T | undefined, row, volatile);
    if (kept === this.#row) return undefined;
    this.#row = kept;
    this.touch();
    return difference;
  }
}

/** Objects of one kind that contain others, by key. */
export class Holders<T, N, H extends Holder<T, N>> extends Built<ReadonlyMap<string, N>> {
  readonly #holders = new Map<string, H>();
  readonly #make: (above: () => void, row: T) => H;
  readonly #volatile: ReadonlySet<string>;

  constructor(above: () => void, make: (above: () => void, row: T) => H, volatile: ReadonlySet<string>) {
    super(above);
    this.#make = make;
    this.#volatile = volatile;
  }

  /** The objects. */
  get now(): ReadonlyMap<string, H> {
    return this.#holders;
  }

  /** Adds or replaces an object. */
  put(key: string, current: T): Difference<T> | undefined {
    const known = this.#holders.get(key);
    if (known !== undefined) return known.put(current, this.#volatile);
    this.#holders.set(key, this.#make(this.touch, current));
    this.touch();
    return { type: "added", current };
  }

  /** Removes an object. */
  remove(key: string): Difference<T> | undefined {
    const known = this.#holders.get(key);
    if (known === undefined) return undefined;
    this.#holders.delete(key);
    this.touch();
    return { type: "removed", previous: known.row };
  }

  protected build(): ReadonlyMap<string, N> {
    return new Map([...this.#holders].map(([key, holder]) => [key, holder.take()]));
  }
}
