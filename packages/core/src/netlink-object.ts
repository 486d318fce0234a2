import {
  catchError,
  concatMap,
  concatWith,
  defer,
  EMPTY,
  endWith,
  filter,
  from,
  identity,
  ignoreElements,
  map,
  mergeMap,
  type Observable,
  of,
  shareReplay,
  take,
  throwError,
  throwIfEmpty,
} from "rxjs";
import type { Ack } from "./ack.js";
import { inOwnContext } from "./async-context.js";
import type { Outcome } from "./batch.js";
import type { Connection } from "./connection.js";
import { during, EncodeError, NetlinkError, OutcomeUnknownError } from "./errors.js";
import type { Request } from "./exchange.js";
import { joined } from "./joined.js";
import { matches } from "./matches.js";
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "./nlmsg.js";
import type { MessageTypes, Notification, NotificationOptions } from "./notifications.js";
import {
  type ChangingVerb,
  type Given,
  type ObjectDeclaration,
  pick,
  type Verb,
  type Written,
} from "./object-declaration.js";
import { type Asked, summaryOf } from "./request-summary.js";
import { retryInterrupted } from "./retry-interrupted.js";
import { completed, inSteps, lackedBy } from "./schema/request.js";
import type { AnyType, Type } from "./schema/type.js";
import type { Identity } from "./state/identity.js";
import { keep } from "./state/keep.js";
import type { Source } from "./state/kept.js";
import { state$ } from "./state/state.js";
import { checkStateOptions, type StateOptions } from "./state/state-options.js";
import type { Synchronizer } from "./state/synchronizer.js";
import { wanting } from "./state/wanting.js";
import { type WatchEvent, watch$ } from "./state/watch.js";

/** An object that the kernel only tells of. */
export type ReadOnlyObject<T extends object, Q extends object = T> = Omit<
  NetlinkObject<T, Q>,
  "add$" | "append$" | "change$" | "replace$" | "delete$" | "flush$" | "batch$"
>;

/** How often a list is read until it is consistent. */
const TRIES = 10;

/** How the kernel says that what is to be deleted has gone by itself, as the secondaries of an address do. */
const GONE = new Set(["ENOENT", "ESRCH", "ENODEV", "EADDRNOTAVAIL"]);

const NEW_FLAGS = {
  add: NLM_F_CREATE | NLM_F_EXCL,
  replace: NLM_F_CREATE | NLM_F_REPLACE,
  append: NLM_F_CREATE | NLM_F_APPEND,
  prepend: NLM_F_CREATE,
} as const;

/** What all requests of a verb have in common. */
type Outline<Q> = Pick<Request<Q>, "type" | "layout" | "asked">;

/** The verbs of one kind of kernel object over a connection. */
export class NetlinkObject<T extends object, Q extends object = T> {
  #synchronizer: Synchronizer<T> | undefined;
  #state$: Observable<ReadonlyMap<Identity, T>> | undefined;

  constructor(
    /** Where its requests go. */
    protected readonly connection: Connection,
    /** Its layout and messages. */
    readonly declaration: ObjectDeclaration<T, Q>,
  ) {}

  /**
   * Emits those objects that have all that `match` has, then completes. The rows come from one consistent
   * dump: one that the kernel marks as interrupted is repeated.
   *
   * @throws DumpInterruptedError where the table changes faster than it can be read.
   */
  list$(match = {} as Given<T & Q>): Observable<T> {
    return this.#list$(match, TRIES);
  }

  #list$(match: Given<T & Q>, tries: number): Observable<T> {
    const { filters, selectors = [], layout, accepts, joins } = this.declaration;
    const wanted = this.#prepared(match, "list");
    const has = (keys: readonly PropertyKey[]) => (key: string) => keys.includes(key);
    const sent = only(wanted, has([...filters, ...selectors]));
    const compared = only(match, (key) => !has(selectors)(key));
    return this.connection.dump$({ ...this.#request("get", "list"), value: sent, reply: layout }).pipe(
      retryInterrupted(tries),
      joins === undefined ? identity : joined(joins),
      filter((value) => matches(value, compared) && (accepts?.(value) ?? true)),
    );
  }

