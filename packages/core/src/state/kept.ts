import type { Observable } from "rxjs";
import { NLM_F_REPLACE } from "../nlmsg.js";
import type { Change } from "../notifications.js";
import type { Identity } from "./identity.js";
import type { Followed, StateDeclaration } from "./state-declaration.js";
import { type Difference, Table } from "./table.js";

/** A kind of objects whose state is kept. */
export interface Source<T extends object> {
  /** The object's name: `"link"`. */
  readonly name: string;
  /** How its state is kept. */
  readonly state: StateDeclaration<T>;
  /** One consistent list of all. */
  readonly list$: Observable<T>;
  /** Completes when the kernel is done with what it has told of. */
  readonly barrier$: Observable<unknown>;
}

/** A kind of objects, what is known of it, and what is open. */
export class Kept<T extends object> {
  readonly table: Table<T>;
  /** Those heard of since the list that is being read was asked for; none is kept while none is read. */
  #heard: Set<Identity> | undefined;
  /** Whether it has to be listed, for the first time or again. */
  stale = true;
  /** What was last heard of those that these follow, for each reason to do so. */
  readonly #followed = new Map<Followed<object>, Map<Identity, object>>();

  constructor(readonly source: Source<T>) {
    this.table = new Table(source.state);
  }

  /** How many are remembered to be newer than the list that is being read. */
  get heard(): number {
    return this.#heard?.size ?? 0;
  }

  /** A list is asked for: what is told from here on is newer. */
  beginList(): void {
    this.stale = false;
    this.#heard = new Set();
  }

  /** Takes in the list. */
  *endList(rows: readonly T[]): Generator<Difference<T>> {
    const heard = this.#heard ?? new Set();
    this.#heard = undefined;
    yield* this.table.replace(rows, heard);
  }

  /** Takes in what the kernel tells. */
  *take(change: Change<T>): Generator<Difference<T>> {
    const { partsOf } = this.source.state;
    if (partsOf === undefined) yield* this.#takeOne(change);
    else for (const value of partsOf(change.value)) yield* this.#takeOne({ ...change, value });
  }

  *#takeOne(change: Change<T>): Generator<Difference<T>> {
    const { identityOf, leavesOpen, mayRepeat } = this.source.state;
    const { value, event, flags } = change;
    const id = identityOf(value);
    if (id === undefined) return;
    const others = this.table.others(id, value);
    const known = { same: this.table.rows.get(id), others: others.length };
    const replaces = event === "new" && (flags & NLM_F_REPLACE) !== 0;
    const replaced = replaces ? others : [];
    if (event === "delete" && this.table.isRepeated(id)) {
      this.stale = true;
      return;
    }
    if (event === "new" && known.same !== undefined && !replaces && mayRepeat?.(value)) this.table.repeat(id);
    if (replaced.length > 1 || leavesOpen?.(change, known) === true) this.stale = true;
    else for (const other of replaced) yield* this.#put(other, undefined);
    const now = event === "new" ? this.#whole(value, known.same) : undefined;
    for (const difference of this.#put(id, now))
      yield difference.type === "removed" ? { ...difference, told: value } : difference;
  }

  /** What an object is, from what was told of it and what was known. */
  #whole(told: T, known: T | undefined): T {
    if (this.source.state.partial !== true) return told;
    if (known === undefined) this.stale = true;
    return { ...known, ...told };
  }

  /** Notes a change of another object, which may take some of these along. */
  follow(change: Change<object>): void {
    for (const followed of this.source.state.follows ?? []) {
      const { object, identityOf, takes } = followed;
      const id = object.name === change.object ? identityOf(change.value) : undefined;
      if (id === undefined) continue;
      const last = this.#lastHeard(followed);
      if (takes(change, last.get(id))) this.stale = true;
      if (change.event === "new") last.set(id, change.value);
      else last.delete(id);
    }
  }

  /** Messages were lost: what is known, and what was last heard of those that these follow, is out of date. */
  lost(): void {
    this.stale = true;
    this.#followed.clear();
  }

  #lastHeard(followed: Followed<object>): Map<Identity, object> {
    const last = this.#followed.get(followed) ?? new Map<Identity, object>();
    this.#followed.set(followed, last);
    return last;
  }

  *#put(id: Identity, value: T | undefined): Generator<Difference<T>> {
    this.#heard?.add(id);
    const difference = value === undefined ? this.table.remove(id) : this.table.put(id, value);
    if (difference !== undefined) yield difference;
  }
}
