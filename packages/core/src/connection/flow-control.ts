import { BehaviorSubject, distinctUntilChanged, type Observable } from "rxjs";

/**
 * A gate between the kernel and a subscriber. While it is closed the socket is not read: events wait in the
 * kernel's queue, and when that overflows the stream says so.
 *
 * @example
 * const gate = new Gate();
 * route.notifications$({ gate }).pipe(consume(save, block(gate))).subscribe();
 */
export class Gate {
  readonly #closed = new BehaviorSubject(false);

  /** Whether it is closed, now and whenever that changes. */
  readonly closed$: Observable<boolean> = this.#closed.pipe(distinctUntilChanged());

  /** Stops the flow. */
  close(): void {
    this.#closed.next(true);
  }

  /** Lets it go on. */
  open(): void {
    this.#closed.next(false);
  }
}
