import { deepEqual } from "../values/equal.js";
import type { Identity } from "./identity.js";
import type { StateRules } from "./rules.js";
import { SlotIndex } from "./slot-index.js";
import { Snapshots } from "./snapshots.js";

/** A new object. */
export interface ObjectAdded<T> {
  /** Discriminates differences. */
  readonly type: "added";
  /** The object. */
  readonly current: T;
  /** Always absent. */
  readonly previous?: undefined;
}

/** A changed object. */
export interface ObjectChanged<T> {
  /** Discriminates differences. */
  readonly type: "changed";
  /** The object as it is now. */
  readonly current: T;
  /** The object as it was. */
  readonly previous: T;
}

/** A removed object. */
export interface ObjectRemoved<T> {
  /** Discriminates differences. */
  readonly type: "removed";
  /** Always absent. */
  readonly current?: undefined;
  /** The object as it was last. */
  readonly previous: T;
  /** The final notification, if there was one; for a moved link it names the destination. */
  readonly lastMessage?: T;
}

/** Difference between an object and its last known state. */
export type Difference<T> = ObjectAdded<T> | ObjectChanged<T> | ObjectRemoved<T>;

/** Known objects of one type, by identity. */
export class StateTable<T extends object> {
  readonly #rows = new Snapshots<Identity, T>();
  readonly #slots = new SlotIndex();
  /** Identities that several objects may share. */
  readonly #duplicated = new Set<Identity>();
  readonly #volatile: ReadonlySet<string>;
  readonly #rules: StateRules<T>;

  constructor(rules: StateRules<T>) {
    this.#rules = rules;
    this.#volatile = new Set(rules.volatile);
  }

  /** All known objects; the map changes with the table. */
  get rows(): ReadonlyMap<Identity, T> {
    return this.#rows.now;
  }

  /** Returns all known objects in a map that no longer changes. */
  snapshot(): ReadonlyMap<Identity, T> {
    return this.#rows.take();
  }

  /** Returns the identity of an object. */
  identityOf(value: T): Identity | undefined {
    return this.#rules.identityOf(value);
  }

  /** Returns the identities of the other objects in the slot of an object. */
  others(id: Identity, value: T): Identity[] {
    const { slotOf } = this.#rules;
    return slotOf === undefined ? [] : this.#slots.others(slotOf(value), id);
  }

  /** Records that several objects may share an identity. */
  markDuplicated(id: Identity): void {
    this.#duplicated.add(id);
  }

  /** Returns true if several objects may share an identity. */
  isDuplicated(id: Identity): boolean {
    return this.#duplicated.has(id);
  }

  /** Adds or replaces an object; returns `undefined` if nothing changed. */
  put(id: Identity, current: T): Difference<T> | undefined {
    const previous = this.rows.get(id);
    this.#rows.set(id, current);
    const { slotOf } = this.#rules;
    if (previous === undefined && slotOf !== undefined) this.#slots.add(slotOf(current), id);
    if (previous === undefined) return { type: "added", current };
    return deepEqual(previous, current, this.#volatile) ? undefined : { type: "changed", current, previous };
  }

  /** Removes an object; returns `undefined` if it was not known. */
  remove(id: Identity): Difference<T> | undefined {
    const previous = this.rows.get(id);
    if (previous === undefined) return undefined;
    this.#rows.delete(id);
    this.#duplicated.delete(id);
    const { slotOf } = this.#rules;
    if (slotOf !== undefined) this.#slots.remove(slotOf(previous), id);
    return { type: "removed", previous };
  }

  /**
   * Replaces the content by a list, except for objects seen in notifications while it was read: notifications are in
   * order, while the list may be older.
   *
   * @param within - Returns true for objects covered by the list, if it does not cover all.
   */
  *replace(
    list: readonly T[],
    seenDuringList: ReadonlySet<Identity>,
    within?: (value: T) => boolean,
  ): Generator<Difference<T>> {
    const { split } = this.#rules;
    const listed = new Set<Identity>();
    if (within === undefined)
      for (const id of this.#duplicated) if (!seenDuringList.has(id)) this.#duplicated.delete(id);
    for (const value of split === undefined ? list : list.flatMap((one) => split(one))) {
      const id = this.identityOf(value);
      if (id === undefined) continue;
      if (listed.has(id)) this.#duplicated.add(id);
      listed.add(id);
      const difference = seenDuringList.has(id) ? undefined : this.put(id, value);
      if (difference !== undefined) yield difference;
    }
    for (const [id, value] of [...this.rows]) {
      const stays = listed.has(id) || seenDuringList.has(id) || within?.(value) === false;
      const difference = stays ? undefined : this.remove(id);
      if (difference !== undefined) yield difference;
    }
  }
}
