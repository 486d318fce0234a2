import { Observable, type Subscriber } from "rxjs";
import type { Test } from "../schema/type.js";
import { deepEqual } from "../values/equal.js";
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

/** The part of a state that a subscriber watches. */
export interface Part<T> {
  /** Returns true for the objects that match. */
  readonly fits: Test;
  /** Returns the members of an object that are emitted, if the table keeps more. */
  readonly project?: ((value: T) => T) | undefined;
  /** Members whose changes do not count. */
  readonly volatile: ReadonlySet<string>;
}

/** Returns a difference of the whole state as one of the part; `undefined` if nothing in it changed. */
function partOf<T>(
  difference: Difference<T>,
  { fits, project, volatile }: Part<T>,
): Difference<T> | undefined {
  const shown = (value: T | undefined) => {
    if (value === undefined || !fits(value)) return undefined;
    return project === undefined ? value : project(value);
  };
  const [current, previous] = [shown(difference.current), shown(difference.previous)];
  if (current !== undefined && previous !== undefined)
    return project !== undefined && deepEqual(previous, current, volatile)
      ? undefined
      : { type: "changed", current, previous };
  if (current !== undefined) return { type: "added", current };
  if (previous === undefined) return undefined;
  const last = difference.type === "removed" ? difference.lastMessage : undefined;
  return last === undefined
    ? { type: "removed", previous }
    : { type: "removed", previous, lastMessage: project === undefined ? last : project(last) };
}

/** Turns the events of a whole state into those of the matching objects of one type. */
class Watch<T extends object> {
  readonly #tracker: StateTracker<T>;
  readonly #object: string;
  readonly #part: Part<T>;
  readonly #subscriber: Subscriber<WatchEvent<T>>;
  #begun = false;

  constructor(
    tracker: StateTracker<T>,
    object: string,
    part: Part<T>,
    subscriber: Subscriber<WatchEvent<T>>,
  ) {
    this.#tracker = tracker;
    this.#object = object;
    this.#part = part;
    this.#subscriber = subscriber;
  }

  get begun(): boolean {
    return this.#begun;
  }

  /** Emits the snapshot. Events that it causes come after it, since the tracker emits in later turns. */
  begin(): void {
    this.#begun = true;
    const { revision } = this.#tracker;
    const { fits, project } = this.#part;
    const rows = [...this.#tracker.table(this.#object).rows.values()].filter(fits);
    for (const row of rows) {
      const current = project === undefined ? row : project(row);
      this.#subscriber.next({ type: "added", current, revision, origin: "other", inferred: false });
    }
    this.#subscriber.next({ type: "synced", revision, size: rows.length });
  }

  take(event: StateEvent<T>): void {
    if (event.type === "synced") return this.begin();
    if (!this.#begun || event.type === "consistent") return;
    const { revision } = this.#tracker;
    if (event.type === "resync") return this.#subscriber.next({ ...event, revision });
    if (event.object !== this.#object) return;
    const { origin, inferred } = event;
    const difference = partOf(event.difference, this.#part);
    if (difference !== undefined) this.#subscriber.next({ ...difference, revision, origin, inferred });
  }
}

/** Emits a part of the objects of one type, then their changes. */
export function watch$<T extends object>(
  tracker: StateTracker<T>,
  object: string,
  part: Part<T>,
  options: StateOptions = {},
): Observable<WatchEvent<T>> {
  return new Observable((subscriber) => {
    const watch = new Watch(tracker, object, part, subscriber);
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
