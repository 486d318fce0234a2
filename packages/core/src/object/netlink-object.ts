import {
  catchError,
  concatMap,
  defaultIfEmpty,
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
  take,
  throwError,
  throwIfEmpty,
} from "rxjs";
import type { Outcome } from "../connection/batch.js";
import type { Connection } from "../connection/connection.js";
import type { NetlinkNotification, NotificationOptions } from "../connection/notification.js";
import { errnoOf } from "../errors/errno.js";
import { KernelError } from "../errors/errors.js";
import { noneOf } from "../errors/no-such.js";
import { type RequestLabel, summaryOf } from "../errors/request-summary.js";
import type { Ack } from "../message/ack.js";
import { retryInterrupted } from "../operators/retry-interrupted.js";
import { matcher } from "../schema/matcher.js";
import type { Identity } from "../state/identity.js";
import type { StateOptions } from "../state/options.js";
import type { TableSource } from "../state/tracked-table.js";
import type { WatchEvent } from "../state/watch.js";
import {
  CHANGING_VERBS,
  type ChangingVerb,
  type Match,
  type ObjectDefinition,
  pick,
  type Written,
} from "./definition.js";
import { checkMatch, checkWritable, deferred, inFull, placing } from "./input.js";
import { joined } from "./joined.js";
import { LinkNames } from "./link-names.js";
import { type Changing, ObjectRequests, present, without } from "./requests.js";
import { Shorthand } from "./shorthand.js";
import { addInSteps$, isGone, replaceInSteps$, type StepVerbs } from "./steps.js";
import { ObjectState } from "./tracking.js";

/** How often a list is read until it is consistent. */
const TRIES = 10;

