import { Snapshot } from "./snapshot.js";

/** Most differences from the last full copy; beyond this, another copy costs less. */
const allowance = (size: number) => 16 + 2 * Math.sqrt(size);

/**
 * A map with cheap snapshots. A snapshot is the last full copy plus the differences since, so one after each change
 * costs about the square root of the size. Without snapshots the map costs no more than any other.
 */
export class Snapshots<K, V extends object> {
  readonly #now = new Map<K, V>();
  #base: ReadonlyMap<K, V> | undefined;
  /** Changes since the last full copy; `undefined` for removed entries. */
  readonly #changed = new Map<K, V | undefined>();

  /** Current content. */
  get now(): ReadonlyMap<K, V> {
    return this.#now;
  }

  /** Number of recorded changes, which is bounded. */
  get remembered(): number {
    return this.#changed.size;
  }

  /** Adds or replaces a value. */
  set(key: K, value: V): void {
    this.#now.set(key, value);
    if (this.#base !== undefined) this.#note(key, value);
  }

  /** Removes a value. */
  delete(key: K): void {
    if (this.#now.delete(key) && this.#base !== undefined) this.#note(key, undefined);
  }

  /** Returns an immutable copy of the current content. */
  take(): ReadonlyMap<K, V> {
    if (this.#base === undefined) {
      this.#base = new Map(this.#now);
      this.#changed.clear();
    }
    return new Snapshot(this.#base, new Map(this.#changed), this.#now.size);
  }

  #note(key: K, value: V | undefined): void {
    this.#changed.set(key, value);
    if (this.#changed.size <= allowance(this.#now.size)) return;
    this.#base = undefined;
    this.#changed.clear();
  }
}
