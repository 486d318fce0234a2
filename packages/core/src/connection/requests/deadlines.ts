import { LONGEST_DELAY } from "../../values/check-options.js";

/**
 * Calls back for keys whose deadline has passed, using a single timer: thousands of requests a second that are
 * answered in time then cost no timer each.
 */
export class Deadlines {
  readonly #expired: (key: number) => void;
  readonly #deadlines = new Map<number, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(expired: (key: number) => void) {
    this.#expired = expired;
  }

  /** Sets or replaces the deadline of a key, `timeout` milliseconds from now. */
  set(key: number, timeout: number): void {
    const deadline = performance.now() + timeout;
    this.#deadlines.set(key, deadline);
    if (deadline < this.#wakesAt) this.#wake(deadline);
  }

  /** Clears the deadline of a key. */
  delete(key: number): void {
    this.#deadlines.delete(key);
  }

  /** Clears all deadlines and the timer. */
  clear(): void {
    this.#deadlines.clear();
    clearTimeout(this.#timer);
    this.#wakesAt = Number.POSITIVE_INFINITY;
  }

  #wake(at: number): void {
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    this.#timer = setTimeout(() => this.#check(), Math.min(at - performance.now(), LONGEST_DELAY));
    // On Node, the timer must not keep the process alive.
    (this.#timer as { unref?(): void }).unref?.();
  }

  #check(): void {
    const now = performance.now();
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const over = [...this.#deadlines].filter(([, deadline]) => deadline <= now);
    for (const [key] of over) this.#deadlines.delete(key);
    // Not by a spread: there may be more deadlines than a call may have arguments.
    let next = Number.POSITIVE_INFINITY;
    for (const deadline of this.#deadlines.values()) next = Math.min(next, deadline);
    if (next < Number.POSITIVE_INFINITY) this.#wake(next);
    for (const [key] of over) this.#expired(key);
  }
}
