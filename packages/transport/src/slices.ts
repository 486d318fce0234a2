/** How long deliveries may keep the event loop at a stretch, in milliseconds. */
const SLICE = 5;

/**
 * Work that comes faster than it is done, in slices: between two of them the event loop turns, so that timers, signals
 * and other input have their share. A slice begins at once where the last one began long enough ago.
 */
export class Slices {
  readonly #work: () => void;
  #end = Number.NEGATIVE_INFINITY;
  #next: NodeJS.Immediate | undefined;

  /** `work` ends where there is nothing more to do, or where the slice is {@link over}. */
  constructor(work: () => void) {
    this.#work = work;
  }

  /** Whether the time of this slice is up. */
  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** Has the work done, or gone on with: now where the slice is not over, else in the next turn. */
  go(): void {
    if (this.#next !== undefined) return;
    if (this.over) this.goOn();
    else this.#work();
  }

  /** Has the work gone on with in the next turn. */
  goOn(): void {
    this.#next ??= setImmediate(() => this.#begin());
  }

  #begin(): void {
    this.#next = undefined;
    this.#end = performance.now() + SLICE;
    this.#work();
  }
}
