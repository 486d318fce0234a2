import { LONGEST_DELAY } from "../../values/check-options.js";

/** Items that wait no longer are kept up to this number, or as long as they are the smaller part. */
const KEPT = 1024;

/** Dependencies of a {@link TimedLine}. */
export interface TimedLineDeps<T> {
  /** Time that each item may wait, in milliseconds. */
  readonly timeout: number;
  /** True for an item that still waits. */
  waits(item: T): boolean;
  /** Ends the wait of an item whose time is up. */
  expired(item: T): void;
}

/** Items in the order of their arrival that may all wait equally long: one timer serves them all, and none has to be removed. */
export class TimedLine<T> {
  readonly #deps: TimedLineDeps<T>;
  #items: T[] = [];
  /** Time at which each item has waited long enough, in milliseconds. */
  #deadlines: number[] = [];
  #front = 0;
  /** Number of items at which those that wait no longer are removed. */
  #limit = KEPT;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: TimedLineDeps<T>) {
    this.#deps = deps;
  }

  /** Adds an item at the end. */
  push(item: T): void {
    if (this.#items.length >= this.#limit) this.#tidy();
    const deadline = performance.now() + this.#deps.timeout;
    this.#items.push(item);
    this.#deadlines.push(deadline);
    if (this.#timer === undefined) this.#wake(deadline);
  }

  /** The item that has waited longest; `undefined` if none waits. */
  get first(): T | undefined {
    const { waits } = this.#deps;
    while (this.#front < this.#items.length && !waits(this.#items[this.#front]!)) this.#front++;
    return this.#items[this.#front];
  }

  /** Visits the items that wait, from the first to one of them or, without it, to the last. */
  each(visit: (item: T) => void, last?: T): void {
    for (let at = this.#front; at < this.#items.length; at++) {
      const item = this.#items[at]!;
      if (this.#deps.waits(item)) visit(item);
      if (item === last) return;
    }
  }

  /** Stops the timer. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #tidy(): void {
    const waiting = (_: unknown, at: number) => this.#deps.waits(this.#items[at]!);
    this.#deadlines = this.#deadlines.filter(waiting);
    this.#items = this.#items.filter(waiting);
    this.#front = 0;
    this.#limit = 2 * this.#items.length + KEPT;
  }

  #wake(at: number): void {
    if (at === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.#check(), Math.min(at - performance.now(), LONGEST_DELAY));
    // On Node, the timer must not keep the process alive.
    (this.#timer as { unref?(): void }).unref?.();
  }

  #check(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (let item = this.first; item !== undefined; item = this.first) {
      const deadline = this.#deadlines[this.#front]!;
      if (deadline > now) return this.#wake(deadline);
      this.#deps.expired(item);
    }
  }
}
