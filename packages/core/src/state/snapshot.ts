/** An immutable copy of a map: another map that no longer changes, and the differences from it. */
export class Snapshot<K, V extends object> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  /** Differences from `#base`; `undefined` for removed entries. */
  readonly #changed: ReadonlyMap<K, V | undefined>;

  constructor(
    base: ReadonlyMap<K, V>,
    changed: ReadonlyMap<K, V | undefined>,
    /** Number of entries. */
    readonly size: number,
  ) {
    this.#base = base;
    this.#changed = changed;
  }

  get(key: K): V | undefined {
    return this.#changed.has(key) ? this.#changed.get(key) : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[K, V]> {
    const changed = this.#changed;
    for (const entry of this.#base) {
      if (!changed.has(entry[0])) yield entry;
      else {
        const value = changed.get(entry[0]);
        if (value !== undefined) yield [entry[0], value];
      }
    }
    for (const [key, value] of changed) if (value !== undefined && !this.#base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void, self?: unknown): void {
    for (const [key, value] of this.entries()) callback.call(self, value, key, this);
  }

  get [Symbol.toStringTag](): string {
    return "Map";
  }

  /** Returns the form that Node prints. */
  [Symbol.for("nodejs.util.inspect.custom")](): Map<K, V> {
    return new Map(this);
  }
}

// Code that compares maps, such as test libraries, checks their constructors first.
Object.defineProperty(Snapshot.prototype, "constructor", { value: Map });
