/** Debt that causes no waiting yet, in ms. */
const ALLOWANCE = 200;
/** Largest debt, in ms: nothing waits longer. */
const MOST = 1000;
/** Rest for each millisecond of work, in ms. */
const REST = 3;

/**
 * Limits the time spent on work caused by events: occasional work is done at once, continuous work accepts at most a
 * quarter of the time.
 */
export class Pace {
  #owed = 0;
  #at = 0;

  /** Returns the time to wait before more work, in ms. */
  wait(): number {
    this.#payOff();
    return Math.ceil(Math.max(0, this.#owed - ALLOWANCE));
  }

  /** Records some work, by its duration in ms. */
  spent(duration: number): void {
    this.#payOff();
    this.#owed = Math.min(MOST, this.#owed + REST * duration);
  }

  #payOff(): void {
    const now = performance.now();
    this.#owed = Math.max(0, this.#owed - (now - this.#at));
    this.#at = now;
  }
}
