/** Time deliveries may occupy the event loop at a time, in milliseconds. */
const SLICE_MS = 5;

/**
 * Work that may arrive faster than it is done, cut into slices: between two of them the event loop turns, so that timers,
 * signals and other input get their share.
 */
export class Slices {
  readonly #work: () => void;
  #end = Number.NEGATIVE_INFINITY;
  /** Runs when the event loop has turned since the slice began; keeps the process alive only if work is left. */
  #turn: NodeJS.Immediate | undefined;
  #unfinished = false;

  /** @param work - Returns when nothing is left, or when the slice is {@link over}; it then calls {@link resume}. */
  constructor(work: () => void) {
    this.#work = work;
  }

  /** True if the time of this slice is up. */
  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** True if this turn of the event loop has time left; begins a slice if the turn had none. */
  get hasTime(): boolean {
    if (!this.over) return true;
    if (this.#turn !== undefined) return false;
    this.#turn = setImmediate(() => this.#turned()).unref();
    this.#end = performance.now() + SLICE_MS;
    return true;
  }

  /** Does the work now, or in the next turn if this one had its slice. */
  start(): void {
    if (this.#unfinished) return;
    if (this.hasTime) this.#work();
    else this.resume();
  }

  /** Resumes the work in the next turn. */
  resume(): void {
    this.#unfinished = true;
    this.#turn ??= setImmediate(() => this.#turned());
    this.#turn.ref();
  }

  #turned(): void {
    this.#turn = undefined;
    if (!this.#unfinished) return;
    this.#unfinished = false;
    this.#end = performance.now() + SLICE_MS;
    this.#work();
  }
}
