import {
  from,
  type MonoTypeOperatorFunction,
  type Observable,
  retry,
  switchMap,
  throwError,
  toArray,
} from "rxjs";
import { DumpInterruptedError } from "./errors.js";

/**
 * Repeats a dump that the kernel marked as interrupted (`NLM_F_DUMP_INTR`), at most `count` times, so that
 * what is emitted is one consistent table. It holds the rows back until the dump is over.
 *
 * @throws DumpInterruptedError where the table kept changing.
 */
export function retryInterrupted<T>(count = 10): MonoTypeOperatorFunction<T> {
  return (dump$: Observable<T>) =>
    dump$.pipe(
      toArray(),
      retry({
        count,
        delay: (error) => (error instanceof DumpInterruptedError ? [0] : throwError(() => error)),
      }),
      switchMap((rows) => from(rows)),
    );
}
