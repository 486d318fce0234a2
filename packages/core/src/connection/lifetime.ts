import { defer, type Observable, Subject, takeUntil, throwError } from "rxjs";
import { ClosedError } from "../errors/errors.js";
import { inSubscriberContext } from "../values/async-context.js";

/** How long something is open: what was subscribed within it completes at its end, what is subscribed later errors. */
export class Lifetime {
  readonly #what: string;
  readonly #end = new Subject<void>();
  #ended = false;

  /** @param what - Names it in errors: `"the transport"`. */
  constructor(what: string) {
    this.#what = what;
  }

  /**
   * Emits what the source emits, until the end, to each subscriber in its own async context: who ends it is another.
   *
   * @throws ClosedError where that is past.
   */
  within<T>(source$: Observable<T>): Observable<T> {
    const still$ = source$.pipe(takeUntil(this.#end), inSubscriberContext());
    return defer(() => (this.#ended ? throwError(() => new ClosedError(this.#what)) : still$));
  }

  /** Whether it is over. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Ends it. */
  end(): void {
    this.#ended = true;
    this.#end.next();
  }
}
