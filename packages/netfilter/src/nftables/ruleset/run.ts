import { ClosedError, type Connection, type NetlinkNotification } from "@rxnetlink/core";
import type { Observable, Subscriber, Subscription } from "rxjs";
import { isNewer, nextGeneration } from "../generation/order.js";
import type { StatefulObject } from "../object/layout.js";
import { type Commit, Commits, type Reported } from "./commits.js";
import type { RulesetChange, RulesetEvent } from "./events.js";
import { type Listing, listing$, order$ } from "./listing.js";
import { apply } from "./model/apply.js";
import type { KnownChange } from "./model/changes.js";
import { withElements } from "./model/element-changes.js";
import { RulesetModel } from "./model/model.js";
import { reconcile } from "./model/reconcile.js";
import type { ChainModel } from "./model/table-model.js";
import type { Ruleset } from "./nodes.js";
import type { AtGeneration } from "./one-generation.js";
import { isInScope, type RulesetScope } from "./scope.js";

/** The order of a chain's rules at a generation that is not reached yet. */
interface LaterOrder {
  readonly chain: ChainModel;
  readonly order: AtGeneration<bigint[]>;
}

/**
 * Keeps a ruleset for the duration of one subscription: lists it, applies the transactions that follow, and lists it again when
 * notifications were lost or do not fit. Transactions wait while something is read.
 */
export class RulesetRun {
  readonly #connection: Connection;
  readonly #scope: RulesetScope;
  readonly #subscriber: Subscriber<RulesetEvent>;
  readonly #model = new RulesetModel();
  readonly #commits = new Commits();
  #queue: Commit[] = [];
  #later: LaterOrder[] = [];
  /** What is being read. */
  #reading: Subscription | undefined;
  /** Set from an overflow until the receive buffer is empty. */
  #overrun = false;
  /** Loss to report, from an overflow until the ruleset is correct again. */
  #lost: { readonly drops?: number } | undefined;
  #synced = false;
  /** Generation of a list that was set aside. */
  #ahead: number | undefined;
  /** Ruleset of the last event. */
  #shown: Ruleset | undefined;

  constructor(connection: Connection, scope: RulesetScope, subscriber: Subscriber<RulesetEvent>) {
    this.#connection = connection;
    this.#scope = scope;
    this.#subscriber = subscriber;
    subscriber.add(() => this.#reading?.unsubscribe());
  }

  /** Handles a notification. */
  handle(notification: NetlinkNotification<object>): void {
    const { type } = notification;
    if (type === "overrun") this.#overflowed(notification.drops);
    else if (type === "drained") this.#drained();
    else if (this.#overrun) return;
    else if (type === "malformed") this.#loseTrack({});
    else if (isOutside(notification as Reported)) this.#deplete(notification as Reported);
    else this.#take(this.#commits.take(notification));
  }

  /** Lists the ruleset again, unless something is being read. */
  relist(): void {
    if (this.#reading === undefined && !this.#overrun) this.list();
  }

  /** Lists the ruleset. */
  list(): void {
    this.#read(listing$(this.#connection, this.#scope), (listing) => this.#listed(listing));
  }

  #next(event: RulesetEvent): void {
    this.#shown = event.ruleset;
    this.#subscriber.next(event);
  }

  #overflowed(drops: number | undefined): void {
    this.#overrun = true;
    this.#forget({ ...(drops !== undefined && { drops }) });
  }

  #drained(): void {
    this.#overrun = false;
    this.list();
  }

