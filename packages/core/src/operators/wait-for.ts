import { asyncScheduler, Observable, type OperatorFunction, type SchedulerLike } from "rxjs";
import { ClosedError, WaitTimeoutError } from "../errors/errors.js";
import {
  anObjectWith,
  aString,
  checkOptions,
  milliseconds,
  type OptionChecks,
} from "../values/check-options.js";

const WAIT: OptionChecks<WaitOptions> = {
  within: milliseconds,
  what: aString,
  scheduler: anObjectWith("schedule", "now"),
};

/** How {@link waitFor} waits. */
export interface WaitOptions {
  /** How long, in milliseconds; for ever by default. */
  readonly within?: number;
  /** What is waited for, in words, for the error: `"eth0 to be up"`. */
  readonly what?: string;
  /** Whose time it is; that of the machine by default. */
  readonly scheduler?: SchedulerLike;
}

/**
 * Emits the first value that passes, and completes.
 *
 * ```text
 * source  -a---b---C---d-->            source  -a---b--------->
 *         waitFor(isUpperCase)                 waitFor(isUpperCase, { within: 9 })
 * result  ---------(C|)                result  ---------#          its `last` is b
 * ```
 *
 * @throws WaitTimeoutError where none has passed in time; it bears the last value that came.
 * @throws ClosedError where the source completes before.
 *
 * @example
 * nl.link.state$().pipe(waitFor((links) => links.size > 1, { within: 5000, what: "a second link" }));
 */
export function waitFor<T, S extends T>(
  passes: (value: T) => value is S,
  options?: WaitOptions,
): OperatorFunction<T, S>;
export function waitFor<T>(passes: (value: T) => boolean, options?: WaitOptions): OperatorFunction<T, T>;
export function waitFor<T>(passes: (value: T) => boolean, options: WaitOptions = {}): OperatorFunction<T, T> {
  return (source$) =>
    new Observable<T>((subscriber) => {
      const { within, what = "it", scheduler = asyncScheduler } = checkOptions("waitFor", options, WAIT);
      let last: T | undefined;
      if (within !== undefined && within < Number.POSITIVE_INFINITY) {
        const fail = () => subscriber.error(new WaitTimeoutError(what, within, last));
        subscriber.add(scheduler.schedule(fail, within));
      }
      return source$.subscribe({
        next(value) {
          last = value;
          try {
            if (!passes(value)) return;
          } catch (error) {
            return subscriber.error(error);
          }
          subscriber.next(value);
          subscriber.complete();
        },
        error: (error) => subscriber.error(error),
        complete: () => subscriber.error(new ClosedError(`what was to tell of ${what}`)),
      });
    });
}
