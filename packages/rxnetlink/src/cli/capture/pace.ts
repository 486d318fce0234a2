import { asyncScheduler, type SchedulerLike } from "rxjs";

const NANOSECONDS = 1_000_000;

/** Returns when captured events are to be printed: at once, or as they came, so many times as fast. */
export class Pace {
  readonly #speed: number | undefined;
  #begun: { readonly captured: bigint; readonly now: number } | undefined;

  /** @param speed - 1 is the speed of the capture; `undefined` does not wait. */
  constructor(speed: number | undefined) {
    this.#speed = speed;
  }

  /** Returns the time to wait before an event, in milliseconds. */
  before(time: bigint | undefined): number {
    if (this.#speed === undefined || time === undefined) return 0;
    this.#begun ??= { captured: time, now: performance.now() };
    const passed = Number(time - this.#begun.captured) / NANOSECONDS / this.#speed;
    return Math.max(0, this.#begun.now + passed - performance.now());
  }
}

/** Returns a scheduler whose time passes so many times as fast. */
export const fastScheduler = (speed: number): SchedulerLike => ({
  now: () => asyncScheduler.now() * speed,
  schedule: ((work, delay = 0, state) =>
    asyncScheduler.schedule(work as never, delay / speed, state)) as SchedulerLike["schedule"],
});
