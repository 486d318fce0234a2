import {
  defer,
  endWith,
  from,
  ignoreElements,
  type MonoTypeOperatorFunction,
  type Observable,
  retry,
  switchMap,
  tap,
  throwError,
} from "rxjs";
import { DumpInterruptedError, KernelError, OutcomeUnknownError } from "../errors/errors.js";

/** Returns true if a failed dump is worth repeating: the table changed, rows were lost, or the kernel was busy. */
function passes(error: unknown): boolean {
  return (
    error instanceof DumpInterruptedError ||
    (error instanceof OutcomeUnknownError && error.cause === undefined) ||
    (error instanceof KernelError && ["EBUSY", "EINTR"].includes(error.code))
  );
}

function keepRows(error: unknown, rows: readonly unknown[]): void {
  if (error instanceof DumpInterruptedError) error.rows = rows;
}

/**
 * Repeats a dump that the kernel reported as interrupted (`NLM_F_DUMP_INTR`), or that lost rows in an overflow, at
 * most `count` times, so that the emitted rows form a consistent table. Holds the rows back until the dump is
 * complete.
 *
 * Errors with a {@link DumpInterruptedError} if the table keeps changing; its `rows` are those of the last attempt.
 */
export function retryInterrupted<T>(count = 10): MonoTypeOperatorFunction<T> {
  return (dump$: Observable<T>) =>
    defer(() => {
      let rows: T[] = [];
      const again = (error: unknown) => (passes(error) ? [0] : throwError(() => error));
      const once$ = defer(() => {
        rows = [];
        return dump$;
      });
      return once$.pipe(
        tap((row) => rows.push(row)),
        ignoreElements(),
        retry({ count, delay: again }),
        tap({ error: (error) => keepRows(error, rows) }),
        endWith(undefined),
        switchMap(() => from(rows)),
      );
    });
}
