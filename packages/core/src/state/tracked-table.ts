import type { Observable, OperatorFunction } from "rxjs";
import type { ChangeNotification } from "../connection/notification.js";
import { NLM_F_REPLACE } from "../message/nlmsg.js";
import type { Entry } from "./entries.js";
import type { Identity } from "./identity.js";
import type { Dependency, Relist, StateRules } from "./rules.js";
import { type Difference, StateTable } from "./table.js";

/** Source of a tracked table: rules and lists of one object type. */
export interface TableSource<T extends object> {
  /** Name of the object: `"link"`. */
  readonly name: string;
  /** Rules to derive the state from messages. */
  readonly state: StateRules<T>;
  /** Members to keep of each object; all by default. */
  readonly members?: ReadonlySet<string>;
  /** Emits the results of an operator on all objects of one consistent list, to which it is applied as they arrive. */
  list$<E>(each: OperatorFunction<T, E>): Observable<E>;
  /** Emits the same for the objects of a single link, if the kernel offers that. */
  listOfLink$?<E>(index: number, each: OperatorFunction<T, E>): Observable<E>;
  /** Completes once the kernel has finished what it reported. */
  readonly barrier$: Observable<unknown>;
}

/** Most links to read one by one; beyond this, a list of all objects costs less. */
const FEW = 32;

/** Tracks one object type: its table, and what must be listed again. */
export class TrackedTable<T extends object> {
  readonly table: StateTable<T>;
  /** Objects seen in notifications since the current list was requested; absent while none is read. */
  #seenDuringList: Set<Identity> | undefined;
  /** Set while the whole table must be listed. */
  #stale = true;
  /** Links whose objects must be read again. */
  readonly #invalidLinks = new Set<number>();
  /** Time at which the first of them was invalidated. */
  #invalidSince = 0;
  /** The link whose objects are being read. */
  #link: number | undefined;
  /** Last message of each object that this type depends on, per dependency. */
  readonly #lastMessages = new Map<Dependency<object>, Map<Identity, object>>();

  constructor(readonly source: TableSource<T>) {
    this.table = new StateTable(source.state, source.members);
  }

  /** Number of objects known to be newer than the list being read. */
  get seenDuringList(): number {
    return this.#seenDuringList?.size ?? 0;
  }

  /** True if the whole table must be listed. */
  get stale(): boolean {
    return this.#stale;
  }

  /** Time since which objects of some links have been invalid, by `performance.now()`; `undefined` if none are. */
  get invalidSince(): number | undefined {
    return this.#invalidLinks.size > 0 ? this.#invalidSince : undefined;
  }

  /** Marks objects to be listed again. */
  invalidate(what: Relist): void {
    if (what === true) this.#stale = true;
    if (typeof what === "boolean" || this.#stale || what.length === 0) return;
    if (this.source.listOfLink$ === undefined) this.#stale = true;
    if (this.#invalidLinks.size === 0) this.#invalidSince = performance.now();
    for (const link of what) this.#invalidLinks.add(link);
  }

  /** Returns the next list to read: all objects, or those of one link. Later notifications are newer than it. */
  beginList(): Observable<Entry<T>> {
    const { source } = this;
    const { listed } = this.table;
    this.#seenDuringList = new Set();
    [this.#link] = this.#stale || this.#invalidLinks.size > FEW ? [] : this.#invalidLinks;
    if (this.#link === undefined || source.listOfLink$ === undefined) {
      this.#stale = false;
      this.#invalidLinks.clear();
      return source.list$(listed);
    }
    this.#invalidLinks.delete(this.#link);
    return source.listOfLink$(this.#link, listed);
  }

  /** Applies the list. */
  *endList(entries: readonly Entry<T>[]): Generator<Difference<T>> {
    const seen = this.#seenDuringList ?? new Set();
    const link = this.#link;
    const key = this.source.state.perLink?.key;
    this.#seenDuringList = undefined;
    const within = link !== undefined && key !== undefined && ((value: T) => value[key] === link);
    yield* this.table.replace(entries, seen, within || undefined);
  }

  /** Applies a notification. */
  *apply(change: ChangeNotification<T>): Generator<Difference<T>> {
    const { split } = this.source.state;
    if (split === undefined) yield* this.#applyOne(change);
    else for (const value of split(change.value)) yield* this.#applyOne({ ...change, value });
  }

  *#applyOne(change: ChangeNotification<T>): Generator<Difference<T>> {
    const { identityOf, needsRelist, mayDuplicate, hints, oneInSlot = false } = this.source.state;
    const { value, type: event, flags } = change;
    const id = identityOf(value);
    if (id === undefined) return this.invalidate(hints?.(change) ?? false);
    const { facts } = this.table;
    const others = this.table.others(id, value);
    const known = { same: facts.get(id), others: others.length, rows: facts };
    const replaces = event === "new" && (oneInSlot || (flags & NLM_F_REPLACE) !== 0);
    const replaced = replaces ? others : [];
    if (event === "delete" && this.table.isDuplicated(id)) return this.invalidate(true);
    if (event === "new" && known.same !== undefined && !replaces && mayDuplicate?.(value))
      this.table.markDuplicated(id);
    const relist = replaced.length > 1 || (needsRelist?.(change, known) ?? false);
    this.invalidate(relist);
    if (relist !== true) for (const other of replaced) yield* this.#put(other, undefined);
    const now = event === "new" ? this.#whole(id, change) : undefined;
    for (const difference of this.#put(id, now))
      yield difference.type === "removed"
        ? { ...difference, lastMessage: this.table.rowOf(value) }
        : difference;
  }

  /** Returns a whole object, or all of it that is kept, from a message and the known object. */
  #whole(id: Identity, change: ChangeNotification<T>): T {
    const { partial, wholeOf } = this.source.state;
    const { value: message } = change;
    if (partial !== true) return message;
    const whole = wholeOf?.(change);
    if (whole !== undefined) return whole;
    const { rows, facts } = this.table;
    if (!rows.has(id)) this.invalidate(true);
    return { ...facts.get(id), ...rows.get(id), ...message };
  }

  /** Records a change of another object, which may invalidate objects of this type. */
  recordDependency(change: ChangeNotification<object>): void {
    for (const dependency of this.source.state.dependsOn ?? []) {
      const { object, identityOf, invalidates } = dependency;
      const id = object.name === change.object ? identityOf(change.value) : undefined;
      if (id === undefined) continue;
      const last = this.#lastMessagesOf(dependency);
      this.invalidate(invalidates(change, last.get(id)));
      if (change.type === "new") last.set(id, change.value);
      else last.delete(id);
    }
  }

  /** Handles lost notifications: known objects and dependencies are out of date. */
  handleLoss(): void {
    this.invalidate(true);
    this.#lastMessages.clear();
  }

  #lastMessagesOf(dependency: Dependency<object>): Map<Identity, object> {
    const last = this.#lastMessages.get(dependency) ?? new Map<Identity, object>();
    this.#lastMessages.set(dependency, last);
    return last;
  }

  *#put(id: Identity, value: T | undefined): Generator<Difference<T>> {
    this.#seenDuringList?.add(id);
    const difference = value === undefined ? this.table.remove(id) : this.table.put(id, value);
    if (difference !== undefined) yield difference;
  }
}
