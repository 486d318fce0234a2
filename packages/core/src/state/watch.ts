import { Observable, type Subscriber } from "rxjs";
import type { Test } from "../schema/type.js";
import type { StateOptions } from "./options.js";
import type { Difference } from "./table.js";
import type { StateTracker } from "./tracker.js";
import type { ChangeOrigin, StateEvent } from "./tracker-run.js";

/** Details common to all changes. */
export interface ChangeDetails {
  /** Revision of the whole state after this change; it only grows. */
  readonly revision: number;
  /**
   * `"self"` if a request of this connection caused the change, as far as the kernel reports that: for addresses,
   * routes, rules and neighbours, and for links since 6.2.
   */
  readonly origin: ChangeOrigin;
  /** True if it was inferred from a list: there was no notification, or it was lost. */
  readonly inferred: boolean;
}

/** An object was added, changed or removed. */
export type WatchChange<T> = Difference<T> & ChangeDetails;

/** The snapshot is complete; changes follow. */
export interface WatchSynced {
  /** Discriminates events. */
  readonly type: "synced";
  /** Revision of the snapshot. */
  readonly revision: number;
  /** Number of objects. */
  readonly size: number;
}

/** Notifications were lost; the differences have been emitted, and the state is correct again. */
export interface WatchResync {
  /** Discriminates events. */
  readonly type: "resync";
  /** Revision that is correct again. */
  readonly revision: number;
  /** Number of changes that had been missed. */
  readonly changes: number;
  /** Number of messages that the kernel has dropped on this socket since it was opened, if known. */
  readonly drops?: number;
}

/** Any event of `watch$`; discriminated by `type`. */
export type WatchEvent<T> = WatchChange<T> | WatchSynced | WatchResync;

/** Returns a difference of the whole state as one of its matching part. */
function matchingPart<T>(difference: Difference<T>, fits: Test): Difference<T> | undefined {
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

/** Turns the events of a whole state into those of the matching objects of one type. */
class Watch<T extends object> {
  readonly #tracker: StateTracker<T>;
  readonly #object: string;
  readonly #fits: Test;
  readonly #subscriber: Subscriber<WatchEvent<T>>;
  #begun = false;

  constructor(tracker: StateTracker<T>, object: string, fits: Test, subscriber: Subscriber<WatchEvent<T>>) {
    this.#tracker = tracker;
    this.#object = object;
    this.#fits = fits;
    this.#subscriber = subscriber;
  }

  get begun(): boolean {
    return this.#begun;
  }

  /** Emits the snapshot. Events that it causes come after it, since the tracker emits in later turns. */
  begin(): void {
    this.#begun = true;
    const { revision } = this.#tracker;
    const rows = [...this.#tracker.table(this.#object).rows.values()].filter(this.#fits);
    for (const current of rows)
      this.#subscriber.next({ type: "added", current, revision, origin: "other", inferred: false });
    this.#subscriber.next({ type: "synced", revision, size: rows.length });
  }

  take(event: StateEvent<T>): void {
    if (event.type === "synced") return this.begin();
    if (!this.#begun || event.type === "consistent") return;
    const { revision } = this.#tracker;
    if (event.type === "resync") return this.#subscriber.next({ ...event, revision });
    if (event.object !== this.#object) return;
    const { origin, inferred } = event;
    const difference = matchingPart(event.difference, this.#fits);
    if (difference !== undefined) this.#subscriber.next({ ...difference, revision, origin, inferred });
  }
}

/** Emits the matching objects of one type, then their changes. */
export function watch$<T extends object>(
  tracker: StateTracker<T>,
  object: string,
  fits: Test,
  options: StateOptions = {},
): Observable<WatchEvent<T>> {
  return new Observable((subscriber) => {
    const watch = new Watch(tracker, object, fits, subscriber);
    subscriber.add(
      tracker.events(options).subscribe({
        next: (event) => watch.take(event),
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
    if (tracker.synced && !watch.begun) watch.begin();
  });
}
