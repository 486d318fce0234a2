import { BehaviorSubject, distinctUntilChanged, type Observable } from "rxjs";

/**
 * Flow control between the kernel and a subscriber. While paused, the socket is not read: events wait in the kernel's
 * queue, and if that overflows, the stream reports it.
 *
 * @example
 * const flowControl = new FlowControl();
 * route.notifications$({ flowControl }).pipe(backpressure(save, pauseSource(flowControl))).subscribe();
 */
export class FlowControl {
  readonly #paused = new BehaviorSubject(false);

  /** True while paused; emits the current value and each change. */
  readonly paused$: Observable<boolean> = this.#paused.pipe(distinctUntilChanged());

  /** Stops reading from the socket. */
  pause(): void {
    this.#paused.next(true);
  }

  /** Resumes reading. */
  resume(): void {
    this.#paused.next(false);
  }
}
