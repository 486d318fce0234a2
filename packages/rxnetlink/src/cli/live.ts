import type { EventEmitter } from "node:events";
import type { FlowControl } from "@rxnetlink/core";
import { type StateTracker, track, trackableOf } from "@rxnetlink/core/internal";
import { fromEvent, map, merge, type Observable, take, takeUntil } from "rxjs";
import { outputFailed$ } from "./output.js";
import { OBJECTS, objectOf, type Session } from "./session.js";

/** Interruption by the user. */
export class Interrupted extends Error {}

/** Tracks links, addresses and routes at one revision. */
export function stateOf(nl: Session, flowControl?: FlowControl): StateTracker<object> {
  return track(
    nl.connection,
    OBJECTS.map((name) => trackableOf(objectOf(nl, name))),
    flowControl,
  );
}

/**
 * Completes a stream when the reader of our output has closed it.
 *
 * @throws Interrupted on SIGINT or SIGTERM.
 */
export function untilInterrupted<T>(source$: Observable<T>): Observable<T> {
  const signals = ["SIGINT", "SIGTERM"].map((signal) => fromEvent(process as EventEmitter, signal));
  const interrupted$ = merge(...signals).pipe(
    take(1),
    map((): never => {
      throw new Interrupted();
    }),
  );
  return merge(source$, interrupted$).pipe(takeUntil(outputFailed$));
}
