import {
  catchError,
  defer,
  EMPTY,
  type Observable,
  type OperatorFunction,
  shareReplay,
  throwError,
} from "rxjs";
import type { Connection } from "../connection/connection.js";
import { KernelError, OutcomeUnknownError, UnsupportedError } from "../errors/errors.js";
import { matcher } from "../schema/matcher.js";
import type { Identity } from "../state/identity.js";
import { type StateOptions, stateChecks } from "../state/options.js";
import type { PerLinkRead } from "../state/rules.js";
import { state$ } from "../state/state.js";
import { track } from "../state/track.js";
import type { TableSource } from "../state/tracked-table.js";
import type { StateTracker } from "../state/tracker.js";
import { type WatchEvent, watch$ } from "../state/watch.js";
import { withStateOptions } from "../state/with-state-options.js";
import { inSubscriberContext } from "../values/async-context.js";
import { checkOptions } from "../values/check-options.js";
import type { ObjectDefinition } from "./definition.js";
import { checkMatch, deferred } from "./input.js";
import type { Match } from "./match.js";
import { type GivenMembers, memberChecks, type Projection, type Projections } from "./projection.js";

/** Streams by which the state of one kind of object is read. */
export interface Reads<T extends object> {
  all$<E>(each: OperatorFunction<T, E>): Observable<E>;
  rowsOf$<E>(match: Match<T>, each: OperatorFunction<T, E>): Observable<E>;
  get$(match: Match<T>): Observable<T>;
}

/** State of one kind of kernel object, tracked while there are subscribers. */
export class ObjectState<T extends object> {
  readonly #connection: Connection;
  readonly #reads: Reads<T>;
  readonly #projections: Projections<T>;
  /** Trackers by what they keep: whole objects, or the same members. */
  readonly #trackers = new Map<Projection<T> | undefined, StateTracker<T>>();
  readonly #states = new Map<Projection<T> | undefined, Observable<ReadonlyMap<Identity, T>>>();

  constructor(
    connection: Connection,
    readonly definition: Pick<ObjectDefinition<T, never>, "name" | "state" | "layout" | "types" | "groups">,
    reads: Reads<T>,
    projections: Projections<T>,
  ) {
    this.#connection = connection;
    this.#reads = reads;
    this.#projections = projections;
  }

  /** Emits what exists and what changes; see {@link Watchable.watch$}. */
  watch$(match: Match<T>, given: StateOptions & GivenMembers): Observable<WatchEvent<T>> {
    const { projection, options } = this.#chosen("watch$", given);
    checkMatch(match);
    const { name, layout, state } = this.definition;
    const fits = matcher(layout, match);
    const kept = projection && this.#projections.with([...projection.keys, ...Object.keys(match)]);
    const project = kept === projection ? undefined : projection?.project;
    return watch$(this.#tracker(kept), name, { fits, project, volatile: new Set(state?.volatile) }, options);
  }

  /** Emits all objects by identity; see {@link Watchable.state$}. */
  state$(given: StateOptions & GivenMembers): Observable<ReadonlyMap<Identity, T>> {
    return deferred(() => {
      const { projection, options } = this.#chosen("state$", given);
      return withStateOptions("state$", options, () => this.#tracker(projection), this.#state$(projection));
    });
  }

  /** Source of its table, alone or tracked together with others. */
  get source(): TableSource<T> {
    return this.#source(undefined);
  }

  #chosen(callee: string, given: StateOptions & GivenMembers) {
    const { members, ...options } = checkOptions(callee, given, { ...stateChecks, ...memberChecks });
    return { projection: this.#projections.of(callee, members), options };
  }

  #state$(projection: Projection<T> | undefined): Observable<ReadonlyMap<Identity, T>> {
    const made =
      this.#states.get(projection) ??
      defer(() => state$(this.#tracker(projection), this.definition.name)).pipe(
        shareReplay({ bufferSize: 1, refCount: true }),
        inSubscriberContext(),
      );
    this.#states.set(projection, made);
    return made;
  }

  #tracker(projection: Projection<T> | undefined): StateTracker<T> {
    const { definition } = this;
    const made =
      this.#trackers.get(projection) ??
      track(this.#connection, [{ definition, source: this.#source(projection) }]);
    this.#trackers.set(projection, made);
    return made;
  }

  #source(projection: Projection<T> | undefined): TableSource<T> {
    const { name, state } = this.definition;
    if (state === undefined)
      throw new UnsupportedError(`the kernel does not say enough to keep the state of ${name}`, name);
    const { barrier, perLink } = state;
    const barrier$ =
      barrier === undefined ? EMPTY : this.#connection.request$(barrier).pipe(catchError(answered));
    return {
      name,
      state,
      ...(projection && { members: projection.keys }),
      list$: (each) => this.#reads.all$(each),
      ...(perLink && { listOfLink$: (index, each) => this.#ofLink$(perLink, index, each) }),
      barrier$,
    };
  }

  /** Lists the objects of one link; none if the link is gone. */
  #ofLink$<E>(
    { key, single = false }: PerLinkRead<T>,
    index: number,
    each: OperatorFunction<T, E>,
  ): Observable<E> {
    const match = { [key]: index } as Match<T>;
    const listed$ = defer(() => this.#reads.rowsOf$(match, each));
    const lost = (error: unknown) =>
      error instanceof OutcomeUnknownError ? listed$ : throwError(() => error);
    const none = (error: unknown) =>
      error instanceof KernelError && error.code === "ENODEV" ? EMPTY : throwError(() => error);
    return (single ? this.#reads.get$(match).pipe(each, catchError(lost)) : listed$).pipe(catchError(none));
  }
}

/** A lost reply still means that the kernel got that far. */
function answered(error: unknown): Observable<never> {
  return error instanceof OutcomeUnknownError ? EMPTY : throwError(() => error);
}
