import { concat, ignoreElements, type Subscriber, type Subscription, toArray } from "rxjs";
import type { ChangeNotification, NetlinkNotification } from "../connection/notification.js";
import { ClosedError } from "../errors/errors.js";
import { Pace } from "./pace.js";
import type { Difference } from "./table.js";
import type { TrackedTable } from "./tracked-table.js";

/** Origin of a change: this connection, or anyone else. */
export type ChangeOrigin = "self" | "other";

/** An object changed. */
export interface StateDifference<T extends object> {
  /** Discriminates events. */
  readonly type: "difference";
  /** Name of the object: `"link"`. */
  readonly object: string;
  /** The object before and after. */
  readonly difference: Difference<T>;
  /** `"self"` if this connection requested the change. */
  readonly origin: ChangeOrigin;
  /** True if it was inferred from a list, without a notification. */
  readonly inferred: boolean;
}

/** The initial lists are complete: changes follow. */
export interface StateSynced {
  /** Discriminates events. */
  readonly type: "synced";
}

/** The tables are correct again after a loss. */
export interface StateResync {
  /** Discriminates events. */
  readonly type: "resync";
  /** Number of changes that the loss had hidden; they precede this event as `inferred` changes. */
  readonly changes: number;
  /** Number of notifications that the kernel dropped, if known. */
  readonly drops?: number;
}

/** All tables are correct at the same moment again, after some had to be relisted. */
export interface StateConsistent {
  /** Discriminates events. */
  readonly type: "consistent";
}

/** Any event of a tracked state; discriminated by `type`. */
export type StateEvent<T extends object> = StateDifference<T> | StateSynced | StateResync | StateConsistent;

/** Delay before the objects of a link are read again, in ms: one change comes in several messages. */
const DEBOUNCE = 10;

/**
 * Keeps tables correct for the duration of one subscription: lists them, applies notifications, and lists again
 * whatever those leave open, after overflows and after changes with silent consequences. A notification that arrives
 * while a list is read takes precedence over the list, since notifications are in order.
 */
export class TrackerRun<T extends object> {
  readonly #tables: readonly TrackedTable<T>[];
  readonly #isOwn: (change: ChangeNotification<T>) => boolean;
  readonly #subscriber: Subscriber<StateEvent<T>>;
  #reading: Subscription | undefined;
  readonly #pace = new Pace();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #synced = false;
  /** Set while a table is being relisted, or must be. */
  #inconsistent = false;
  /** Set from an overflow until the receive buffer is empty: notifications in between are out of date. */
  #overrun = false;
  /** Losses to report, from an overflow until all tables are correct again. */
  #resync: { changes: number; drops?: number } | undefined;

  constructor(
    tables: readonly TrackedTable<T>[],
    isOwn: (change: ChangeNotification<T>) => boolean,
    subscriber: Subscriber<StateEvent<T>>,
  ) {
    this.#tables = tables;
    this.#isOwn = isOwn;
    this.#subscriber = subscriber;
    subscriber.add(() => {
      this.#reading?.unsubscribe();
      clearTimeout(this.#timer);
    });
  }

  /** True once all tables have been listed. */
  get synced(): boolean {
    return this.#synced;
  }

  /** True if nothing must be listed: all tables are correct at the same moment. */
  get consistent(): boolean {
    return this.#synced && !this.#inconsistent;
  }

  /** Handles a notification. */
  handle(notification: NetlinkNotification<T>): void {
    if (notification.type === "overrun") this.#overflowed(notification.drops);
    else if (notification.type === "drained") this.#drained();
    else if (this.#overrun) return;
    else if (notification.type === "malformed") this.#handleLoss();
    else this.#change(notification);
    this.read();
  }

  /** Lists all tables again, unless a list is in progress. */
  relist(): void {
    if (!this.consistent || this.#reading !== undefined) return;
    for (const table of this.#tables) table.invalidate(true);
    this.read();
  }

  /** Lists stale tables one after the other. Objects of invalidated links can wait. */
  read(): void {
    const stale = this.#tables.find((table) => table.stale);
    this.#inconsistent ||= stale !== undefined;
    if (this.#reading !== undefined || this.#overrun || this.#subscriber.closed) return;
    if (stale !== undefined) return this.#list(stale);
    this.#becameConsistent();
    this.#readInvalid();
  }

  /** Reads the objects of an invalidated link once its delay is over. */
  #readInvalid(): void {
    const invalid = this.#tables.find((table) => table.invalidSince !== undefined);
    if (invalid?.invalidSince === undefined || this.#reading !== undefined) return;
    const delay = invalid.invalidSince + DEBOUNCE - performance.now();
    const wait = Math.max(delay, this.#pace.wait());
    if (wait > 0) this.#timer ??= setTimeout(() => this.#wake(), wait);
    else this.#list(invalid, this.#pace);
  }

  #change(change: ChangeNotification<T>): void {
    const origin = this.#isOwn(change) ? "self" : "other";
    for (const table of this.#tables) {
      if (table.source.name === change.object)
        for (const difference of table.apply(change)) this.#emit(table, difference, origin, false);
      table.recordDependency(change);
    }
  }

  #emit(table: TrackedTable<T>, difference: Difference<T>, origin: ChangeOrigin, inferred: boolean): void {
    if (inferred && this.#resync !== undefined) this.#resync.changes++;
    if (!this.#synced) return;
    this.#subscriber.next({ type: "difference", object: table.source.name, difference, origin, inferred });
  }

  /** Handles a loss of notifications. */
  #handleLoss(): void {
    for (const table of this.#tables) table.handleLoss();
  }

  #overflowed(drops: number | undefined): void {
    this.#overrun = true;
    this.#inconsistent = true;
    this.#resync = { changes: this.#resync?.changes ?? 0, ...(drops !== undefined && { drops }) };
    this.#reading?.unsubscribe();
    this.#reading = undefined;
    this.#handleLoss();
  }

  #drained(): void {
    this.#overrun = false;
  }

  #wake(): void {
    this.#timer = undefined;
    this.read();
  }

  #list(table: TrackedTable<T>, pace?: Pace): void {
    const list$ = table.beginList();
    const { barrier$ } = table.source;
    const begun = performance.now();
    // The list may complete synchronously.
    let done = false;
    const reading = concat(barrier$.pipe(ignoreElements()), list$)
      .pipe(toArray())
      .subscribe({
        next: (entries) => {
          done = true;
          this.#reading = undefined;
          pace?.spent(performance.now() - begun);
          for (const difference of table.endList(entries)) this.#emit(table, difference, "other", true);
          this.read();
        },
        error: (error) => this.#listFailed(error),
      });
    if (!done) this.#reading = reading;
  }

  /** Handles a failed list; if the owner closed the connection, the state completes. */
  #listFailed(error: unknown): void {
    if (error instanceof ClosedError && error.cause === undefined) this.#subscriber.complete();
    else this.#subscriber.error(error);
  }

  /** Emits the events due now that all tables are correct. */
  #becameConsistent(): void {
    const again = this.#synced && this.#inconsistent;
    this.#inconsistent = false;
    if (!this.#synced) {
      this.#synced = true;
      this.#resync = undefined;
      this.#subscriber.next({ type: "synced" });
    } else if (this.#resync !== undefined) {
      const { changes, drops } = this.#resync;
      this.#resync = undefined;
      this.#subscriber.next({ type: "resync", changes, ...(drops !== undefined && { drops }) });
    }
    if (again) this.#subscriber.next({ type: "consistent" });
  }
}
