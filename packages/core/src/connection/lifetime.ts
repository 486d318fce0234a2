import { defer, type Observable, Subject, takeUntil, throwError } from "rxjs";
import { ClosedError } from "../errors/errors.js";
import { inSubscriberContext } from "../values/async-context.js";

/** Lifetime of something that can be closed: streams within it complete at its end, later subscriptions error. */
export class Lifetime {
  readonly #what: string;
  readonly #end = new Subject<void>();
  #ended = false;

  /** @param what - Name used in errors: `"the transport"`. */
  constructor(what: string) {
    this.#what = what;
  }

  /**
   * Mirrors a source until the end, in each subscriber's own async context, since someone else ends it.
   *
   * Errors with a {@link ClosedError} if the end has passed.
   */
  within<T>(source$: Observable<T>): Observable<T> {
    const still$ = source$.pipe(takeUntil(this.#end), inSubscriberContext());
    return defer(() => (this.#ended ? throwError(() => new ClosedError(this.#what)) : still$));
  }

  /** True once it has ended. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Ends the lifetime. */
  end(): void {
    this.#ended = true;
    this.#end.next();
  }
}
