import { type Difference, type Identity, StateTable } from "@rxnetlink/core";

/** A source that can be read as a whole, and one by one. */
export interface Readings<K, V> {
  /** Reads everything. */
  all(): Promise<ReadonlyMap<K, V>>;
  /** Reads one; `undefined` if it is gone. */
  one(key: K): Promise<V | undefined>;
}

/** What there is has been read; changes follow. */
export interface RefreshedSynced {
  /** Discriminates events. */
  readonly type: "synced";
  /** Number of things that there are. */
  readonly size: number;
}

/** Events were lost; the differences have been emitted, and the state is correct again. */
export interface RefreshedResync {
  /** Discriminates events. */
  readonly type: "resync";
  /** Number of changes that had been missed. */
  readonly changes: number;
}

/** An event of a {@link Refreshed}. */
type RefreshedEvent<V> = Difference<V> | RefreshedSynced | RefreshedResync;

/** Recipient of what a {@link Refreshed} finds. */
export interface RefreshedObserver<V> {
  /** Receives each event. */
  next(event: RefreshedEvent<V>): void;
  /** Called when all that was due has been read, if something has changed. */
  settled(): void;
  /** Receives the error of a reading. */
  error(error: unknown): void;
}

/** Number of things that are read at a time. */
const AT_ONCE = 16;

/**
 * A table of what there is, which is true although events only say what to look at again: the source itself is read, at first as
 * a whole, then what events name, and as a whole again when some were lost. Events that come faster than they are read merge, so
 * that the memory they need is bounded by what there is.
 */
export class Refreshed<K extends Identity, V extends object> {
  readonly #readings: Readings<K, V>;
  readonly #observer: RefreshedObserver<V>;
  readonly #table: StateTable<V>;
  /** What is due: to be read, or gone. */
  #due = new Map<K, "read" | "gone">();
  #allDue = false;
  #synced = false;
  #running = false;
  #closed = false;

  constructor(identityOf: (value: V) => K, readings: Readings<K, V>, observer: RefreshedObserver<V>) {
    this.#table = new StateTable<V>({ identityOf });
    this.#readings = readings;
    this.#observer = observer;
  }

  /** Returns all there is, in a map that no longer changes. */
  snapshot(): ReadonlyMap<K, V> {
    return this.#table.snapshot() as ReadonlyMap<K, V>;
  }

  /** Keys of all there is. */
  keys(): IterableIterator<K> {
    return this.#table.rows.keys() as IterableIterator<K>;
  }

  /** Reads everything, soon. What was due before is part of it. */
  readAll(): void {
    this.#allDue = true;
    this.#due.clear();
    this.#start();
  }

  /** Reads one, soon. */
  read(key: K): void {
    this.#due.set(key, "read");
    this.#start();
  }

  /** Removes one, in the order of the calls. */
  gone(key: K): void {
    this.#due.set(key, "gone");
    this.#start();
  }

  /** Stops. */
  close(): void {
    this.#closed = true;
  }

  #start(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    this.#run().catch((error) => this.#closed || this.#observer.error(error));
  }

  async #run(): Promise<void> {
    while (!this.#closed && (this.#allDue || this.#due.size > 0)) {
      const changes = this.#allDue ? await this.#readAll() : await this.#readDue();
      if (!this.#closed && changes > 0) this.#observer.settled();
    }
    this.#running = false;
  }

  async #readAll(): Promise<number> {
    this.#allDue = false;
    const all = await this.#readings.all();
    if (this.#closed) return 0;
    const gone = [...this.keys()].filter((key) => !all.has(key));
    let changes = gone.filter((key) => this.#emit(this.#table.remove(key))).length;
    for (const [key, value] of all) if (this.#emit(this.#table.put(key, value))) changes++;
    if (this.#synced) this.#observer.next({ type: "resync", changes });
    else this.#observer.next({ type: "synced", size: all.size });
    const first = !this.#synced;
    this.#synced = true;
    // The first snapshot is due even if there is nothing.
    return first ? 1 : changes;
  }

  async #readDue(): Promise<number> {
    const due = [...this.#due];
    this.#due = new Map();
    let changes = 0;
    for (let from = 0; from < due.length && !this.#closed && !this.#allDue; from += AT_ONCE) {
      const some = due.slice(from, from + AT_ONCE);
      const values = await Promise.all(
        some.map(([key, what]) => (what === "gone" ? undefined : this.#readings.one(key))),
      );
      if (this.#closed) break;
      for (const [i, [key]] of some.entries()) {
        const value = values[i];
        const difference = value === undefined ? this.#table.remove(key) : this.#table.put(key, value);
        if (this.#emit(difference)) changes++;
      }
    }
    return changes;
  }

  /** Emits a difference; returns false if there is none. */
  #emit(difference: Difference<V> | undefined): boolean {
    if (difference !== undefined) this.#observer.next(difference);
    return difference !== undefined;
  }
}
