import { definitionOf, type Watchable, type WatchEvent, type WatchResync } from "@rxnetlink/core";
import { filter, firstValueFrom, map, type Observable, Subject, type Subscription, startWith } from "rxjs";

/** A table of objects maintained from the events of `watch$`, as in a user's program. */
export class WatchedTable<T extends object> {
  /** All events. */
  readonly events: WatchEvent<T>[] = [];
  /** Current objects, by identity. */
  readonly rows = new Map<string | number, T>();
  readonly #events$ = new Subject<WatchEvent<T>>();
  readonly #object: Watchable<T>;
  readonly #subscription: Subscription;

  constructor(object: Watchable<T>) {
    this.#object = object;
    this.#subscription = object.watch$().subscribe({
      next: (event) => this.#take(event),
      error: (error) => this.#events$.error(error),
    });
  }

  /** Resolves when the objects fulfil a condition. */
  until(passes: (rows: ReadonlyMap<string | number, T>) => boolean): Promise<unknown> {
    const now$: Observable<unknown> = this.#events$.pipe(startWith(undefined));
    return firstValueFrom(
      now$.pipe(
        map(() => this.rows),
        filter(passes),
      ),
    );
  }

  /** Resolves with the first event after the snapshot. */
  synced(): Promise<unknown> {
    return this.until(() => this.events.some(({ type }) => type === "synced"));
  }

  /** Events of listing again. */
  get resyncs(): readonly WatchResync[] {
    return this.events.filter((event): event is WatchResync => event.type === "resync");
  }

  stop(): void {
    this.#subscription.unsubscribe();
  }

  #take(event: WatchEvent<T>): void {
    this.events.push(event);
    if (event.type === "added" || event.type === "changed")
      this.rows.set(this.#identityOf(event.current), event.current);
    if (event.type === "removed") this.rows.delete(this.#identityOf(event.previous));
    this.#events$.next(event);
  }

  #identityOf(value: T): string | number {
    const id = definitionOf(this.#object).state?.identityOf(value);
    if (id === undefined) throw new TypeError("an object without identity was emitted");
    return id;
  }
}
