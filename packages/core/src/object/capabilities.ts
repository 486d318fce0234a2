import type { Observable } from "rxjs";
import type { Outcome } from "../connection/batch/outcome.js";
import type { NetlinkNotification, NotificationOptions } from "../connection/notification.js";
import type { Ack } from "../message/ack.js";
import type { Identity } from "../state/identity.js";
import type { WatchEvent } from "../state/watch.js";
import type { ObjectDefinition } from "./definition.js";
import type { Match } from "./match.js";
import type { Members, Only, WatchOptions } from "./projection.js";
import type { ChangingVerb, Verb } from "./verbs.js";
import type { Written } from "./written.js";

/** Objects that the kernel lists (`NLM_F_DUMP`). */
export interface Listable<T, Q = T> {
  /**
   * Emits the objects that have all members of `match`, then completes. The rows come from one consistent dump: one that
   * the kernel marks as interrupted is repeated.
   *
   * @param options - The members to emit, for large tables: the others are skipped unread, and take no memory.
   * @throws DumpInterruptedError where the table changes faster than it can be read.
   *
   * @example
   * nl.route.list$({ table: 254 }, { members: ["dst", "dstLen", "gateway", "oif"] });
   */
  list$<K extends string>(match?: Match<T & Q>, options?: Members<T, K>): Observable<Only<T, K>>;
}

/** Objects that can be read one by one. */
export interface Gettable<T, Q = T> {
  /**
   * Emits the one object that `key` names.
   *
   * @param options - The members to emit; all by default.
   * @throws KernelError, with `ENODEV` or the like where there is none.
   */
  get$<K extends string>(key: Match<T & Q>, options?: Members<T, K>): Observable<Only<T, K>>;
}

/** Objects that can be created. */
export interface Addable<Q> {
  /** Creates an object (`NLM_F_CREATE | NLM_F_EXCL`); errors with `EEXIST` where there is one. */
  add$(value: Written<Q>): Observable<Ack>;
}

/** Objects that can be changed. */
export interface Changeable<Q> {
  /**
   * Changes an object that exists: members that `value` lacks stay as they are. What cannot be changed is left out where it
   * is the same as what exists, so that an object that was listed can be handed back.
   */
  change$(value: Written<Q>): Observable<Ack>;
}

/** Objects that can be replaced. */
export interface Replaceable<Q> {
  /** Creates an object, or replaces the one that exists (`NLM_F_CREATE | NLM_F_REPLACE`). */
  replace$(value: Written<Q>): Observable<Ack>;
}

/** Objects with the same key that the kernel keeps in order: routes, and the remote ends of a vxlan's address. */
export interface Appendable<Q> {
  /** Creates an object behind those with the same key (`NLM_F_CREATE | NLM_F_APPEND`). */
  append$(value: Written<Q>): Observable<Ack>;
}

/** Objects with the same key that the kernel keeps in order: routes. */
export interface Prependable<Q> {
  /** Creates an object before those with the same key (`NLM_F_CREATE`). */
  prepend$(value: Written<Q>): Observable<Ack>;
}

/** Objects that can be removed. */
export interface Deletable<T, Q = T> {
  /** Removes an object: one that was listed, or that `key` names. */
  delete$(key: Match<T & Q>): Observable<Ack>;
}

/** Objects that are listed and removed. */
export interface Flushable<T, Q = T> {
  /**
   * Lists the objects that have all members of `match`, deletes them, and emits each whose deletion it requested. One that
   * disappears on its own meanwhile is no error.
   *
   * @param match - `"all"` for all objects; a match that leaves none out is an error.
   *
   * @example
   * nl.address.flush$({ index: 2, family: "inet6" });
   */
  flush$(match: Match<T & Q> | "all"): Observable<T>;
}

/** Objects that the kernel removes together. */
export interface FlushableAtOnce<T, Q = T> {
  /**
   * Removes all objects that `key` names with one request (`NLM_F_ROOT`).
   *
   * @param key - `"all"` for all objects, if the kernel removes them at once; a key that names none is an error.
   */
  flushAll$(key: Match<T & Q> | "all"): Observable<Ack>;
}

/** Objects whose settings are written by a request with a reply. */
export interface Settable<Q, R> {
  /**
   * Requests a change of settings and emits the reply.
   *
   * @throws KernelError where the kernel or the driver refuses, with `EOPNOTSUPP` where it has no such settings.
   */
  set$(value: Written<Q>): Observable<R>;
}