  /**
   * Emits the one object that `key` names.
   *
   * @throws NetlinkError, with `ENODEV` or the like where there is none.
   */
  get$(key: Given<T & Q>): Observable<T> {
    const { layout, errnoOfNone, getFlags = 0, name } = this.declaration;
    if (errnoOfNone === undefined) {
      const value = this.#prepared(this.#named(key), "get");
      return this.connection.request$({
        ...this.#request("get", "get"),
        flags: getFlags,
        value,
        reply: layout,
      });
    }
    const none = { errno: errnoOfNone, text: `no such ${name}` };
    const request = summaryOf({ ...this.#request("get", "get"), value: key });
    return this.list$(this.#named(key)).pipe(
      take(1),
      throwIfEmpty(() => new NetlinkError(none, request)),
    );
  }

  /** Creates an object (`NLM_F_CREATE | NLM_F_EXCL`); errors with `EEXIST` where there is one. */
  add$(value: Written<Q>): Observable<Ack> {
    return this.declaration.inSteps ? defer(() => this.#addInSteps$(value)) : this.ack$("add", value);
  }

  /** Creates an object, then gives it what the kernel takes only then; or creates none. */
  #addInSteps$(value: Written<Q>): Observable<Ack> {
    const [now, later] = this.#steps(value);
    if (Object.keys(later).length === 0) return this.ack$("add", now);
    const named = this.#named(value as unknown as Given<T & Q>);
    const undo$ = (error: unknown) =>
      this.delete$(named).pipe(
        ignoreElements(),
        catchError(() => EMPTY),
        concatWith(throwError(() => error)),
      );
    const rest = { ...later, ...named } as unknown as Written<Q>;
    const change$ = this.#isListed(value) ? this.#changeOther$(rest) : this.change$(rest);
    return this.ack$("add", now).pipe(mergeMap(() => change$.pipe(catchError(undo$))));
  }

  /**
   * Changes an object that exists: what `value` does not hold stays as it is. What cannot be changed is left out where it
   * is the same as what there is, so that an object that was listed can be handed back.
   */
  change$(value: Written<Q>): Observable<Ack> {
    return this.ack$("change", value);
  }

  /** Creates an object, or replaces the one that exists (`NLM_F_CREATE | NLM_F_REPLACE`). */
  replace$(value: Written<Q>): Observable<Ack> {
    return this.declaration.inSteps ? defer(() => this.#replaceInSteps$(value)) : this.ack$("replace", value);
  }

  #replaceInSteps$(value: Written<Q>): Observable<Ack> {
    const [, later] = this.#steps(value);
    if (Object.keys(later).length === 0) return this.ack$("replace", value);
    const none = (error: unknown) => error instanceof NetlinkError && GONE.has(error.code);
    return this.get$(value as unknown as Given<T & Q>).pipe(
      map(() => true),
      catchError((error) => (none(error) ? of(false) : throwError(() => error))),
      mergeMap((exists) => (exists ? this.change$(value) : this.add$(value))),
    );
  }

  /**
   * Creates an object behind those of the same key (`NLM_F_CREATE | NLM_F_APPEND`), where the kernel keeps
   * several: routes, and the remote ends of a vxlan's address.
   */
  append$(value: Written<Q>): Observable<Ack> {
    return this.ack$("append", value);
  }

  /** Removes an object: one that was listed, or that `key` names. */
  delete$(key: Given<T & Q>): Observable<Ack> {
    return defer(() => from(this.#keysOf(key))).pipe(
      concatMap((one) => this.ack$("delete", one as Written<Q>)),
    );
  }

  /**
   * Lists the objects that have all that `match` has, then deletes them, and emits each that it asked to
   * delete. One that goes by itself meanwhile is no error.
   */
  flush$(match = {} as Given<T & Q>): Observable<T> {
    const gone = (error: unknown) =>
      error instanceof NetlinkError && GONE.has(error.code) ? EMPTY : throwError(() => error);
    const remove$ = (value: T) =>
      from(this.#keysOf(value as Given<T & Q>)).pipe(
        mergeMap((key) => this.ack$("delete", key as Written<Q>).pipe(catchError(gone))),
      );
    return this.list$(match).pipe(mergeMap((value) => remove$(value).pipe(ignoreElements(), endWith(value))));
  }

  /**
   * Does the same to many objects at once, with few system calls, and emits what became of each, in order; see
   * {@link Connection.batch$}.
   *
   * @example
   * nl.route.batch$("add", routes).pipe(filter(({ status }) => status !== "applied"));
   */
  batch$(verb: ChangingVerb, values: Iterable<Written<Q>>): Observable<Outcome<Q>> {
    return this.connection.batch$(this.#requests(verb, values));
  }

  /** Emits what the kernel tells of this kind of object, until unsubscribed. */
  notifications$(options?: NotificationOptions): Observable<Notification<T>> {
    return this.connection.notifications$([this.declaration], options);
  }

  /**
   * Emits the objects that there are, a mark, and then what changes, for as long as it is subscribed. It stays true
   * whatever is lost: after an overflow of the receive buffer, and after changes that the kernel does not tell of, the
   * objects are listed and just the differences emitted. All subscribers share one socket and one table.
   *
   * @param match - Only objects that have all that it has; one that begins to have it is added, one that ceases removed.
   * @param options - When to be called that nothing is missed, and how often to list again what changes silently.
   *
   * @example
   * nl.link.watch$().pipe(filter(({ type }) => type === "removed"));
   */
  watch$(match: Partial<T> = {}, options: StateOptions = {}): Observable<WatchEvent<T>> {
    return defer(() => {
      checkStateOptions("watch$", options);
      return watch$(this.#kept, this.declaration.name, match, options);
    });
  }

  /**
   * Emits all objects by identity: a map as soon as they are known, and a new one whenever something changes, at most
   * one a turn; kept true as {@link watch$} is. Shared among subscribers; a late one gets the newest map at once. A map
   * does not change once it was emitted; `new Map(it)` makes one of your own of it.
   *
   * @param options - When to be called that nothing is missed, and how often to list again what changes silently.
   */
  state$(options: StateOptions = {}): Observable<ReadonlyMap<Identity, T>> {
    this.#state$ ??= defer(() => state$(this.#kept, this.declaration.name)).pipe(
      shareReplay({ bufferSize: 1, refCount: true }),
      inOwnContext(),
    );
    const shared$ = this.#state$;
    return wanting("state$", options, () => this.#kept, shared$);
  }

  /** How it is listed where state is kept of it, alone or with others. */
  get source(): Source<T> {
    const { name, state } = this.declaration;
    if (state === undefined)
      throw new TypeError(`the kernel does not say enough to keep the state of ${name}`);
    const { barrier } = state;
    const barrier$ =
      barrier === undefined ? EMPTY : this.connection.request$(barrier).pipe(catchError(answered));
    return { name, state, list$: this.all$(), barrier$ };
  }

  /** All there are, however often the table changes while it is read: what state is kept of. */
  protected all$(): Observable<T> {
    return this.#list$({} as Given<T & Q>, Number.POSITIVE_INFINITY);
  }

  get #kept(): Synchronizer<T> {
    this.#synchronizer ??= keep(this.connection, [this]);
    return this.#synchronizer;
  }

  /** Sends a request that changes an object. */
  protected ack$(verb: ChangingVerb, value: Written<Q>): Observable<Ack> {
    return defer(() => {
      if (verb === "change" && (this.#lacks(value as Partial<Q>) ?? this.declaration.keeps) !== undefined)
        return this.#changeOther$(value);
      return this.connection.ack$({ ...this.#changing(verb, value), value: this.#prepared(value, verb) });
    });
  }

  /** Changes what is other than what there is. */
  #changeOther$(value: Written<Q>): Observable<Ack> {
    const request = this.#changing("change", value);
    return this.get$(value as unknown as Given<T & Q>).pipe(
      take(1),
      map((current) => this.#prepared(this.#completed(value, current), "change")),
      mergeMap((changed) => this.connection.ack$({ ...request, value: changed })),
    );
  }

  *#requests(verb: ChangingVerb, values: Iterable<Written<Q>>): Generator<Request<Q>> {
    const { sets } = this.declaration;
    const common = sets === undefined ? this.#changing(verb) : undefined;
    for (const value of values) {
      const { type, layout, flags, asked } = common ?? this.#changing(verb, value);
      const [key = value, another] =
        verb === "delete" ? this.#keysOf(value as unknown as Given<T & Q>) : [value];
      if (another !== undefined) throw new EncodeError("a request of a batch is about one object");
      const prepared = this.#prepared(key as Written<Q>, verb);
      if (verb === "change") this.#refuseLacking(value as Partial<Q>);
      else if (verb !== "delete") this.#refuseLater(value);
      yield { type, layout, flags, asked, value: prepared };
    }
  }

  /** What a request to make an object takes, and what waits until it exists. */
  #steps(value: Written<Q>): [now: Written<Q>, later: Written<Q>] {
    const { inSteps: stepwise, layout } = this.declaration;
    if (!stepwise) return [value, {} as Written<Q>];
    const listed = this.#isListed(value);
    const waits = ({ later }: AnyType) =>
      later === "asked" && listed ? undefined : later !== undefined && (listed || later !== "listed");
    return inSteps((key) => layout.member?.(key), value as object, waits) as [Written<Q>, Written<Q>];
  }

  #isListed(value: Written<Q>): boolean {
    return this.declaration.layout.isListed?.(value as object) ?? false;
  }

  /** The path of the first member of a change that depends on what is there. */
  #lacks(value: Partial<Q>): string[] | undefined {
    return lackedBy((key) => this.declaration.layout.member?.(key), value);
  }

  /** A batch does not look up what is there. */
  #refuseLacking(value: Partial<Q>): void {
    const path = this.#lacks(value);
    if (path === undefined) return;
    const error = new EncodeError("depends on what is there, which a batch does not look up; use change$");
    throw path.reduceRight((placed, key) => placed.within(key), error);
  }

  /** A batch sends one request for each value. */
  #refuseLater(value: Written<Q>): void {
    const [, later] = this.#steps(value);
    for (const key of Object.keys(later))
      throw new EncodeError("takes a second request, which a batch does not send; use add$").within(key);
  }

  /** A change completed with what is there, and where objects are changed in steps without what is so already. */
  #completed(value: Written<Q>, current: T): Written<Q> {
    const { layout, keeps = [], inSteps: stepwise } = this.declaration;
    const there = current as unknown as Partial<Q>;
    const whole = completed((key) => layout.member?.(key), value as Partial<Q>, there);
    if (!stepwise) return { ...pick(there, ...keeps), ...whole } as Written<Q>;
    const other = only(whole, (key) => !matches(there[key as keyof Q], whole[key as keyof Q]));
    return { ...other, ...this.#named(value as unknown as Given<T & Q>) } as unknown as Written<Q>;
  }

  /** The requests' keys that name what a value is about. */
  #keysOf(value: Given<T & Q>, verb: "get" | "delete" = "delete"): readonly Partial<Q>[] {
    const given = value as Partial<T & Q>;
    return this.declaration.keysOf?.(given, verb) ?? [given as Partial<Q>];
  }

  /** What `get$` asks for: what names the object, and what a request says of the answer. */
  #named(key: Given<T & Q>): Given<T & Q> {
    const { selectors = [] } = this.declaration;
    const [named = key] = this.#keysOf(key, "get");
    return { ...only(key, (name) => selectors.includes(name as never)), ...named } as Given<T & Q>;
  }

