import { type SchedulerLike, Subscription } from "rxjs";

/** The clock of a replay. */
export interface Clock {
  /** Returns the time in milliseconds. */
  now(): number;
  /** Schedules work after a delay in milliseconds; never runs it at once. */
  schedule(work: () => void, delay: number): Subscription;
}

/** Returns the clock of a scheduler; those of RxJS count whole milliseconds. */
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
 * A clock that does not wait: it jumps to the next scheduled work, once per turn of the event loop. So everything happens
 * in recorded order, and its effects in the program happen in between.
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

/** Calls an action once a step may be played. */
export type Gate<T> = (step: T, action: () => void) => Subscription;

/** Plays steps in order, each at its time in milliseconds from now, and when the gate lets it pass. */
export function play<T extends { readonly at: number }>(
  clock: Clock,
  steps: readonly T[],
  each: (step: T) => void,
  gate?: Gate<T>,
): Subscription {
  const start = clock.now();
  let waiting: Subscription | undefined;
  const playing = new Subscription(() => waiting?.unsubscribe());
  function next(index: number): void {
    const step = steps[index];
    if (step === undefined || playing.closed) return;
    const delay = Math.max(0, start + step.at - clock.now());
    const run = () => {
      each(step);
      next(index + 1);
    };
    const due = () => {
      if (gate === undefined) run();
      else waiting = gate(step, run);
    };
    waiting = clock.schedule(due, delay);
  }
  next(0);
  return playing;
}
