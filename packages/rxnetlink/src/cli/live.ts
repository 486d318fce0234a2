import type { EventEmitter } from "node:events";
import { fromEvent, map, merge, type Observable, take, takeUntil } from "rxjs";
import { outputFailed$ } from "./output.js";

/** Interruption by a signal. */
export class Interrupted extends Error {
  constructor(readonly signal: "SIGINT" | "SIGTERM") {
    super(signal);
  }
}

/**
 * Completes a stream when the reader of our output has closed it.
 *
 * @throws Interrupted on SIGINT or SIGTERM.
 */
export function untilInterrupted<T>(source$: Observable<T>): Observable<T> {
  const signals = (["SIGINT", "SIGTERM"] as const).map((signal) =>
    fromEvent(process as EventEmitter, signal).pipe(map(() => signal)),
  );
  const interrupted$ = merge(...signals).pipe(
    take(1),
    map((signal): never => {
      throw new Interrupted(signal);
    }),
  );
  return source$.pipe(takeUntil(merge(interrupted$, outputFailed$)));
}
