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

/** Whether a dump that ended so is worth repeating: the table changed, rows were lost, or the kernel was busy. */
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
 * Repeats a dump that the kernel marked as interrupted (`NLM_F_DUMP_INTR`), or of which rows were lost in an overflow,
 * at most `count` times, so that what is emitted is one consistent table. It holds the rows back until the dump is over.
 *
 * @throws DumpInterruptedError where the table kept changing; its `rows` are those of the last try.
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
