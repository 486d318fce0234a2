import { concat, ignoreElements, type Subscriber, type Subscription, toArray } from "rxjs";
import type { ChangeNotification, NetlinkNotification } from "../connection/notification.js";
import { ClosedError } from "../errors/errors.js";
import { Pace } from "./pace.js";
import type { Difference } from "./table.js";
import type { TrackedTable } from "./tracked-table.js";

/** Whether a change was asked for by this connection. */
export type ChangeOrigin = "self" | "other";

/** Something changed. */
export interface StateDifference<T extends object> {
  /** Tells it from the other events. */
  readonly type: "difference";
  /** What kind of object: `"link"`. */
  readonly object: string;
  /** What it was and is. */
  readonly difference: Difference<T>;
  /** Whether this connection asked for it. */
  readonly origin: ChangeOrigin;
  /** Whether it was concluded from a list, since the kernel has not told of it. */
  readonly inferred: boolean;
}

/** All that was there is listed: what follows is news. */
export interface StateSynced {
  /** Tells it from the other events. */
  readonly type: "synced";
}

/** After a loss, what is known is true again. */
export interface StateResync {
  /** Tells it from the other events. */
  readonly type: "resync";
  /** How many differences the loss had hidden; they came before this, marked `inferred`. */
  readonly changes: number;
  /** How many notifications the kernel dropped, where it counts them. */
  readonly drops?: number;
}

/** Tables had to be listed again, and now all of them are true, at one moment. */
export interface StateConsistent {
  /** Tells it from the other events. */
  readonly type: "consistent";
}

/** What happens to state that is kept: it is there, something changed, or it is true again. */
export type StateEvent<T extends object> = StateDifference<T> | StateSynced | StateResync | StateConsistent;

/** How long to wait when a link becomes doubtful, in ms: what belongs to one change comes in several messages. */
const DEBOUNCE = 10;

/**
 * Keeps tables true from one subscription to the next end: lists them, takes in what the kernel tells, and lists again
 * where that leaves something open: after an overflow, and after changes whose consequences the kernel keeps to itself.
 * What is told while a list is read wins over the list, since it is in order.
 */
export class TrackerRun<T extends object> {
  readonly #tables: readonly TrackedTable<T>[];
  readonly #isOwn: (change: ChangeNotification<T>) => boolean;
  readonly #subscriber: Subscriber<StateEvent<T>>;
  #reading: Subscription | undefined;
  readonly #pace = new Pace();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #synced = false;
  /** Whether a table is being listed again, or has to be. */
  #inconsistent = false;
  /** Between an overflow and the moment when the receive buffer is empty: what comes then is out of date. */
  #overrun = false;
  /** From an overflow until all is true again. */
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

  /** Whether all tables were read once. */
  get synced(): boolean {
    return this.#synced;
  }

  /** Whether nothing has to be listed: all tables are true at one moment. */
  get consistent(): boolean {
    return this.#synced && !this.#inconsistent;
  }

  /** Takes in what the kernel tells. */
  take(notification: NetlinkNotification<T>): void {
    if (notification.type === "overrun") this.#lost(notification.drops);
    else if (notification.type === "drained") this.#restart();
    else if (this.#overrun) return;
    else if (notification.type === "malformed") this.#openAll();
    else this.#change(notification);
    this.read();
  }

  /** Lists all again, unless something is being listed. */
  relist(): void {
    if (!this.consistent || this.#reading !== undefined) return;
    for (const table of this.#tables) table.doubt(true);
    this.read();
  }

  /** Lists what is stale, unless that is being done; then again, until nothing is. What is in doubt can wait. */
  read(): void {
    const stale = this.#tables.find((table) => table.stale);
    this.#inconsistent ||= stale !== undefined;
    if (this.#reading !== undefined || this.#overrun || this.#subscriber.closed) return;
    if (stale !== undefined) return this.#list(stale);
    this.#becameConsistent();
    this.#resolve();
  }

  /** Reads what belongs to a link that is in doubt, when its time has come. */
  #resolve(): void {
    const doubtful = this.#tables.find((table) => table.doubtfulSince !== undefined);
    if (doubtful?.doubtfulSince === undefined || this.#reading !== undefined) return;
    const debounce = doubtful.doubtfulSince + DEBOUNCE - performance.now();
    const wait = Math.max(debounce, this.#pace.wait());
    if (wait > 0) this.#timer ??= setTimeout(() => this.#wake(), wait);
    else this.#list(doubtful, this.#pace);
  }

  #change(change: ChangeNotification<T>): void {
    const origin = this.#isOwn(change) ? "self" : "other";
    for (const table of this.#tables) {
      if (table.source.name === change.object)
        for (const difference of table.take(change)) this.#emit(table, difference, origin, false);
      table.follow(change);
    }
  }

  #emit(table: TrackedTable<T>, difference: Difference<T>, origin: ChangeOrigin, inferred: boolean): void {
    if (inferred && this.#resync !== undefined) this.#resync.changes++;
    if (!this.#synced) return;
    this.#subscriber.next({ type: "difference", object: table.source.name, difference, origin, inferred });
  }

  /** Something was not heard. */
  #openAll(): void {
    for (const table of this.#tables) table.lost();
  }

  #lost(drops: number | undefined): void {
    this.#overrun = true;
    this.#inconsistent = true;
    this.#resync = { changes: this.#resync?.changes ?? 0, ...(drops !== undefined && { drops }) };
    this.#reading?.unsubscribe();
    this.#reading = undefined;
    this.#openAll();
  }

  #restart(): void {
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
    // A list may complete within subscribe().
    let done = false;
    const reading = concat(barrier$.pipe(ignoreElements()), list$)
      .pipe(toArray())
      .subscribe({
        next: (rows) => {
          done = true;
          this.#reading = undefined;
          pace?.spent(performance.now() - begun);
          for (const difference of table.endList(rows as T[])) this.#emit(table, difference, "other", true);
          this.read();
        },
        error: (error) => this.#cutShort(error),
      });
    if (!done) this.#reading = reading;
  }

  /** A list failed. What the owner closed meanwhile ends as wished. */
  #cutShort(error: unknown): void {
    if (error instanceof ClosedError && error.cause === undefined) this.#subscriber.complete();
    else this.#subscriber.error(error);
  }

  /** All is true. */
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
