import { LONGEST_DELAY } from "../values/check-options.js";

/**
 * Calls back for keys whose time is over, by one timer: thousands of requests a second, nearly all of which are
 * answered in time, then cost none.
 */
export class Deadlines {
  readonly #expired: (key: number) => void;
  readonly #deadlines = new Map<number, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(expired: (key: number) => void) {
    this.#expired = expired;
  }

  /** Gives a key that many milliseconds from now, whatever it had before. */
  set(key: number, timeout: number): void {
    const deadline = performance.now() + timeout;
    this.#deadlines.set(key, deadline);
    if (deadline < this.#wakesAt) this.#wake(deadline);
  }

  /** Takes a key's time away. */
  delete(key: number): void {
    this.#deadlines.delete(key);
  }

  /** Takes all away, and the timer. */
  clear(): void {
    this.#deadlines.clear();
    clearTimeout(this.#timer);
    this.#wakesAt = Number.POSITIVE_INFINITY;
  }

  #wake(at: number): void {
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    this.#timer = setTimeout(() => this.#check(), Math.min(at - performance.now(), LONGEST_DELAY));
    // A timer that nobody waits for does not keep the process alive, where there are processes.
    (this.#timer as { unref?(): void }).unref?.();
  }

  #check(): void {
    const now = performance.now();
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const over = [...this.#deadlines].filter(([, deadline]) => deadline <= now);
    for (const [key] of over) this.#deadlines.delete(key);
    const next = Math.min(...this.#deadlines.values());
    if (next < Number.POSITIVE_INFINITY) this.#wake(next);
    for (const [key] of over) this.#expired(key);
  }
}
