import {
  type Connection,
  DumpInterruptedError,
  KernelError,
  type MessageSet,
  OutcomeUnknownError,
} from "@rxnetlink/core";
import { defer, map, type Observable, of, retry, switchMap, tap, throwError, toArray } from "rxjs";
import { currentGeneration$ } from "../generation/generation.js";
import { resIdOf } from "../generation/order.js";

/** What was read, and the generation that it belongs to. */
export interface AtGeneration<R> {
  readonly generation: number;
  readonly result: R;
}

/** Dumps all objects of one kind, or those that a value names. */
export type Dump = <T extends { readonly resId: number }>(
  messages: MessageSet<T>,
  value?: Partial<T>,
) => Observable<T[]>;

/** The ruleset changed while it was read. */
class Moved extends Error {}

/** Returns true if reading again may succeed: the ruleset changed, or rows were lost. */
function passes(error: unknown): boolean {
  return (
    error instanceof Moved ||
    error instanceof DumpInterruptedError ||
    (error instanceof OutcomeUnknownError && error.cause === undefined) ||
    // A set that was removed before its elements were read.
    (error instanceof KernelError && error.code === "ENOENT")
  );
}

function expectSame(one: number, other: number): void {
  if (one !== other) throw new Moved();
}

/**
 * Reads with several dumps at one generation: the number of it stands in all rows, and is still the current one at the end, as
 * an empty dump has no rows. Reads again until that is so.
 */
export function atOneGeneration$<R>(
  connection: Connection,
  read$: (dump: Dump) => Observable<R>,
): Observable<AtGeneration<R>> {
  const dumpAt =
    (generation: number): Dump =>
    ({ types, layout }, value = {}) =>
      connection.dump$({ type: types.get!, layout, value }).pipe(
        tap(({ resId }) => expectSame(resId, resIdOf(generation))),
        toArray(),
      );
  const current$ = defer(() => currentGeneration$(connection).pipe(map(({ id }) => id)));
  const checked = <T>(generation: number, result: T) =>
    current$.pipe(
      tap((now) => expectSame(now, generation)),
      map(() => ({ generation, result })),
    );
  return current$.pipe(
    switchMap((id) => read$(dumpAt(id)).pipe(switchMap((result) => checked(id, result)))),
    retry({ delay: (error) => (passes(error) ? of(0) : throwError(() => error)) }),
  );
}
