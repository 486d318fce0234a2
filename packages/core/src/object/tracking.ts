import { catchError, defer, EMPTY, type Observable, shareReplay, throwError } from "rxjs";
import type { Connection } from "../connection/connection.js";
import { KernelError, OutcomeUnknownError, UnsupportedError } from "../errors/errors.js";
import { matcher } from "../schema/matcher.js";
import type { Identity } from "../state/identity.js";
import { checkStateOptions, type StateOptions } from "../state/options.js";
import type { PerLinkRead } from "../state/rules.js";
import { state$ } from "../state/state.js";
import { track } from "../state/track.js";
import type { TableSource } from "../state/tracked-table.js";
import type { StateTracker } from "../state/tracker.js";
import { type WatchEvent, watch$ } from "../state/watch.js";
import { withStateOptions } from "../state/with-state-options.js";
import { inSubscriberContext } from "../values/async-context.js";
import type { ObjectDefinition } from "./definition.js";
import { checkMatch } from "./input.js";
import type { Match } from "./match.js";

/** Streams by which the state of one kind of object is read. */
export interface Reads<T extends object> {
  all$(): Observable<T>;
  list$(match: Match<T>, tries: number): Observable<T>;
  get$(match: Match<T>): Observable<T>;
}

/** State of one kind of kernel object, tracked while there are subscribers. */
export class ObjectState<T extends object> {
  readonly #connection: Connection;
  readonly #reads: Reads<T>;
  #synchronizer: StateTracker<T> | undefined;
  #state$: Observable<ReadonlyMap<Identity, T>> | undefined;

  constructor(
    connection: Connection,
    readonly definition: Pick<ObjectDefinition<T, never>, "name" | "state" | "layout" | "types" | "groups">,
    reads: Reads<T>,
  ) {
    this.#connection = connection;
    this.#reads = reads;
  }

  /** Emits what exists and what changes; see {@link Watchable.watch$}. */
  watch$(match: Match<T>, options: StateOptions): Observable<WatchEvent<T>> {
    checkStateOptions("watch$", options);
    checkMatch(match);
    return watch$(this.#kept, this.definition.name, matcher(this.definition.layout, match), options);
  }

  /** Emits all objects by identity; see {@link Watchable.state$}. */
  state$(options: StateOptions): Observable<ReadonlyMap<Identity, T>> {
    this.#state$ ??= defer(() => state$(this.#kept, this.definition.name)).pipe(
      shareReplay({ bufferSize: 1, refCount: true }),
      inSubscriberContext(),
    );
    return withStateOptions("state$", options, () => this.#kept, this.#state$);
  }

  /** Source of its table, alone or tracked together with others. */
  get source(): TableSource<T> {
    const { name, state } = this.definition;
    if (state === undefined)
      throw new UnsupportedError(`the kernel does not say enough to keep the state of ${name}`, name);
    const { barrier } = state;
    const barrier$ =
      barrier === undefined ? EMPTY : this.#connection.request$(barrier).pipe(catchError(answered));
    const { perLink } = state;
    if (perLink === undefined) return { name, state, list$: this.#reads.all$(), barrier$ };
    return {
      name,
      state,
      list$: this.#reads.all$(),
      barrier$,
      listOfLink$: (index) => this.#ofLink$(perLink, index),
    };
  }

  /** Lists the objects of one link; none if the link is gone. */
  #ofLink$({ key, single = false }: PerLinkRead<T>, index: number): Observable<T> {
    const match = { [key]: index } as Match<T>;
    const listed$ = defer(() => this.#reads.list$(match, Number.POSITIVE_INFINITY));
    const lost = (error: unknown) =>
      error instanceof OutcomeUnknownError ? listed$ : throwError(() => error);
    const none = (error: unknown) =>
      error instanceof KernelError && error.code === "ENODEV" ? EMPTY : throwError(() => error);
    return (single ? this.#reads.get$(match).pipe(catchError(lost)) : listed$).pipe(catchError(none));
  }

  get #kept(): StateTracker<T> {
    this.#synchronizer ??= track(this.#connection, [this]);
    return this.#synchronizer;
  }
}

/** A lost reply still means that the kernel got that far. */
function answered(error: unknown): Observable<never> {
  return error instanceof OutcomeUnknownError ? EMPTY : throwError(() => error);
}
