import { Observable, share, tap } from "rxjs";
import type { ChangeNotification, NetlinkNotification } from "../connection/notification.js";
import { currentContext, inSubscriberContext } from "../values/async-context.js";
import type { StateOptions } from "./options.js";
import { Relisting } from "./relisting.js";
import type { StateTable } from "./table.js";
import { type TableSource, TrackedTable } from "./tracked-table.js";
import { type StateEvent, type StateResync, TrackerRun } from "./tracker-run.js";

/** Subscribes a state tracker to notifications; calls `listening` once no change can be missed. */
export type NotificationSource<T extends object> = (
  listening: () => void,
) => Observable<NetlinkNotification<T>>;

/** State that is tracked while `events$` has subscribers, over one subscription to the kernel for all of them. */
export class StateTracker<T extends object> {
  readonly #sources: readonly TableSource<T>[];
  readonly #listen: NotificationSource<T>;
  readonly #isOwn: (change: ChangeNotification<T>) => boolean;
  readonly #resynced: (event: StateResync) => void;
  #tables: ReadonlyMap<string, StateTable<T>> = new Map();
  #revision = 0;
  #run: TrackerRun<T> | undefined;
  #listening = false;
  /** Callbacks to call once no change can be missed. */
  readonly #listeners = new Set<() => void>();
  readonly #relisting = new Relisting(() => this.#run?.relist());

  constructor(
    sources: readonly TableSource<T>[],
    listen: NotificationSource<T>,
    isOwn: (change: ChangeNotification<T>) => boolean,
    resynced: (event: StateResync) => void = () => {},
  ) {
    this.#sources = sources;
    this.#listen = listen;
    this.#isOwn = isOwn;
    this.#resynced = resynced;
  }

  /** Events of the state. Hot while it has subscribers; at each event the tables already include it. */
  readonly events$: Observable<StateEvent<T>> = new Observable<StateEvent<T>>((subscriber) => {
    const tables = this.#sources.map((source) => new TrackedTable(source));
    this.#tables = new Map(tables.map(({ source, table }) => [source.name, table]));
    const run = new TrackerRun(tables, this.#isOwn, subscriber);
    this.#run = run;
    const usual = this.#sources.flatMap(({ state }) => state.relistEvery ?? []);
    if (usual.length > 0) subscriber.add(this.#relisting.usually(Math.min(...usual)));
    subscriber.add(() => {
      this.#run = undefined;
      this.#listening = false;
    });
    const listening = () => {
      this.#listening = true;
      for (const call of this.#listeners) call();
      this.#listeners.clear();
      run.read();
    };
    return this.#listen(listening).subscribe({
      next: (notification) => run.handle(notification),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  }).pipe(
    tap((event) => {
      if (event.type === "difference") this.#revision++;
      else if (event.type === "resync") this.#resynced(event);
    }),
    share(),
    inSubscriberContext(),
  );

  /** Events of the state, for a subscriber with options. */
  events(options: StateOptions): Observable<StateEvent<T>> {
    const { listening, relistEvery } = options;
    if (listening === undefined && relistEvery === undefined) return this.events$;
    return new Observable((subscriber) => {
      if (relistEvery !== undefined) subscriber.add(this.#relisting.request(relistEvery));
      const already = this.#listening;
      if (listening !== undefined && !already) {
        const context = currentContext();
        const call = () => context.runInAsyncScope(listening, undefined);
        this.#listeners.add(call);
        subscriber.add(() => this.#listeners.delete(call));
      }
      subscriber.add(this.events$.subscribe(subscriber));
      if (already) listening?.();
    });
  }

  /** Number of changes so far. */
  get revision(): number {
    return this.#revision;
  }

  /** True once the tables are complete. */
  get synced(): boolean {
    return this.#run?.synced ?? false;
  }

  /** True if all tables are correct at the same moment: none is being relisted. */
  get consistent(): boolean {
    return this.#run?.consistent ?? false;
  }

  /** Returns the table of one object type. */
  table(name: string): StateTable<T> {
    const table = this.#tables.get(name);
    if (table === undefined) throw new TypeError(`no state of ${name} is tracked`);
    return table;
  }
}
