import { Snapshot } from "./snapshot.js";

/** How far a snapshot may differ from the last whole copy: beyond this, another copy costs less than the differences. */
const allowance = (size: number) => 16 + 2 * Math.sqrt(size);

/**
 * A map that hands out what it holds at one moment. A snapshot is the last whole copy and what has changed since, so
 * that one after each change costs about the square root of the size; a map of which none is taken costs no more than
 * any other.
 */
export class Snapshots<K, V extends object> {
  readonly #now = new Map<K, V>();
  #base: ReadonlyMap<K, V> | undefined;
  /** What has changed since the copy was made; `undefined` is what has gone. */
  readonly #changed = new Map<K, V | undefined>();

  /** What it holds now. */
  get now(): ReadonlyMap<K, V> {
    return this.#now;
  }

  /** How many changes it remembers; bounded, whatever comes and goes. */
  get remembered(): number {
    return this.#changed.size;
  }

  /** Puts a value in. */
  set(key: K, value: V): void {
    this.#now.set(key, value);
    if (this.#base !== undefined) this.#note(key, value);
  }

  /** Takes a value out. */
  delete(key: K): void {
    if (this.#now.delete(key) && this.#base !== undefined) this.#note(key, undefined);
  }

  /** What it holds now; this does not change any more. */
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