  /** Type, layout and flags of a request that changes an object. */
  #changing(verb: ChangingVerb, value?: Written<Q>): Outline<Q> & { flags: number } {
    const { types, changeFlags, sets } = this.declaration;
    if (verb === "delete") return { ...this.#request("delete", verb), flags: 0 };
    if (verb !== "change") return { ...this.#request("new", verb), flags: NEW_FLAGS[verb] };
    const bySet =
      types.set !== undefined && (value === undefined || sets === undefined || sets(value as Partial<Q>));
    if (bySet) return { ...this.#request("set", verb), flags: 0 };
    return { ...this.#request("new", verb), flags: changeFlags };
  }

  /** Type and layout of a request, and what errors say of it. */
  #request(kind: keyof MessageTypes, verb: Verb): Outline<Q> {
    const { types, layout, requests, name } = this.declaration;
    const type = types[kind];
    if (type === undefined) throw new TypeError(`the kernel has no "${kind}" for the object ${name}`);
    return { type, layout: requests?.[kind] ?? (layout as unknown as Type<Q>), asked: this.asked(verb) };
  }

  /** What errors say of a request of this object. */
  protected asked(verb: string): Asked {
    const { name: object, namedBy = [], hint } = this.declaration;
    return { object, verb, namedBy, ...(hint && { hint: hint as NonNullable<Asked["hint"]> }) };
  }

  #prepared(value: Given<Q> | Written<Q>, verb: Verb): Partial<Q> {
    // What is left out of a member is written as zero, so that types need not tell the two apart below.
    const given = value as Partial<Q>;
    try {
      return this.declaration.prepare?.(given, verb) ?? given;
    } catch (error) {
      throw during(error, () => summaryOf({ ...this.#request("get", verb), value }));
    }
  }
}

/** An answer that was lost was given all the same. */
function answered(error: unknown): Observable<never> {
  return error instanceof OutcomeUnknownError ? EMPTY : throwError(() => error);
}

/** The members whose keys pass. */
function only<V extends object>(value: V, passes: (key: string) => boolean): V {
  return Object.fromEntries(Object.entries(value).filter(([key]) => passes(key))) as V;
}
