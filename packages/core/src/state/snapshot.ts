/** What a map held at one moment: a map that does not change any more, and the little that was other then. */
export class Snapshot<K, V extends object> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  /** What is not as in `#base`; `undefined` is what has gone. */
  readonly #changed: ReadonlyMap<K, V | undefined>;

  constructor(
    base: ReadonlyMap<K, V>,
    changed: ReadonlyMap<K, V | undefined>,
    /** How many entries there are. */
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

  /** How Node prints it. */
  [Symbol.for("nodejs.util.inspect.custom")](): Map<K, V> {
    return new Map(this);
  }
}

// Those who compare maps, such as test libraries, ask by which constructor they were made before they look inside.
Object.defineProperty(Snapshot.prototype, "constructor", { value: Map });
