import {
  concatMap,
  filter,
  from,
  identity,
  type MonoTypeOperatorFunction,
  map,
  type Observable,
  type OperatorFunction,
  take,
  throwIfEmpty,
} from "rxjs";
import type { Connection } from "../connection/connection.js";
import { type ErrnoCode, errnoOf } from "../errors/errno.js";
import { KernelError } from "../errors/errors.js";
import { summaryOf } from "../errors/request-summary.js";
import { NLM_F_ACK } from "../message/nlmsg.js";
import { retryInterrupted } from "../operators/retry-interrupted.js";
import { matcher } from "../schema/matcher.js";
import type { Type } from "../schema/type.js";
import { type ListOther, type ObjectDefinition, pick } from "./definition.js";
import { checkMatch, deferred } from "./input.js";
import { joined } from "./joined.js";
import type { Match } from "./match.js";
import type { Projection } from "./projection.js";
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
  list$(match: Match<T & Q>, projection?: Projection<T>, tries = TRIES): Observable<T> {
    return this.rowsOf$(match, projected(projection), tries, projection);
  }

  /**
   * Emits the results of an operator on the objects that match. It is applied as they arrive: the list is held back until it is
   * complete, and what the operator drops then takes no memory.
   *
   * @param projection - The members that it needs; all by default.
   */
  rowsOf$<E>(
    match: Match<T & Q>,
    each: OperatorFunction<T, E>,
    tries = Number.POSITIVE_INFINITY,
    projection?: Projection<T>,
  ): Observable<E> {
    return deferred(() => {
      const { requestOnly = [], layout, accepts, joins } = this.#definition;
      checkMatch(match);
      const compared = without(match, requestOnly);
      const fits = matcher(layout, compared);
      return this.#dump$(match, projection && this.#reading(projection, Object.keys(compared))).pipe(
        joins === undefined ? identity : joined(joins),
        filter((row) => fits(row) && (accepts?.(row) ?? true)),
        this.#corrected(match),
        each,
        retryInterrupted(tries),
      );
    });
  }

  /** Emits the same of all objects for their state, however often the table changes while it is read. */
  all$<E>(each: OperatorFunction<T, E>): Observable<E> {
    const { listAll$ } = this.#definition;
    if (listAll$ === undefined) return this.rowsOf$({}, each);
    const list$ = (match: Match<T & Q>) => this.list$(match, undefined, Number.POSITIVE_INFINITY);
    const listOther$: ListOther = (definition) =>
      new ObjectReads(this.#connection, new ObjectRequests(definition)).list$({});
    return listAll$(list$, listOther$).pipe(each);
  }

  /** Emits the one object that a key names; see {@link Gettable.get$}. */
  get$(key: Match<T & Q>, projection?: Projection<T>): Observable<T> {
    return deferred(() => {
      const { layout, notFound, getsByList, getFlags: flags = 0, name } = this.#definition;
      const request = this.#requests.outline("get", "get");
      const named = this.#requests.named(this.#requests.checked(key));
      const none = (code: ErrnoCode) =>
        new KernelError(
          { errno: errnoOf(code)!, text: `no such ${name}` },
          summaryOf({ ...request, value: key }),
        );
      if (notFound === undefined || getsByList?.(key as Partial<T & Q>) === false) {
        const value = this.#requests.completed(named as Partial<Q>, "get", request);
        const reply = projection === undefined ? layout : projection.reading([]);
        const replies$ = this.#connection.request$({ ...request, flags, value, reply });
        return replies$.pipe(
          (flags & NLM_F_ACK) === 0 ? identity : throwIfEmpty(() => none("ENOENT")),
          this.#corrected(key),
          projected(projection),
        );
      }
      return this.list$(named, projection).pipe(
        take(1),
        throwIfEmpty(() => none(notFound)),
      );
    });
  }

  /** Returns the layout of the rows of a dump, for some members and those that a match compares. */
  #reading(projection: Projection<T>, compared: readonly string[]): Type<T> {
    const { joins, layout } = this.#definition;
    if (joins?.merge !== undefined) return layout;
    return projection.reading([...compared, ...(joins?.by ?? [])]);
  }

  /** Emits the rows of one dump. */
  #dump$(match: Match<T & Q>, reply = this.#definition.layout): Observable<T> {
    const { filters, requestOnly = [], envelope } = this.#definition;
    const request = this.#requests.outline("get", "list");
    const completed = this.#requests.completed(match as Partial<Q>, "list", request);
    const value = pick(completed, ...([...filters, ...requestOnly] as (keyof Q)[])) as Partial<Q>;
    if (envelope === undefined) return this.#connection.dump$({ ...request, value, reply });
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

/** Returns the operator that leaves only the chosen members. */
function projected<T extends object>(projection: Projection<T> | undefined): MonoTypeOperatorFunction<T> {
  return projection === undefined ? identity : map(projection.project);
}
