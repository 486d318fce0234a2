import { deepEqual } from "../values/equal.js";
import type { Identity } from "./identity.js";
import type { StateRules } from "./rules.js";
import { SlotIndex } from "./slot-index.js";
import { Snapshots } from "./snapshots.js";

/** An object that was not known before. */
export interface ObjectAdded<T> {
  /** Tells it from the other differences. */
  readonly type: "added";
  /** What it is. */
  readonly current: T;
  /** Nothing. */
  readonly previous?: undefined;
}

/** An object that is not as it was. */
export interface ObjectChanged<T> {
  /** Tells it from the other differences. */
  readonly type: "changed";
  /** What it is. */
  readonly current: T;
  /** What it was. */
  readonly previous: T;
}

/** An object that is gone. */
export interface ObjectRemoved<T> {
  /** Tells it from the other differences. */
  readonly type: "removed";
  /** Nothing. */
  readonly current?: undefined;
  /** What it was last. */
  readonly previous: T;
  /** What the kernel said as it went, where it did: of a link that was moved, where to. */
  readonly lastMessage?: T;
}

/** How an object differs from what was known of it. */
export type Difference<T> = ObjectAdded<T> | ObjectChanged<T> | ObjectRemoved<T>;

/** What is known of one kind of objects, by identity. */
export class StateTable<T extends object> {
  readonly #rows = new Snapshots<Identity, T>();
  readonly #slots = new SlotIndex();
  /** Those of which there may be several. */
  readonly #repeated = new Set<Identity>();
  readonly #volatile: ReadonlySet<string>;
  readonly #declaration: StateRules<T>;

  constructor(declaration: StateRules<T>) {
    this.#declaration = declaration;
    this.#volatile = new Set(declaration.volatile);
  }

  /** All that is known; it changes as the table does. */
  get rows(): ReadonlyMap<Identity, T> {
    return this.#rows.now;
  }

  /** All that is known now, in a map that does not change any more. */
  snapshot(): ReadonlyMap<Identity, T> {
    return this.#rows.take();
  }

  /** The identity of an object. */
  identityOf(value: T): Identity | undefined {
    return this.#declaration.identityOf(value);
  }

  /** The identities of the others in the place of an object. */
  others(id: Identity, value: T): Identity[] {
    const { slotOf } = this.#declaration;
    return slotOf === undefined ? [] : this.#slots.others(slotOf(value), id);
  }

  /** Notes that there may be several of this identity. */
  repeat(id: Identity): void {
    this.#repeated.add(id);
  }

  /** Whether there may be several of this identity. */
  isRepeated(id: Identity): boolean {
    return this.#repeated.has(id);
  }

  /** Takes an object for what is true now; `undefined` where that is no news. */
  put(id: Identity, current: T): Difference<T> | undefined {
    const previous = this.rows.get(id);
    this.#rows.set(id, current);
    const { slotOf } = this.#declaration;
    if (previous === undefined && slotOf !== undefined) this.#slots.add(slotOf(current), id);
    if (previous === undefined) return { type: "added", current };
    return deepEqual(previous, current, this.#volatile) ? undefined : { type: "changed", current, previous };
  }

  /** Takes an object for gone; `undefined` where it was not known. */
  remove(id: Identity): Difference<T> | undefined {
    const previous = this.rows.get(id);
    if (previous === undefined) return undefined;
    this.#rows.delete(id);
    this.#repeated.delete(id);
    const { slotOf } = this.#declaration;
    if (slotOf !== undefined) this.#slots.remove(slotOf(previous), id);
    return { type: "removed", previous };
  }

  /**
   * Takes a list for all there is, except for those objects that were heard of while it was read: these are told
   * of by notifications, which are in order, while the list shows them as they were at some moment.
   *
   * @param within - Which objects the list is about, where that is not all.
   */
  *replace(
    list: readonly T[],
    heard: ReadonlySet<Identity>,
    within?: (value: T) => boolean,
  ): Generator<Difference<T>> {
    const { split } = this.#declaration;
    const listed = new Set<Identity>();
    if (within === undefined) for (const id of this.#repeated) if (!heard.has(id)) this.#repeated.delete(id);
    for (const value of split === undefined ? list : list.flatMap((one) => split(one))) {
      const id = this.identityOf(value);
      if (id === undefined) continue;
      if (listed.has(id)) this.#repeated.add(id);
      listed.add(id);
      const difference = heard.has(id) ? undefined : this.put(id, value);
      if (difference !== undefined) yield difference;
    }
    for (const [id, value] of [...this.rows]) {
      const stays = listed.has(id) || heard.has(id) || within?.(value) === false;
      const difference = stays ? undefined : this.remove(id);
      if (difference !== undefined) yield difference;
    }
  }
}
