import {
  asyncScheduler,
  type MonoTypeOperatorFunction,
  Observable,
  type SchedulerLike,
  type Subscriber,
} from "rxjs";
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

/** Options of {@link settle}. */
export interface SettleOptions {
  /** Longest delay of a value in milliseconds, even if the source never pauses; unlimited by default. */
  readonly maxWait?: number;
  /** Scheduler that measures time; `asyncScheduler` by default. */
  readonly scheduler?: SchedulerLike;
}

/** Holds back the newest value of a burst until the burst is over. */
class Burst<T> {
  readonly #quiet: number;
  readonly #maxWait: number;
  readonly #scheduler: SchedulerLike;
  readonly #subscriber: Subscriber<T>;
  #waiting: { readonly value: T } | undefined;
  /** Start of the burst, by the scheduler's clock. */
  #began = 0;
  /** Arrival of the newest value, by the scheduler's clock. */
  #newest = 0;
  #scheduled = false;

  constructor(quiet: number, options: SettleOptions, subscriber: Subscriber<T>) {
    this.#quiet = quiet;
    this.#maxWait = options.maxWait ?? Number.POSITIVE_INFINITY;
    this.#scheduler = options.scheduler ?? asyncScheduler;
    this.#subscriber = subscriber;
  }

  push(value: T): void {
    this.#newest = this.#scheduler.now();
    if (this.#waiting === undefined) this.#began = this.#newest;
    this.#waiting = { value };
    if (!this.#scheduled) this.#wait(Math.min(this.#quiet, this.#maxWait));
  }

  emit(): void {
    const last = this.#waiting;
    this.#waiting = undefined;
    if (last !== undefined) this.#subscriber.next(last.value);
  }

  /** Sets the burst's one timer, which checks the time left when it fires. */
  #wait(delay: number): void {
    this.#scheduled = true;
    this.#subscriber.add(this.#scheduler.schedule(() => this.#check(), Math.min(delay, LONGEST_DELAY)));
  }

  #check(): void {
    this.#scheduled = false;
    if (this.#waiting === undefined) return;
    const end = Math.min(this.#newest + this.#quiet, this.#began + this.#maxWait);
    const left = end - this.#scheduler.now();
    if (left <= 0) this.emit();
    else this.#wait(left);
  }
}

/**
 * Emits the newest value once none has arrived for `quiet` milliseconds, so that a burst of changes counts as one.
 * Unlike with `debounceTime`, the length of a burst can be limited.
 *
 * ```marbles
 * source  -a-b-c--------d-e-f-g-h-i-j------|
 *         settle(3, { maxWait: 8 })
 * result  --------c-------------h------j---|
 * ```
 *
 * @example
 * nl.route.state$().pipe(settle(200, { maxWait: 2000 }), map((routes) => configurationOf(routes)));
 */
export function settle<T>(quiet: number, options: SettleOptions = {}): MonoTypeOperatorFunction<T> {
  return (source$) =>
    new Observable<T>((subscriber) => {
      checkArgument("settle", "quiet", quiet, milliseconds);
      const burst = new Burst(quiet, checkOptions("settle", options, SETTLE), subscriber);
      return source$.subscribe({
        next: (value) => burst.push(value),
        error: (error) => subscriber.error(error),
        complete() {
          burst.emit();
          subscriber.complete();
        },
      });
    });
}
