import type { EventEmitter } from "node:events";
import { keep, type Synchronizer } from "@rxnetlink/core";
import type { Rtnetlink } from "@rxnetlink/route";
import { fromEvent, merge, type Observable, take, takeUntil } from "rxjs";
import { OBJECTS, objectOf } from "./session.js";

/** The state of links, addresses and routes, kept at one revision. */
export function stateOf(nl: Rtnetlink): Synchronizer<object> {
  return keep(
    nl.connection,
    OBJECTS.map((name) => objectOf(nl, name)),
  );
}

/** Ends a stream when the user or the reader of our output has had enough. */
export function untilInterrupted<T>(source$: Observable<T>): Observable<T> {
  const signals = ["SIGINT", "SIGTERM"].map((signal) => fromEvent(process as EventEmitter, signal));
  const closed = fromEvent(process.stdout as EventEmitter, "error");
  return source$.pipe(takeUntil(merge(...signals, closed).pipe(take(1))));
}
