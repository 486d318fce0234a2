import { BehaviorSubject, distinctUntilChanged, type Observable } from "rxjs";

/**
 * A gate between the kernel and a subscriber. While it is closed the socket is not read: events wait in the
 * kernel's queue, and when that overflows the stream says so.
 *
 * @example
 * const flowControl = new FlowControl();
 * route.notifications$({ flowControl }).pipe(backpressure(save, pauseSource(flowControl))).subscribe();
 */
export class FlowControl {
  readonly #paused = new BehaviorSubject(false);

  /** Whether it is closed, now and whenever that changes. */
  readonly paused$: Observable<boolean> = this.#paused.pipe(distinctUntilChanged());

  /** Stops the flow. */
  pause(): void {
    this.#paused.next(true);
  }

  /** Lets it go on. */
  resume(): void {
    this.#paused.next(false);
  }
}
