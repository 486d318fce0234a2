import type { EventEmitter } from "node:events";
import type { Notification } from "@rxnetlink/core";
import type { Rtnetlink } from "@rxnetlink/route";
import { fromEvent, merge, type Observable, take, takeUntil } from "rxjs";

/** What happens to links, addresses and routes, in the kernel's order. */
export function changes$(nl: Rtnetlink, listening?: () => void): Observable<Notification<object>> {
  const objects = [nl.link.declaration, nl.address.declaration, nl.route.declaration];
  return nl.connection.notifications$<object>(objects as never, listening === undefined ? {} : { listening });
}

/** Ends a stream when the user or the reader of our output has had enough. */
export function untilInterrupted<T>(source$: Observable<T>): Observable<T> {
  const signals = ["SIGINT", "SIGTERM"].map((signal) => fromEvent(process as EventEmitter, signal));
  const closed = fromEvent(process.stdout as EventEmitter, "error");
  return source$.pipe(takeUntil(merge(...signals, closed).pipe(take(1))));
}