/** The verbs of an object that change something. */
export type ChangingVerbOf<O> = {
  [K in ChangingVerb]: `${K}$` extends keyof O ? K : never;
}[ChangingVerb];

/** Objects that can be changed in large numbers. */
export interface Batchable<Q> {
  /**
   * Applies one verb to many objects, with few system calls, and emits the outcome of each, in order; see
   * `Connection.batch$`.
   *
   * @example
   * nl.route.batch$("add", routes).pipe(filter(({ type }) => type !== "applied"));
   */
  batch$(verb: ChangingVerbOf<this>, values: Iterable<Written<Q>>): Observable<Outcome<Q>>;
}

/** Objects whose changes the kernel reports. */
export interface Notifying<T> {
  /**
   * Emits the kernel's notifications of this kind of object, until unsubscribed.
   *
   * @param options - A callback for when nothing can be missed any more, flow control, and the members to emit.
   *
   * @example
   * nl.neighbour.notifications$({ members: ["dst", "state"] });
   */
  notifications$<K extends string>(
    options?: NotificationOptions & Members<T, K>,
  ): Observable<NetlinkNotification<Only<T, K>>>;
}

/** Objects whose state can be kept. */
export interface Watchable<T> {
  /**
   * Emits the objects that exist, a marker, and then changes, until unsubscribed. It stays correct when notifications are
   * lost: after an overflow of the receive buffer, and after changes that the kernel does not report, the objects are listed
   * and only the differences emitted. All subscribers share one socket and one table.
   *
   * @param match - Only objects that have all its members; one that begins to match is added, one that ceases is removed.
   * @param options - A callback for when nothing can be missed any more; how often to list again what changes silently; the
   * members to emit. With a choice of members, an object counts as changed only if one of them changed, and no others are
   * kept: subscribers that made the same choice share a table.
   *
   * @example
   * nl.link.watch$().pipe(filter(({ type }) => type === "removed"));
   * nl.route.watch$({ table: 254 }, { members: ["dst", "dstLen", "gateway"] });
   */
  watch$<K extends string>(
    match?: Match<T>,
    options?: WatchOptions<T, K>,
  ): Observable<WatchEvent<Only<T, K>>>;

  /**
   * Emits all objects by identity: a map as soon as they are known, and a new one whenever something changes, at most one a
   * turn; it stays correct as {@link watch$} does. Shared among subscribers; a late one gets the newest map at once. A map
   * does not change after it was emitted.
   *
   * @param options - As in {@link watch$}.
   *
   * @example
   * nl.neighbour.state$({ members: ["dst", "lladdr"] });
   */
  state$<K extends string>(options?: WatchOptions<T, K>): Observable<ReadonlyMap<Identity, Only<T, K>>>;
}

/** The interface that each verb stands for. */
interface Capabilities<T extends object, Q extends object, R> {
  readonly list: Listable<T, Q>;
  readonly get: Gettable<T, Q>;
  readonly add: Addable<Q>;
  readonly change: Changeable<Q>;
  readonly replace: Replaceable<Q>;
  readonly append: Appendable<Q>;
  readonly prepend: Prependable<Q>;
  readonly delete: Deletable<T, Q>;
  readonly flushAll: FlushableAtOnce<T, Q>;
  readonly set: Settable<Q, R>;
  readonly notify: Notifying<T>;
  readonly watch: Watchable<T>;
}

/** All of a union at once. */
type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** A kind of kernel object over a connection: the methods that its verbs stand for, and no others. */
export type NetlinkObject<
  T extends object,
  Q extends object = T,
  V extends Verb = Verb,
  R = unknown,
> = Intersection<Capabilities<T, Q, R>[V]> &
  ("list" | "delete" extends V ? Flushable<T, Q> : unknown) &
  ([V & ChangingVerb] extends [never] ? unknown : Batchable<Q>);

/**
 * The methods of the objects that a definition defines; an interface that extends it gives them a name.
 *
 * @example
 * interface Rules extends ObjectOf<typeof ruleObject> {}
 */
export type ObjectOf<D> =
  D extends ObjectDefinition<infer T extends object, infer Q extends object, infer V, infer R>
    ? NetlinkObject<T, Q, V, R>
    : never;
