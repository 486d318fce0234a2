import { type SchedulerLike, Subscription } from "rxjs";

/** What a replay goes by. */
export interface Clock {
  /** The time, in milliseconds. */
  now(): number;
  /** Does something after a while, in milliseconds, and never at once. */
  schedule(work: () => void, delay: number): Subscription;
}

/** The time of a scheduler; those of RxJS count in whole milliseconds. */
export function clockOf(scheduler: SchedulerLike): Clock {
  return {
    now: () => scheduler.now(),
    schedule: (work, delay) => scheduler.schedule(work, Math.round(delay)),
  };
}

interface Due {
  readonly at: number;
  readonly work: () => void;
}

/**
 * A clock without waiting: it jumps to what is due next, one thing a turn of the event loop. So everything happens in
 * the order it was recorded in, and what it causes in the program happens in between.
 */
export class JumpingClock implements Clock {
  #now = 0;
  readonly #due: Due[] = [];
  #turning = false;

  now(): number {
    return this.#now;
  }

  schedule(work: () => void, delay: number): Subscription {
    const due = { at: this.#now + delay, work };
    const later = this.#due.findIndex(({ at }) => at > due.at);
    this.#due.splice(later < 0 ? this.#due.length : later, 0, due);
    this.#turn();
    return new Subscription(() => {
      const place = this.#due.indexOf(due);
      if (place >= 0) this.#due.splice(place, 1);
    });
  }

  #turn(): void {
    if (this.#turning || this.#due.length === 0) return;
    this.#turning = true;
    setImmediate(() => {
      this.#turning = false;
      const next = this.#due.shift();
      this.#turn();
      if (next === undefined) return;
      this.#now = next.at;
      next.work();
    });
  }
}

/** Plays things one after the other, each at its time in milliseconds from now. */
export function play<T extends { readonly at: number }>(
  clock: Clock,
  steps: readonly T[],
  each: (step: T) => void,
): Subscription {
  const start = clock.now();
  let waiting: Subscription | undefined;
  const playing = new Subscription(() => waiting?.unsubscribe());
  function next(index: number): void {
    const step = steps[index];
    if (step === undefined || playing.closed) return;
    const delay = Math.max(0, start + step.at - clock.now());
    waiting = clock.schedule(() => {
      each(step);
      next(index + 1);
    }, delay);
  }
  next(0);
  return playing;
}
