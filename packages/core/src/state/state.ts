import { Observable } from "rxjs";
import type { Identity } from "./identity.js";
import type { StateTracker } from "./tracker.js";

/**
 * All objects of one kind by identity: one map when it is known, and a new one at the end of each turn in which
 * something changed.
 */
export function state$<T extends object>(
  synchronizer: StateTracker<T>,
  object: string,
): Observable<ReadonlyMap<Identity, T>> {
  return new Observable<ReadonlyMap<Identity, T>>((subscriber) => {
    let due = false;
    const emit = () => {
      due = false;
      subscriber.next(synchronizer.table(object).snapshot());
    };
    subscriber.add(
      synchronizer.events$.subscribe({
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
    if (synchronizer.synced && !due) emit();
  });
}
