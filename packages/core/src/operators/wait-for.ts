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

/** Options of {@link waitFor}. */
export interface WaitOptions {
  /** Time limit in milliseconds; unlimited by default. */
  readonly within?: number;
  /** Description of the awaited condition, for the error: `"eth0 to be up"`. */
  readonly what?: string;
  /** Scheduler that measures time; `asyncScheduler` by default. */
  readonly scheduler?: SchedulerLike;
}

/**
 * Emits the first value that passes the test, then completes.
 *
 * ```marbles
 * source  -a---b---C---d---
 *         waitFor(isUpperCase)
 * result  ---------(C|)
 * ```
 *
 * ```marbles
 * source  -a---b-----------
 *         waitFor(isUpperCase, { within: 9 })
 * result  ---------#
 * ```
 *
 * Errors with a {@link WaitTimeoutError}, which carries the last value, if none passes in time; with a
 * {@link ClosedError} if the source completes first.
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
        complete: () => subscriber.error(new ClosedError(`waiting for ${what}: the source`)),
      });
    });
}
