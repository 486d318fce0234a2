import type { Observable } from "rxjs";
import type { ChangeNotification } from "../connection/notification.js";
import { NLM_F_REPLACE } from "../message/nlmsg.js";
import type { Identity } from "./identity.js";
import type { Dependency, Relist, StateRules } from "./rules.js";
import { type Difference, StateTable } from "./table.js";

/** A kind of objects whose state is kept. */
export interface TableSource<T extends object> {
  /** The object's name: `"link"`. */
  readonly name: string;
  /** How its state is kept. */
  readonly state: StateRules<T>;
  /** One consistent list of all. */
  readonly list$: Observable<T>;
  /** Those of one link, where they can be read alone. */
  listOfLink$?(index: number): Observable<T>;
  /** Completes when the kernel is done with what it has told of. */
  readonly barrier$: Observable<unknown>;
}

/** More links than this are not read one by one: one list of all costs less. */
const FEW = 32;

/** A kind of objects, what is known of it, and what is open. */
export class TrackedTable<T extends object> {
  readonly table: StateTable<T>;
  /** Those heard of since the list that is being read was asked for; none is kept while none is read. */
  #heard: Set<Identity> | undefined;
  /** Whether it has to be listed, for the first time or again, before it is true. */
  #stale = true;
  /** Links whose objects have to be read again. */
  readonly #doubtful = new Set<number>();
  /** When the first of them became doubtful. */
  #since = 0;
  /** The link whose objects are being read. */
  #link: number | undefined;
  /** What was last heard of those that these follow, for each reason to do so. */
  readonly #followed = new Map<Dependency<object>, Map<Identity, object>>();

  constructor(readonly source: TableSource<T>) {
    this.table = new StateTable(source.state);
  }

  /** How many are remembered to be newer than the list that is being read. */
  get heard(): number {
    return this.#heard?.size ?? 0;
  }

  /** Whether it has to be listed before it is true. */
  get stale(): boolean {
    return this.#stale;
  }

  /** When what belongs to a link may be other than it is known, since when that is, by `performance.now()`. */
  get doubtfulSince(): number | undefined {
    return this.#doubtful.size > 0 ? this.#since : undefined;
  }

  /** Has something listed again. */
  doubt(what: Relist): void {
    if (what === true) this.#stale = true;
    if (typeof what === "boolean" || this.#stale || what.length === 0) return;
    if (this.source.listOfLink$ === undefined) this.#stale = true;
    if (this.#doubtful.size === 0) this.#since = performance.now();
    for (const link of what) this.#doubtful.add(link);
  }

  /** What is to be listed now: all, or the objects of one link. What is told from here on is newer. */
  beginList(): Observable<T> {
    const { list$, listOfLink$ } = this.source;
    this.#heard = new Set();
    [this.#link] = this.#stale || this.#doubtful.size > FEW ? [] : this.#doubtful;
    if (this.#link === undefined || listOfLink$ === undefined) {
      this.#stale = false;
      this.#doubtful.clear();
      return list$;
    }
    this.#doubtful.delete(this.#link);
    return listOfLink$(this.#link);
  }

  /** Takes in the list. */
  *endList(rows: readonly T[]): Generator<Difference<T>> {
    const heard = this.#heard ?? new Set();
    const link = this.#link;
    const key = this.source.state.perLink?.key;
    this.#heard = undefined;
    const within = link !== undefined && key !== undefined && ((value: T) => value[key] === link);
    yield* this.table.replace(rows, heard, within || undefined);
  }

  /** Takes in what the kernel tells. */
  *take(change: ChangeNotification<T>): Generator<Difference<T>> {
    const { split } = this.source.state;
    if (split === undefined) yield* this.#takeOne(change);
    else for (const value of split(change.value)) yield* this.#takeOne({ ...change, value });
  }

  *#takeOne(change: ChangeNotification<T>): Generator<Difference<T>> {
    const { identityOf, needsRelist, mayDuplicate, hints } = this.source.state;
    const { value, type: event, flags } = change;
    const id = identityOf(value);
    if (id === undefined) return this.doubt(hints?.(change) ?? false);
    const { rows } = this.table;
    const others = this.table.others(id, value);
    const known = { same: rows.get(id), others: others.length, rows };
    const replaces = event === "new" && (flags & NLM_F_REPLACE) !== 0;
    const replaced = replaces ? others : [];
    if (event === "delete" && this.table.isRepeated(id)) return this.doubt(true);
    if (event === "new" && known.same !== undefined && !replaces && mayDuplicate?.(value))
      this.table.repeat(id);
    const doubt = replaced.length > 1 || (needsRelist?.(change, known) ?? false);
    this.doubt(doubt);
    if (doubt !== true) for (const other of replaced) yield* this.#put(other, undefined);
    const now = event === "new" ? this.#whole(value, known.same) : undefined;
    for (const difference of this.#put(id, now))
      yield difference.type === "removed" ? { ...difference, lastMessage: value } : difference;
  }

  /** What an object is, from what was told of it and what was known. */
  #whole(told: T, known: T | undefined): T {
    if (this.source.state.partial !== true) return told;
    if (known === undefined) this.doubt(true);
    return { ...known, ...told };
  }

  /** Notes a change of another object, which may take some of these along. */
  follow(change: ChangeNotification<object>): void {
    for (const followed of this.source.state.dependsOn ?? []) {
      const { object, identityOf, invalidates } = followed;
      const id = object.name === change.object ? identityOf(change.value) : undefined;
      if (id === undefined) continue;
      const last = this.#lastHeard(followed);
      this.doubt(invalidates(change, last.get(id)));
      if (change.type === "new") last.set(id, change.value);
      else last.delete(id);
    }
  }

  /** Messages were lost: what is known, and what was last heard of those that these follow, is out of date. */
  lost(): void {
    this.doubt(true);
    this.#followed.clear();
  }

  #lastHeard(followed: Dependency<object>): Map<Identity, object> {
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
