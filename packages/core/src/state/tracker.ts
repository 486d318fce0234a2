import { Observable, share, tap } from "rxjs";
import type { ChangeNotification, NetlinkNotification } from "../connection/notification.js";
import { currentContext, inSubscriberContext } from "../values/async-context.js";
import type { StateOptions } from "./options.js";
import { Relisting } from "./relisting.js";
import type { StateTable } from "./table.js";
import { type TableSource, TrackedTable } from "./tracked-table.js";
import { type StateEvent, TrackerRun } from "./tracker-run.js";

/** What a {@link StateTracker} listens to: `listening` is called when nothing can be missed any more. */
export type NotificationSource<T extends object> = (
  listening: () => void,
) => Observable<NetlinkNotification<T>>;

/**
 * State that is kept while somebody subscribes to `events$`, by one subscription to the kernel for all of them.
 */
export class StateTracker<T extends object> {
  readonly #sources: readonly TableSource<T>[];
  readonly #listen: NotificationSource<T>;
  readonly #isOwn: (change: ChangeNotification<T>) => boolean;
  #tables: ReadonlyMap<string, StateTable<T>> = new Map();
  #revision = 0;
  #synchronization: TrackerRun<T> | undefined;
  #listening = false;
  /** Who is to be called when nothing can be missed any more. */
  readonly #awaiting = new Set<() => void>();
  readonly #relisting = new Relisting(() => this.#synchronization?.relist());

  constructor(
    sources: readonly TableSource<T>[],
    listen: NotificationSource<T>,
    isOwn: (change: ChangeNotification<T>) => boolean,
  ) {
    this.#sources = sources;
    this.#listen = listen;
    this.#isOwn = isOwn;
  }

  /** What happens to the state. Hot while it has subscribers; the tables are those after the event. */
  readonly events$: Observable<StateEvent<T>> = new Observable<StateEvent<T>>((subscriber) => {
    const kept = this.#sources.map((source) => new TrackedTable(source));
    this.#tables = new Map(kept.map(({ source, table }) => [source.name, table]));
    const synchronization = new TrackerRun(kept, this.#isOwn, subscriber);
    this.#synchronization = synchronization;
    subscriber.add(() => {
      this.#synchronization = undefined;
      this.#listening = false;
    });
    const listening = () => {
      this.#listening = true;
      for (const call of this.#awaiting) call();
      this.#awaiting.clear();
      synchronization.read();
    };
    return this.#listen(listening).subscribe({
      next: (notification) => synchronization.take(notification),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  }).pipe(
    tap(({ type: event }) => {
      if (event === "difference") this.#revision++;
    }),
    share(),
    inSubscriberContext(),
  );

  /** What happens to the state, for a subscriber that wants something besides. */
  events(options: StateOptions): Observable<StateEvent<T>> {
    const { listening, relistEvery } = options;
    if (listening === undefined && relistEvery === undefined) return this.events$;
    return new Observable((subscriber) => {
      if (relistEvery !== undefined) subscriber.add(this.#relisting.want(relistEvery));
      const already = this.#listening;
      if (listening !== undefined && !already) {
        const context = currentContext();
        const call = () => context.runInAsyncScope(listening, undefined);
        this.#awaiting.add(call);
        subscriber.add(() => this.#awaiting.delete(call));
      }
      subscriber.add(this.events$.subscribe(subscriber));
      if (already) listening?.();
    });
  }

  /** How many changes there were; it grows by one with each. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether the tables are there. */
  get synced(): boolean {
    return this.#synchronization?.synced ?? false;
  }

  /** Whether all tables are true at one moment: none is being listed again. */
  get consistent(): boolean {
    return this.#synchronization?.consistent ?? false;
  }

  /** What is known of one kind of objects. */
  table(name: string): StateTable<T> {
    const table = this.#tables.get(name);
    if (table === undefined) throw new TypeError(`no state of ${name} is kept`);
    return table;
  }
}
