/** How much may be owed before anything waits, in ms. */
const ALLOWANCE = 200;
/** The most that is owed, in ms: nothing waits longer. */
const MOST = 1000;
/** How long to rest for each millisecond of work. */
const REST = 3;

/**
 * Keeps work that events cause from taking all the time in a storm of them: as long as there is little, it is done at
 * once; what lasts takes a quarter of the time at most.
 */
export class Pace {
  #owed = 0;
  #at = 0;

  /** How long to wait before more is done, in ms. */
  wait(): number {
    this.#settle();
    return Math.ceil(Math.max(0, this.#owed - ALLOWANCE));
  }

  /** Some work has taken that long, in ms. */
  spent(duration: number): void {
    this.#settle();
    this.#owed = Math.min(MOST, this.#owed + REST * duration);
  }

  #settle(): void {
    const now = performance.now();
    this.#owed = Math.max(0, this.#owed - (now - this.#at));
    this.#at = now;
  }
}
