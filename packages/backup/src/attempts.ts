import { deferred } from "@rxnetlink/core/internal";
import { catchError, concat, concatMap, from, ignoreElements, type Observable, of } from "rxjs";
import type { Attempt } from "./section.js";
import type { BackupStep } from "./step.js";

/** Carries steps out one by one, and emits how each ended; one that fails does not stop the others. */
export function attempts$<S extends BackupStep>(
  steps: readonly S[],
  carryOut$: (step: S) => Observable<unknown>,
): Observable<Attempt> {
  return from(steps).pipe(
    concatMap((step) =>
      concat(deferred(() => carryOut$(step)).pipe(ignoreElements()), of({ step })).pipe(
        catchError((error: Error) => of({ step, error })),
      ),
    ),
  );
}
