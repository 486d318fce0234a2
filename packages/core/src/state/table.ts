import type { OperatorFunction } from "rxjs";
import { deepEqual } from "../values/equal.js";
import { Entries, type Entry } from "./entries.js";
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
  /** Members that the rules read again, if rows lack some. */
  readonly #facts: Map<Identity, T> | undefined;
  /** Identities that several objects may share. */
  readonly #duplicated = new Set<Identity>();
  readonly #volatile: ReadonlySet<string>;
  readonly #rules: StateRules<T>;
  readonly #entries: Entries<T>;

  /** @param members - Members to keep of each object; all by default. */
  constructor(rules: StateRules<T>, members?: ReadonlySet<string>) {
    this.#rules = rules;
    this.#volatile = new Set(rules.volatile);
    this.#entries = new Entries(rules, (id) => this.rows.has(id), members);
    if (this.#entries.haveFacts) this.#facts = new Map();
  }

  /** All known objects, as they are kept; the map changes with the table. */
  get rows(): ReadonlyMap<Identity, T> {
    return this.#rows.now;
  }

  /** All known objects, with the members that the rules read again. */
  get facts(): ReadonlyMap<Identity, T> {
    return this.#facts ?? this.rows;
  }

  /**
   * Turns the rows of a list into entries.
   *
   * @internal
   */
  get listed(): OperatorFunction<T, Entry<T>> {
    return this.#entries.listed;
  }

  /** Returns all known objects in a map that no longer changes. */
  snapshot(): ReadonlyMap<Identity, T> {
    return this.#rows.take();
  }

  /** Returns the identity of an object. */
  identityOf(value: T): Identity | undefined {
    return this.#rules.identityOf(value);
  }

  /** Returns the members of an object that are kept. */
  rowOf(value: T): T {
    return this.#entries.rowOf(value);
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
    return this.#put(this.#entries.of(id, current));
  }

  /** Removes an object; returns `undefined` if it was not known. */
  remove(id: Identity): Difference<T> | undefined {
    const previous = this.rows.get(id);
    if (previous === undefined) return undefined;
    this.#rows.delete(id);
    this.#facts?.delete(id);
    this.#duplicated.delete(id);
    this.#slots.remove(id);
    return { type: "removed", previous };
  }

  /**
   * Replaces the content by a list, except for objects seen in notifications while it was read: notifications are in
   * order, while the list may be older.
   *
   * @param within - Returns true for objects covered by the list, if it does not cover all.
   * @internal
   */
  *replace(
    list: readonly Entry<T>[],
    seenDuringList: ReadonlySet<Identity>,
    within?: (value: T) => boolean,
  ): Generator<Difference<T>> {
    const listed = new Set<Identity>();
    if (within === undefined)
      for (const id of this.#duplicated) if (!seenDuringList.has(id)) this.#duplicated.delete(id);
    for (const entry of list) {
      const { id } = entry;
      if (listed.has(id)) this.#duplicated.add(id);
      listed.add(id);
      const difference = seenDuringList.has(id) ? undefined : this.#put(entry);
      if (difference !== undefined) yield difference;
    }
    for (const [id, value] of [...this.facts]) {
      const stays = listed.has(id) || seenDuringList.has(id) || within?.(value) === false;
      const difference = stays ? undefined : this.remove(id);
      if (difference !== undefined) yield difference;
    }
  }

  #put({ id, row: current, facts, slot }: Entry<T>): Difference<T> | undefined {
    const previous = this.rows.get(id);
    this.#rows.set(id, current);
    if (facts !== undefined) this.#facts?.set(id, facts);
    if (previous === undefined && slot !== undefined) this.#slots.add(slot, id);
    if (previous === undefined) return { type: "added", current };
    return deepEqual(previous, current, this.#volatile) ? undefined : { type: "changed", current, previous };
  }
}
