import {
  catchError,
  concatMap,
  concatWith,
  defaultIfEmpty,
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
import { during, EncodeError, NetlinkError, OutcomeUnknownError, UnsupportedError } from "./errors.js";
import type { Request } from "./exchange.js";
import { checkMatch, checkWritable, completed, deferred, inFull, placing } from "./input.js";
import { joined } from "./joined.js";
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "./nlmsg.js";
import type { MessageTypes, Notification, NotificationOptions } from "./notifications.js";
import {
  type ChangingVerb,
  type Match,
  type ObjectDeclaration,
  pick,
  type Verb,
  type Written,
} from "./object-declaration.js";
import { type Asked, summaryOf } from "./request-summary.js";
import { retryInterrupted } from "./retry-interrupted.js";
import { matchAny, matcher } from "./schema/matcher.js";
import { noneOf } from "./schema/no-such.js";
import { checkRecord, isRecord } from "./schema/record.js";
import { completed as changed, inSteps, lackedBy } from "./schema/request.js";
import type { AnyType, Type } from "./schema/type.js";
import type { Identity } from "./state/identity.js";
import { keep } from "./state/keep.js";
import type { Source } from "./state/kept.js";
import { state$ } from "./state/state.js";
import type { OfLink } from "./state/state-declaration.js";
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

const isGone = (error: unknown): boolean => error instanceof NetlinkError && GONE.has(error.code);

const VERBS: ReadonlySet<string> = new Set<ChangingVerb>([
  "add",
  "change",
  "replace",
  "append",
  "prepend",
  "delete",
]);

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
  list$(match: Match<T & Q> = {}): Observable<T> {
    return this.#list$(match, TRIES);
  }

  #list$(match: Match<T & Q>, tries: number): Observable<T> {
    return this.#deferred(() => {
      const { filters, selectors = [], layout, accepts, joins } = this.declaration;
      checkMatch(match);
      const fits = matcher(layout, without(match, selectors));
      const request = this.#request("get", "list");
      const wanted = this.#prepared(match as Partial<Q>, "list", request);
      const value = pick(wanted, ...([...filters, ...selectors] as (keyof Q)[])) as Partial<Q>;
      return this.connection.dump$({ ...request, value, reply: layout }).pipe(
        retryInterrupted(tries),
        joins === undefined ? identity : joined(joins),
        filter((row) => fits(row) && (accepts?.(row) ?? true)),
      );
    });
  }

  /**
   * Emits the one object that `key` names.
   *
   * @throws NetlinkError, with `ENODEV` or the like where there is none.
   */
  get$(key: Match<T & Q>): Observable<T> {
    return this.#deferred(() => {
      const { layout, errnoOfNone, getsByList, getFlags: flags = 0, name } = this.declaration;
      const request = this.#request("get", "get");
      const named = this.#named(this.#checked(key));
      if (errnoOfNone === undefined || getsByList?.(key as Partial<T & Q>) === false) {
        const value = this.#prepared(named as Partial<Q>, "get", request);
        return this.connection.request$({ ...request, flags, value, reply: layout });
      }
      const none = { errno: errnoOfNone, text: `no such ${name}` };
      return this.list$(named).pipe(
        take(1),
        throwIfEmpty(() => new NetlinkError(none, summaryOf({ ...request, value: key }))),
      );
    });
  }

  /** Creates an object (`NLM_F_CREATE | NLM_F_EXCL`); errors with `EEXIST` where there is one. */
  add$(value: Written<Q>): Observable<Ack> {
    return this.declaration.inSteps
      ? this.#deferred(() => this.#placing(value, () => this.#addInSteps$(value)))
      : this.ack$("add", value);
  }

  /** Creates an object, then gives it what the kernel takes only then; or creates none. */
  #addInSteps$(value: Written<Q>): Observable<Ack> {
    const [now, later] = this.#steps(value);
    if (Object.keys(later).length === 0) return this.ack$("add", now);
    checkWritable(this.declaration.layout, value);
    const named = this.#named(present(value));
    const undo$ = (error: unknown) =>
      this.delete$(named).pipe(
        ignoreElements(),
        catchError(() => EMPTY),
        concatWith(throwError(() => error)),
      );
    const rest = { ...later, ...named } as unknown as Written<Q>;
    const change$ = this.#isListed(value)
      ? this.#changeOther$("change", this.#changing("change", rest as unknown as Partial<Q>))
      : this.change$(rest);
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
    return this.declaration.inSteps
      ? this.#deferred(() => this.#placing(value, () => this.#replaceInSteps$(value)))
      : this.ack$("replace", value);
  }

  #replaceInSteps$(value: Written<Q>): Observable<Ack> {
    const [, later] = this.#steps(value);
    if (Object.keys(later).length === 0) return this.ack$("replace", value);
    checkWritable(this.declaration.layout, value);
    return this.get$(present(value) as Match<T & Q>).pipe(
      map(() => true),
      catchError((error) => (isGone(error) ? of(false) : throwError(() => error))),
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
  delete$(key: Match<T & Q>): Observable<Ack> {
    return this.#deferred(() =>
      this.#found$(this.#checked(key)).pipe(concatMap((one) => this.ack$("delete", one))),
    );
  }

  /** What names the objects to delete, looked up where the kernel needs more than is given. */
  #found$(key: Match<T & Q>): Observable<Partial<Q>> {
    const keys = this.#keysOf(key);
    if (!this.declaration.looksUp?.(key as Partial<T & Q>)) return from(keys);
    return this.get$(key).pipe(
      take(1),
      mergeMap((one) => this.#keysOf(one)),
    );
  }

  /**
   * Lists the objects that have all that `match` has, then deletes them, and emits each that it asked to
   * delete. One that goes by itself meanwhile is no error.
   *
   * @param match - `"all"` for all objects; a match that leaves none out is an error.
   *
   * @example
   * nl.address.flush$({ index: 2, family: "inet6" });
   */
  flush$(match: Match<T & Q> | "all"): Observable<T> {
    const gone = (error: unknown) => (isGone(error) ? EMPTY : throwError(() => error));
    const remove$ = (value: T) =>
      from(this.#keysOf(value)).pipe(mergeMap((key) => this.ack$("delete", key).pipe(catchError(gone))));
    return this.#deferred(() => {
      if (match !== "all") this.#checkNames(match);
      const all = match === "all" ? {} : match;
      return this.list$(all).pipe(mergeMap((value) => remove$(value).pipe(ignoreElements(), endWith(value))));
    });
  }

  /**
   * Does the same to many objects at once, with few system calls, and emits what became of each, in order; see
   * {@link Connection.batch$}.
   *
   * @example
   * nl.route.batch$("add", routes).pipe(filter(({ status }) => status !== "applied"));
   */
  batch$(verb: ChangingVerb, values: Iterable<Written<Q>>): Observable<Outcome<Q>> {
    return this.#deferred(() => {
      if (!VERBS.has(verb)) throw noneOf(verb, [...VERBS]);
      return this.connection.batch$(values, (value) => this.#requestOfBatch(verb, value));
    });
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
  watch$(match: Match<T> = {}, options: StateOptions = {}): Observable<WatchEvent<T>> {
    return this.#deferred(() => {
      checkStateOptions("watch$", options);
      checkMatch(match);
      return watch$(this.#kept, this.declaration.name, matcher(this.declaration.layout, match), options);
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
      throw new UnsupportedError(`the kernel does not say enough to keep the state of ${name}`, name);
    const { barrier } = state;
    const barrier$ =
      barrier === undefined ? EMPTY : this.connection.request$(barrier).pipe(catchError(answered));
    const { ofLink } = state;
    if (ofLink === undefined) return { name, state, list$: this.all$(), barrier$ };
    return { name, state, list$: this.all$(), barrier$, ofLink$: (index) => this.#ofLink$(ofLink, index) };
  }

  /** The objects of one link; none where it is gone. */
  #ofLink$({ key, single = false }: OfLink<T>, index: number): Observable<T> {
    const match = { [key]: index } as Match<T & Q>;
    const listed$ = defer(() => this.#list$(match, Number.POSITIVE_INFINITY));
    const lost = (error: unknown) =>
      error instanceof OutcomeUnknownError ? listed$ : throwError(() => error);
    const none = (error: unknown) =>
      error instanceof NetlinkError && error.code === "ENODEV" ? EMPTY : throwError(() => error);
    return (single ? this.get$(match).pipe(catchError(lost)) : listed$).pipe(catchError(none));
  }

  /** All there are, however often the table changes while it is read: what state is kept of. */
  protected all$(): Observable<T> {
    return this.#list$({}, Number.POSITIVE_INFINITY);
  }

  get #kept(): Synchronizer<T> {
    this.#synchronizer ??= keep(this.connection, [this]);
    return this.#synchronizer;
  }

  /** What is made when it is subscribed; errors say where it was asked for, if they are to. */
  #deferred<R>(make: () => Observable<R>): Observable<R> {
    return this.connection.traced$(deferred(make));
  }

  /** Sends a request that changes an object. */
  protected ack$(verb: ChangingVerb, value: Written<Q> | Partial<Q>): Observable<Ack> {
    return this.#deferred(() => {
      const requests = this.declaration.requestsOf?.(value as Partial<T & Q>);
      if (requests !== undefined && verb !== "delete")
        return from(requests).pipe(concatMap((one) => this.#ackOne$(verb, one)));
      return this.#ackOne$(verb, value);
    });
  }

  #ackOne$(verb: ChangingVerb, value: Written<Q> | Partial<Q>): Observable<Ack> {
    return this.#deferred(() => {
      const request = this.#changing(verb, value as Partial<Q>);
      const looksUp = () => this.#looksUp(verb, request.value);
      return placing(request.layout, request.value, looksUp)
        ? this.#changeOther$(verb, request)
        : this.connection.ack$(this.#preparedRequest(verb, request));
    });
  }

  #preparedRequest(verb: Verb, request: Request<Q>): Request<Q> {
    return { ...request, value: this.#prepared(request.value, verb, request) };
  }

  /** Whether a request depends on what is there. */
  #looksUp(verb: ChangingVerb, value: Partial<Q>): boolean {
    const { adapt, keeps } = this.declaration;
    if (verb !== "change") return verb === "replace" && adapt !== undefined;
    return (adapt ?? keeps ?? this.#lacks(value)) !== undefined;
  }

  /** Changes what is other than what there is. */
  #changeOther$(verb: ChangingVerb, request: Request<Q>): Observable<Ack> {
    const { layout } = this.declaration;
    const value = placing(layout, request.value, () =>
      this.#isListed(request.value) ? inFull(request.value, layout) : request.value,
    );
    // What cannot be sent is not looked up first.
    checkWritable(layout, value);
    return this.current$(verb, value).pipe(
      map((current) => this.#adapted(verb, { ...request, value }, current)),
      mergeMap((changed) => (changed === undefined ? of({}) : this.connection.ack$(changed))),
    );
  }

  /** What there is of an object that is to be changed or replaced, or `undefined` where there is none. */
  protected current$(verb: ChangingVerb, value: Partial<Q>): Observable<T | undefined> {
    // What becomes of a change where there is none is the kernel's to say.
    const byKernel = this.declaration.keeps !== undefined;
    const none = (error: unknown) =>
      (verb === "replace" && error instanceof NetlinkError) || (byKernel && isGone(error))
        ? of(undefined)
        : throwError(() => error);
    return this.get$(present(value) as Match<T & Q>).pipe(
      take(1),
      catchError(none),
      defaultIfEmpty(undefined),
    );
  }

  /** What is sent, given what is there; nothing where it is so already. */
  #adapted(verb: ChangingVerb, request: Request<Q>, current: T | undefined): Request<Q> | undefined {
    if (current === undefined) return this.#preparedRequest(verb, request);
    const whole = verb === "change" ? this.#completed(request.value, current) : request.value;
    const asked = this.#preparedRequest(verb, { ...request, value: whole });
    const { adapt } = this.declaration;
    const value =
      adapt === undefined ? asked.value : adapt(asked.value, current, verb as "change" | "replace");
    return value && { ...asked, value };
  }

  #requestOfBatch(verb: ChangingVerb, value: Written<Q>): Request<Q> {
    const parts = this.declaration.requestsOf?.(value as unknown as Partial<T & Q>);
    const [key = value, another] =
      verb === "delete" ? this.#keysOf(this.#checked(value)) : (parts ?? [value]);
    if (another !== undefined) throw new EncodeError("a request of a batch is about one object");
    if (verb === "delete" && this.declaration.looksUp?.(value as unknown as Partial<T & Q>))
      throw new EncodeError("it lacks what the kernel needs; a batch does not look it up, delete$ does");
    const request = this.#changing(verb, key as Partial<Q>);
    if (verb === "change") this.#refuseLacking(request.value);
    else if (verb !== "delete") this.#refuseLater(value);
    return this.#preparedRequest(verb, request);
  }

  #placing<R>(value: Written<Q>, run: () => R): R {
    checkRecord(value, this.declaration.name);
    return placing(this.declaration.layout, value, run);
  }

  /** What a request to make an object takes, and what waits until it exists. */
  #steps(value: Written<Q>): [now: Written<Q>, later: Written<Q>] {
    const { inSteps: stepwise, layout, name } = this.declaration;
    checkRecord(value, name);
    if (!stepwise) return [value, {} as Written<Q>];
    const listed = this.#isListed(value);
    const waits = ({ later }: AnyType) =>
      later === "asked" && listed ? undefined : later !== undefined && (listed || later !== "listed");
    return inSteps((key) => layout.member?.(key), value as object, waits) as [Written<Q>, Written<Q>];
  }

  #isListed(value: object): boolean {
    return this.declaration.layout.isListed?.(value) ?? false;
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
  #completed(value: Partial<Q>, current: T): Partial<Q> {
    const { layout, keeps = [], inSteps: stepwise } = this.declaration;
    const there = current as unknown as Partial<Q>;
    const whole = changed((key) => layout.member?.(key), value, there);
    if (!stepwise) return { ...pick(there, ...keeps), ...whole };
    const isOther = (key: string) =>
      !matcher(layout.member!(key)!, whole[key as keyof Q])(there[key as keyof Q]);
    const other = Object.keys(whole).filter((key) => whole[key as keyof Q] !== undefined && isOther(key));
    return { ...pick(whole, ...(other as (keyof Q)[])), ...this.#named(present(value)) } as Partial<Q>;
  }

  /** The requests' keys that name what a value is about. */
  #keysOf(value: unknown, verb: "get" | "delete" = "delete"): readonly Partial<Q>[] {
    this.#checkNames(value);
    const { keysOf, layout, name } = this.declaration;
    const keys = completed(value as Partial<T & Q>, layout, (given) => keysOf?.(given, verb) ?? [given]);
    if (keys.some((key) => Object.keys(key).length === 0)) throw new EncodeError(`it names no ${name}`);
    return keys;
  }

  /** A key all of whose members fit the object, or a request about it, be they sent or not. */
  #checked<K>(key: K): K {
    const { layout, requests = {} } = this.declaration;
    checkMatch(key);
    matchAny([...new Set<AnyType>([...Object.values(requests), layout])], key);
    return key;
  }

  /** What `get$` asks for: what names the object, and what a request says of the answer. */
  #named(key: object): Match<T & Q> {
    const { selectors = [] } = this.declaration;
    const [named = key] = this.#keysOf(key, "get");
    // What was listed has what was asked for then.
    const asked = this.#isListed(key) ? {} : pick(key as Partial<Q>, ...(selectors as (keyof Q)[]));
    return { ...asked, ...named } as Match<T & Q>;
  }

  /** Refuses a match that leaves nothing out. */
  #checkNames(match: unknown): void {
    const { selectors = [], details = selectors, name } = this.declaration;
    checkRecord(match, "match");
    if (Object.keys(without(match, details)).length === 0)
      throw new EncodeError(`it names no ${name}; "all" means all of them where they are flushed`);
  }

  /** A request that changes an object, of what was given. */
  #changing(verb: ChangingVerb, value: Partial<Q>): Outline<Q> & { flags: number; value: Partial<Q> } {
    const { types, changeFlags, sets, name } = this.declaration;
    checkRecord(value, name);
    if (verb === "delete") return { ...this.#request("delete", verb), flags: 0, value };
    if (verb !== "change") return { ...this.#request("new", verb), flags: NEW_FLAGS[verb], value };
    if (types.set !== undefined && placing(this.declaration.layout, value, () => sets?.(value) ?? true))
      return { ...this.#request("set", verb), flags: 0, value };
    return { ...this.#request("new", verb), flags: changeFlags, value };
  }

  /** Type and layout of a request, and what errors say of it. */
  #request(kind: keyof MessageTypes, verb: Verb): Outline<Q> {
    const { types, layout, requests, name } = this.declaration;
    const type = types[kind];
    if (type === undefined)
      throw new UnsupportedError(`the kernel has no "${kind}" for the object ${name}`, name);
    return { type, layout: requests?.[kind] ?? (layout as unknown as Type<Q>), asked: this.asked(verb) };
  }

  /** What errors say of a request of this object. */
  protected asked(verb: string): Asked {
    const { name: object, namedBy = [], hint } = this.declaration;
    return { object, verb, namedBy, ...(hint && { hint: hint as NonNullable<Asked["hint"]> }) };
  }

  #prepared(value: Partial<Q>, verb: Verb, request: Outline<Q>): Partial<Q> {
    const { prepare } = this.declaration;
    try {
      return completed(value, request.layout, prepare && ((it) => prepare(it, verb)));
    } catch (error) {
      throw during(error, () => summaryOf({ ...request, value }));
    }
  }
}

/** An answer that was lost was given all the same. */
function answered(error: unknown): Observable<never> {
  return error instanceof OutcomeUnknownError ? EMPTY : throwError(() => error);
}

/** The members that are not `undefined`, at any depth: in a value such a one is absent. */
function present(value: object): object {
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(given.map(([key, member]) => [key, isRecord(member) ? present(member) : member]));
}

/** The members but for some. */
function without(value: object, keys: readonly PropertyKey[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
