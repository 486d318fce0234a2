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

/** How objects of one kind are read for their state. */
export interface Reads<T extends object> {
  all$(): Observable<T>;
  list$(match: Match<T>, tries: number): Observable<T>;
  get$(match: Match<T>): Observable<T>;
}

/** The state of one kind of kernel object, kept while somebody watches. */
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

  /** Emits what there is and what changes; see `NetlinkObject.watch$`. */
  watch$(match: Match<T>, options: StateOptions): Observable<WatchEvent<T>> {
    checkStateOptions("watch$", options);
    checkMatch(match);
    return watch$(this.#kept, this.definition.name, matcher(this.definition.layout, match), options);
  }

  /** Emits all objects by identity; see `NetlinkObject.state$`. */
  state$(options: StateOptions): Observable<ReadonlyMap<Identity, T>> {
    this.#state$ ??= defer(() => state$(this.#kept, this.definition.name)).pipe(
      shareReplay({ bufferSize: 1, refCount: true }),
      inSubscriberContext(),
    );
    return withStateOptions("state$", options, () => this.#kept, this.#state$);
  }

  /** How it is listed where state is kept of it, alone or with others. */
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

  /** The objects of one link; none where it is gone. */
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

/** An answer that was lost was given all the same. */
function answered(error: unknown): Observable<never> {
  return error instanceof OutcomeUnknownError ? EMPTY : throwError(() => error);
}