  /** Lists again, since a notification was lost. */
  #loseTrack(lost: { readonly drops?: number }): void {
    this.#forget(lost);
    this.list();
  }

  #forget(lost: { readonly drops?: number }): void {
    this.#lost = lost;
    this.#commits.clear();
    this.#queue = [];
    this.#later = [];
    this.#model.settle();
    this.#reading?.unsubscribe();
    this.#reading = undefined;
  }

  #read<R>(read$: Observable<R>, done: (result: R) => void): void {
    // It may complete synchronously.
    let over = false;
    const reading = read$.subscribe({
      next: (result) => {
        over = true;
        this.#reading = undefined;
        done(result);
        this.#proceed();
      },
      error: (error) => this.#failed(error),
    });
    if (!over) this.#reading = reading;
  }

  /** Handles a failed list; if the owner closed the connection, the stream completes. */
  #failed(error: unknown): void {
    if (error instanceof ClosedError && error.cause === undefined) this.#subscriber.complete();
    else this.#subscriber.error(error);
  }

  #listed({ generation, result }: AtGeneration<Listing>): void {
    if (this.#isAhead(generation)) return;
    this.#model.generation = generation;
    this.#model.unsure = false;
    const changes = withElements(reconcile(this.#model, result));
    const ruleset = this.#model.take();
    const lost = this.#lost;
    this.#lost = undefined;
    if (!this.#synced) {
      this.#synced = true;
      this.#next({ type: "synced", ruleset });
    } else if (lost !== undefined) this.#next({ type: "resync", changes, ...lost, ruleset });
    else if (ruleset !== this.#shown) this.#next({ type: "relisted", changes, ruleset });
  }

  /**
   * Returns true if a list is to be set aside, since the transactions before it are still to come, and say who made them. If
   * they have not come by the next list, they do not come.
   */
  #isAhead(generation: number): boolean {
    const { generation: known } = this.#model;
    const expected = this.#synced && this.#lost === undefined && isNewer(generation, known);
    const waited = this.#ahead !== undefined && isNewer(this.#ahead, known);
    this.#ahead = expected && !waited ? generation : undefined;
    return this.#ahead !== undefined;
  }

  #take(commit: Commit | undefined): void {
    if (commit === undefined) return;
    this.#queue.push(commit);
    this.#proceed();
  }

  /** Applies the transactions that wait, as long as nothing must be read. */
  #proceed(): void {
    while (this.#reading === undefined && !this.#overrun) {
      const commit = this.#queue.shift();
      if (commit === undefined) return;
      this.#commit(commit);
    }
  }

  /** Applies a transaction; those that the list had are left out, except the last, whose end the list may not have. */
  #commit(commit: Commit): void {
    const { id } = commit.generation;
    const { generation } = this.#model;
    if (isNewer(generation, id)) return;
    if (id !== generation && id !== nextGeneration(generation)) return this.#loseTrack({});
    const changes = withElements(this.#apply(commit));
    const doubtful = this.#model.settle();
    const [first] = doubtful;
    const emit = () => this.#emit(commit, changes);
    if (first === undefined) emit();
    else this.#readOrder(doubtful, emit);
  }

  *#apply({ generation, changes }: Commit): Generator<KnownChange> {
    this.#model.generation = generation.id;
    for (const change of changes) if (this.#concerns(change)) yield* apply(this.#model, change);
    for (const { chain, order } of this.#later)
      if (order.generation === generation.id) chain.order(order.result);
  }

  #concerns({ object, value }: Reported): boolean {
    if (object === "element" && this.#scope.elements === false) return false;
    const table = object === "table" ? (value as { readonly name?: string }).name : value.table;
    return isInScope(this.#scope, { ...value, ...(table !== undefined && { table }) });
  }

  /** Reads the order of the rules of some chains, then goes on. */
  #readOrder([chain, ...others]: readonly ChainModel[], done: () => void): void {
    if (chain === undefined) return done();
    this.#read(order$(this.#connection, chain.row), (order) => {
      if (order.generation === this.#model.generation) chain.order(order.result);
      else this.#later.push({ chain, order });
      this.#readOrder(others, done);
    });
  }

  #emit({ generation, changes: reported }: Commit, changes: readonly RulesetChange[]): void {
    const { id, procPid, procName } = generation;
    this.#later = this.#later.filter(({ order }) => isNewer(order.generation, id));
    const ruleset = this.#model.take();
    if (ruleset !== this.#shown)
      this.#next({
        type: "commit",
        generation: id,
        ...(procPid !== undefined && { procPid }),
        ...(procName !== undefined && { procName }),
        origin: reported.some((change) => this.#connection.isOwn(change)) ? "self" : "other",
        changes,
        ruleset,
      });
    if (this.#model.unsure) this.list();
  }

  /** Handles the end of a quota. */
  #deplete(change: Reported): void {
    if (!this.#synced || !this.#concerns(change)) return;
    const quota = change.value as StatefulObject;
    for (const _ of apply(this.#model, change));
    this.#next({ type: "depleted", quota, ruleset: this.#model.take() });
  }
}

/** Returns true for the one notification that belongs to no transaction: a quota is used up. It names no request. */
function isOutside({ object, type, portId, sequence }: Reported): boolean {
  return object === "object" && type === "new" && portId === 0 && sequence === 0;
}
