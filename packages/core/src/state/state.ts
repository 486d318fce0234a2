import { Observable } from "rxjs";
import type { Identity } from "./identity.js";
import type { StateTracker } from "./tracker.js";

/**
 * Emits all objects of one type by identity: a map as soon as it is complete, and a new one at the end of each turn
 * with changes.
 */
export function state$<T extends object>(
  tracker: StateTracker<T>,
  object: string,
): Observable<ReadonlyMap<Identity, T>> {
  return new Observable<ReadonlyMap<Identity, T>>((subscriber) => {
    let due = false;
    const emit = () => {
      due = false;
      subscriber.next(tracker.table(object).snapshot());
    };
    subscriber.add(
      tracker.events$.subscribe({
        next: (event) => {
          const concerned =
            event.type === "synced" || (event.type === "difference" && event.object === object);
          if (due || !concerned) return;
          due = true;
          queueMicrotask(emit);
        },
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
    if (tracker.synced && !due) emit();
  });
}
