import { asyncScheduler, type MonoTypeOperatorFunction, Observable, type SchedulerLike } from "rxjs";
import {
  anObjectWith,
  checkArgument,
  checkOptions,
  LONGEST_DELAY,
  milliseconds,
  type OptionChecks,
} from "../values/check-options.js";

const SETTLE: OptionChecks<SettleOptions> = {
  maxWait: milliseconds,
  scheduler: anObjectWith("schedule", "now"),
};

/** How {@link settle} waits. */
export interface SettleOptions {
  /** Emit after so many milliseconds even if it never becomes quiet; for ever by default. */
  readonly maxWait?: number;
  /** Whose time it is; that of the machine by default. */
  readonly scheduler?: SchedulerLike;
}

/**
 * Emits the newest value when none has come for `quiet` milliseconds, so that a burst of changes counts as one. Unlike
 * `debounceTime` it can be told how long a burst may last.
 *
 * ```text
 * source  -a-b-c--------d-e-f-g-h-i-j------|
 *         settle(3, { maxWait: 8 })
 * result  --------c--------------h-----j---|
 * ```
 *
 * @example
 * nl.route.state$().pipe(settle(200, { maxWait: 2000 }), map((routes) => configurationOf(routes)));
 */
export function settle<T>(quiet: number, options: SettleOptions = {}): MonoTypeOperatorFunction<T> {
  return (source$) =>
    new Observable<T>((subscriber) => {
      checkArgument("settle", "quiet", quiet, milliseconds);
      const { maxWait = Number.POSITIVE_INFINITY, scheduler = asyncScheduler } = checkOptions(
        "settle",
        options,
        SETTLE,
      );
      let waiting: { readonly value: T } | undefined;
      /** When the burst began, and when the newest value came. */
      let [began, newest] = [0, 0];
      let scheduled = false;

      function emit(): void {
        const last = waiting;
        waiting = undefined;
        if (last !== undefined) subscriber.next(last.value);
      }

      /** One timer for all of a burst: it looks how long is still to be waited. */
      function look(): void {
        scheduled = false;
        if (waiting === undefined) return;
        const left = Math.min(newest + quiet, began + maxWait) - scheduler.now();
        if (left <= 0) emit();
        else wait(left);
      }

      function wait(delay: number): void {
        scheduled = true;
        subscriber.add(scheduler.schedule(look, Math.min(delay, LONGEST_DELAY)));
      }

      return source$.subscribe({
        next(value) {
          newest = scheduler.now();
          if (waiting === undefined) began = newest;
          waiting = { value };
          if (!scheduled) wait(Math.min(quiet, maxWait));
        },
        error: (error) => subscriber.error(error),
        complete() {
          emit();
          subscriber.complete();
        },
      });
    });
}
