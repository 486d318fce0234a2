import {
  concatMap,
  filter,
  from,
  identity,
  type MonoTypeOperatorFunction,
  map,
  type Observable,
  take,
  throwIfEmpty,
} from "rxjs";
import type { Connection } from "../connection/connection.js";
import { errnoOf } from "../errors/errno.js";
import { KernelError } from "../errors/errors.js";
import { summaryOf } from "../errors/request-summary.js";
import { retryInterrupted } from "../operators/retry-interrupted.js";
import { matcher } from "../schema/matcher.js";
import { type ListOther, type ObjectDefinition, pick } from "./definition.js";
import { checkMatch, deferred } from "./input.js";
import { joined } from "./joined.js";
import type { Match } from "./match.js";
import { ObjectRequests, without } from "./requests.js";

/** The number of times that a list is read until it is consistent. */
const TRIES = 10;

/** Reads objects of one kind. */
export class ObjectReads<T extends object, Q extends object> {
  readonly #connection: Connection;
  readonly #requests: ObjectRequests<T, Q>;
  readonly #definition: ObjectDefinition<T, Q>;

  constructor(connection: Connection, requests: ObjectRequests<T, Q>) {
    this.#connection = connection;
    this.#requests = requests;
    this.#definition = requests.definition;
  }

  /** Emits the objects that match; see {@link Listable.list$}. */
  list$(match: Match<T & Q>, tries = TRIES): Observable<T> {
    return deferred(() => {
      const { requestOnly = [], layout, accepts, joins } = this.#definition;
      checkMatch(match);
      const fits = matcher(layout, without(match, requestOnly));
      return this.#dump$(match).pipe(
        retryInterrupted(tries),
        joins === undefined ? identity : joined(joins),
        filter((row) => fits(row) && (accepts?.(row) ?? true)),
        this.#corrected(match),
      );
    });
  }

  /** Emits all objects for their state, however often the table changes while it is read. */
  all$(): Observable<T> {
    const list$ = (match: Match<T & Q>) => this.list$(match, Number.POSITIVE_INFINITY);
    const listOther$: ListOther = (definition) =>
      new ObjectReads(this.#connection, new ObjectRequests(definition)).list$({});
    return this.#definition.listAll$?.(list$, listOther$) ?? list$({});
  }

  /** Emits the one object that a key names; see {@link Gettable.get$}. */
  get$(key: Match<T & Q>): Observable<T> {
    return deferred(() => {
      const { layout, notFound, getsByList, getFlags: flags = 0, name } = this.#definition;
      const request = this.#requests.outline("get", "get");
      const named = this.#requests.named(this.#requests.checked(key));
      if (notFound === undefined || getsByList?.(key as Partial<T & Q>) === false) {
        const value = this.#requests.completed(named as Partial<Q>, "get", request);
        return this.#connection
          .request$({ ...request, flags, value, reply: layout })
          .pipe(this.#corrected(key));
      }
      const none = { errno: errnoOf(notFound)!, text: `no such ${name}` };
      return this.list$(named).pipe(
        take(1),
        throwIfEmpty(() => new KernelError(none, summaryOf({ ...request, value: key }))),
      );
    });
  }

  /** Emits the rows of one dump. */
  #dump$(match: Match<T & Q>): Observable<T> {
    const { filters, requestOnly = [], layout, envelope } = this.#definition;
    const request = this.#requests.outline("get", "list");
    const completed = this.#requests.completed(match as Partial<Q>, "list", request);
    const value = pick(completed, ...([...filters, ...requestOnly] as (keyof Q)[])) as Partial<Q>;
    if (envelope === undefined) return this.#connection.dump$({ ...request, value, reply: layout });
    const message = envelope.dump(value as unknown as Partial<T>);
    return this.#connection
      .dump$<object>({ ...request, layout: envelope.layout, value: message })
      .pipe(concatMap((one) => from(envelope.open(one))));
  }

  #corrected(asked: Match<T & Q>): MonoTypeOperatorFunction<T> {
    const { corrected } = this.#definition;
    return corrected === undefined ? identity : map((row) => corrected(row, asked));
  }
}
