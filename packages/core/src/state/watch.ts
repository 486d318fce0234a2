import { Observable } from "rxjs";
import type { Test } from "../schema/type.js";
import type { StateOptions } from "./options.js";
import type { Difference } from "./table.js";
import type { StateTracker } from "./tracker.js";
import type { ChangeOrigin, StateEvent } from "./tracker-run.js";

/** What all changes bear. */
export interface ChangeDetails {
  /** Counts the changes of the whole state; it only grows. */
  readonly revision: number;
  /**
   * `"self"` where a request of this connection caused it, as far as the kernel says so: it does for addresses,
   * routes, rules and neighbours, for links since 6.2.
   */
  readonly origin: ChangeOrigin;
  /** Whether it was concluded from a list: the kernel has not told of it, or the message was lost. */
  readonly inferred: boolean;
}

/** An object was added, changed or removed. */
export type WatchChange<T> = Difference<T> & ChangeDetails;

/** The snapshot is over: what follows are changes. */
export interface WatchSynced {
  /** Tells it from the other events. */
  readonly type: "synced";
  /** The revision that the snapshot shows. */
  readonly revision: number;
  /** How many objects there are. */
  readonly size: number;
}

/** Notifications were lost; the differences have been emitted, and all is true again. */
export interface WatchResync {
  /** Tells it from the other events. */
  readonly type: "resync";
  /** The revision that is true again. */
  readonly revision: number;
  /** How many changes had been missed. */
  readonly changes: number;
  /** How many messages the kernel has dropped on this socket since it was opened, where that is known. */
  readonly drops?: number;
}

/** What `watch$` emits; tell them apart by `type`. */
export type WatchEvent<T> = WatchChange<T> | WatchSynced | WatchResync;

/** A difference of the whole as one of the part that matches. */
export function matchingPart<T>(difference: Difference<T>, fits: Test): Difference<T> | undefined {
  const { current, previous } = difference;
  const told =
    difference.type === "removed" && difference.lastMessage !== undefined
      ? { lastMessage: difference.lastMessage }
      : {};
  const is = current !== undefined && fits(current);
  const was = previous !== undefined && fits(previous);
  if (is && was) return { type: "changed", current, previous };
  if (is) return { type: "added", current };
  return was ? { type: "removed", previous, ...told } : undefined;
}

/** The changes of one kind of objects, from a snapshot on. */
export function watch$<T extends object>(
  synchronizer: StateTracker<T>,
  object: string,
  fits: Test,
  options: StateOptions = {},
): Observable<WatchEvent<T>> {
  return new Observable((subscriber) => {
    let begun = false;

    function begin(): void {
      begun = true;
      const { revision } = synchronizer;
      const rows = [...synchronizer.table(object).rows.values()].filter(fits);
      for (const current of rows)
        subscriber.next({ type: "added", current, revision, origin: "other", inferred: false });
      subscriber.next({ type: "synced", revision, size: rows.length });
    }

    function take(event: StateEvent<T>): void {
      const { revision } = synchronizer;
      if (event.type === "synced") begin();
      else if (!begun || event.type === "consistent") return;
      else if (event.type === "resync") {
        subscriber.next({ ...event, revision });
      } else if (event.object === object) {
        const { origin, inferred } = event;
        const difference = matchingPart(event.difference, fits);
        if (difference !== undefined) subscriber.next({ ...difference, revision, origin, inferred });
      }
    }

    // What happens while the snapshot is emitted comes after it: events are emitted in later turns.
    subscriber.add(
      synchronizer.events(options).subscribe({
        next: take,
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
    if (synchronizer.synced && !begun) begin();
  });
}