/** The verbs of one kind of kernel object over a connection. */
export class NetlinkObject<T extends object, Q extends object = T> {
  readonly #requests: ObjectRequests<T, Q>;
  readonly #shorthand: Shorthand<T, Q>;
  readonly #state: ObjectState<T>;
  readonly #steps: StepVerbs<T, Q> = {
    send$: (verb, value) => this.execute$(verb, value),
    changeOther$: (request) => this.#changeOther$("change", request),
    add$: (value) => this.add$(value),
    change$: (value) => this.change$(value),
    delete$: (key) => this.delete$(key),
    get$: (key) => this.get$(key),
  };

  constructor(
    /** Where its requests go. */
    protected readonly connection: Connection,
    /** Its layout and messages. */
    readonly declaration: ObjectDefinition<T, Q>,
  ) {
    this.#shorthand = new Shorthand(declaration, connection.linkIndex$);
    this.#requests = new ObjectRequests(declaration);
    this.#state = new ObjectState(connection, declaration, {
      all$: () => this.all$(),
      get$: (match) => this.get$(match as Match<T & Q>),
      list$: (match) => this.#list$(match as Match<T & Q>, Number.POSITIVE_INFINITY),
    });
  }

  /**
   * Emits those objects that have all that `match` has, then completes. The rows come from one consistent
   * dump: one that the kernel marks as interrupted is repeated.
   *
   * @throws DumpInterruptedError where the table changes faster than it can be read.
   */
  list$(match: Match<T & Q> = {}): Observable<T> {
    return this.given$("list", match, (it) => this.#list$(it, TRIES));
  }

  #list$(match: Match<T & Q>, tries: number): Observable<T> {
    return this.#deferred(() => {
      const { filters, selectors = [], layout, accepts, joins } = this.declaration;
      checkMatch(match);
      const fits = matcher(layout, without(match, selectors));
      const request = this.#requests.outline("get", "list");
      const wanted = this.#requests.prepared(match as Partial<Q>, "list", request);
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
   * @throws KernelError, with `ENODEV` or the like where there is none.
   */
  get$(key: Match<T & Q>): Observable<T> {
    return this.given$("get", key, (it) => this.#get$(it));
  }

  #get$(key: Match<T & Q>): Observable<T> {
    return this.#deferred(() => {
      const { layout, notFound, getsByList, getFlags: flags = 0, name } = this.declaration;
      const request = this.#requests.outline("get", "get");
      const named = this.#requests.named(this.#requests.checked(key));
      if (notFound === undefined || getsByList?.(key as Partial<T & Q>) === false) {
        const value = this.#requests.prepared(named as Partial<Q>, "get", request);
        return this.connection.request$({ ...request, flags, value, reply: layout });
      }
      const none = { errno: errnoOf(notFound)!, text: `no such ${name}` };
      return this.list$(named).pipe(
        take(1),
        throwIfEmpty(() => new KernelError(none, summaryOf({ ...request, value: key }))),
      );
    });
  }

  /** Creates an object (`NLM_F_CREATE | NLM_F_EXCL`); errors with `EEXIST` where there is one. */
  add$(value: Written<Q>): Observable<Ack> {
    return this.declaration.inSteps
      ? this.given$("add", value, (it) =>
          this.#requests.placing(it, () => addInSteps$(this.#steps, this.#requests, it)),
        )
      : this.execute$("add", value);
  }

  /**
   * Changes an object that exists: what `value` does not hold stays as it is. What cannot be changed is left out where it
   * is the same as what there is, so that an object that was listed can be handed back.
   */
  change$(value: Written<Q>): Observable<Ack> {
    return this.execute$("change", value);
  }

  /** Creates an object, or replaces the one that exists (`NLM_F_CREATE | NLM_F_REPLACE`). */
  replace$(value: Written<Q>): Observable<Ack> {
    return this.declaration.inSteps
      ? this.given$("replace", value, (it) =>
          this.#requests.placing(it, () => replaceInSteps$(this.#steps, this.#requests, it)),
        )
      : this.execute$("replace", value);
  }

  /**
   * Creates an object behind those of the same key (`NLM_F_CREATE | NLM_F_APPEND`), where the kernel keeps
   * several: routes, and the remote ends of a vxlan's address.
   */
  append$(value: Written<Q>): Observable<Ack> {
    return this.execute$("append", value);
  }

  /** Removes an object: one that was listed, or that `key` names. */
  delete$(key: Match<T & Q>): Observable<Ack> {
    return this.given$("delete", key, (it) =>
      this.#found$(this.#requests.checked(it)).pipe(concatMap((one) => this.execute$("delete", one))),
    );
  }

  /** What names the objects to delete, looked up where the kernel needs more than is given. */
  #found$(key: Match<T & Q>): Observable<Partial<Q>> {
    const keys = this.#requests.keysOf(key);
    if (!this.declaration.looksUp?.(key as Partial<T & Q>)) return from(keys);
    return this.get$(key).pipe(
      take(1),
      mergeMap((one) => this.#requests.keysOf(one)),
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
      from(this.#requests.keysOf(value)).pipe(
        mergeMap((key) => this.execute$("delete", key).pipe(catchError(gone))),
      );
    return this.given$("flush", match, (given) => {
      if (given !== "all") this.#requests.checkNames(given);
      const all = given === "all" ? {} : given;
      return this.list$(all).pipe(mergeMap((value) => remove$(value).pipe(ignoreElements(), endWith(value))));
    });
  }

  /**
   * Does the same to many objects at once, with few system calls, and emits what became of each, in order; see
   * {@link Connection.batch$}.
   *
   * @example
   * nl.route.batch$("add", routes).pipe(filter(({ type }) => type !== "applied"));
   */
  batch$(verb: ChangingVerb, values: Iterable<Written<Q>>): Observable<Outcome<Q>> {
    return this.#deferred(() => {
      if (!CHANGING_VERBS.has(verb)) throw noneOf(verb, [...CHANGING_VERBS]);
      const names = new LinkNames();
      return this.connection.batch$(values, (value) =>
        this.#requests.ofBatch(verb, this.#shorthand.expanded(verb, value, names)),
      );
    });
  }

  /** Emits what the kernel tells of this kind of object, until unsubscribed. */
  notifications$(options?: NotificationOptions): Observable<NetlinkNotification<T>> {
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
    return this.given$("watch", match, (it) => this.#state.watch$(it, options));
  }

  /**
   * Emits all objects by identity: a map as soon as they are known, and a new one whenever something changes, at most
   * one a turn; kept true as {@link watch$} is. Shared among subscribers; a late one gets the newest map at once. A map
   * does not change once it was emitted; `new Map(it)` makes one of your own of it.
   *
   * @param options - When to be called that nothing is missed, and how often to list again what changes silently.
   */
  state$(options: StateOptions = {}): Observable<ReadonlyMap<Identity, T>> {
    return this.#state.state$(options);
  }

  /** How it is listed where state is kept of it, alone or with others. */
  get source(): TableSource<T> {
    return this.#state.source;
  }

  /** All there are, however often the table changes while it is read: what state is kept of. */
  protected all$(): Observable<T> {
    return this.#list$({}, Number.POSITIVE_INFINITY);
  }

  /**
   * Does something with what a caller gave, on subscription, once it is as it is sent: with the index of a link in place of
   * its name, and with prefixes as address and length.
   */
  protected given$<V, R>(verb: string, value: V, run: (value: V) => Observable<R>): Observable<R> {
    return this.#deferred(() => this.#shorthand.with$(verb, value, run));
  }

  /** What is made when it is subscribed; errors say where it was asked for, if they are to. */
  #deferred<R>(make: () => Observable<R>): Observable<R> {
    return this.connection.traced$(deferred(make));
  }

  /** Sends a request that changes an object. */
  protected execute$(verb: ChangingVerb, value: Written<Q> | Partial<Q>): Observable<Ack> {
    return this.given$(verb, value, (it) => {
      const requests = this.declaration.requestsOf?.(it as Partial<T & Q>);
      if (requests !== undefined && verb !== "delete")
        return from(requests).pipe(concatMap((one) => this.#ackOne$(verb, one)));
      return this.#ackOne$(verb, it);
    });
  }

  #ackOne$(verb: ChangingVerb, value: Written<Q> | Partial<Q>): Observable<Ack> {
    return this.#deferred(() => {
      const request = this.#requests.changing(verb, value as Partial<Q>);
      const looksUp = () => this.#requests.looksUp(verb, request.value);
      return placing(request.layout, request.value, looksUp)
        ? this.#changeOther$(verb, request)
        : this.connection.execute$(this.#requests.preparedRequest(verb, request));
    });
  }

  /** Changes what is other than what there is. */
  #changeOther$(verb: ChangingVerb, request: Changing<Q>): Observable<Ack> {
    const { layout } = this.declaration;
    const value = placing(layout, request.value, () =>
      this.#requests.isListed(request.value) ? inFull(request.value, layout) : request.value,
    );
    // What cannot be sent is not looked up first.
    checkWritable(layout, value);
    return this.current$(verb, value).pipe(
      map((current) => this.#requests.adapted(verb, { ...request, value }, current)),
      mergeMap((changed) => (changed === undefined ? of({}) : this.connection.execute$(changed))),
    );
  }

  /** What there is of an object that is to be changed or replaced, or `undefined` where there is none. */
  protected current$(verb: ChangingVerb, value: Partial<Q>): Observable<T | undefined> {
    // What becomes of a change where there is none is the kernel's to say.
    const byKernel = this.declaration.keeps !== undefined;
    const none = (error: unknown) =>
      (verb === "replace" && error instanceof KernelError) || (byKernel && isGone(error))
        ? of(undefined)
        : throwError(() => error);
    return this.get$(present(value) as Match<T & Q>).pipe(
      take(1),
      catchError(none),
      defaultIfEmpty(undefined),
    );
  }

  /** What errors say of a request of this object. */
  protected asked(verb: string): RequestLabel {
    return this.#requests.asked(verb);
  }
}
