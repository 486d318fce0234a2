/** How long deliveries may keep the event loop at a stretch, in milliseconds. */
const SLICE = 5;

/**
 * Work that may come faster than it is done, in slices: between two of them the event loop turns, so that timers,
 * signals and other input have their share.
 */
export class Slices {
  readonly #work: () => void;
  #end = Number.NEGATIVE_INFINITY;
  /** Runs when the event loop has turned since the slice began; it keeps the process only where there is more to do. */
  #turn: NodeJS.Immediate | undefined;
  #unfinished = false;

  /** `work` ends where there is nothing more to do, or where the slice is {@link over}; it then asks to {@link goOn}. */
  constructor(work: () => void) {
    this.#work = work;
  }

  /** Whether the time of this slice is up. */
  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** Whether this turn of the event loop has time left; a slice begins where it has had none. */
  get hasTime(): boolean {
    if (!this.over) return true;
    if (this.#turn !== undefined) return false;
    this.#turn = setImmediate(() => this.#turned()).unref();
    this.#end = performance.now() + SLICE;
    return true;
  }

  /** Has the work done: now, unless this turn has had its slice. */
  go(): void {
    if (this.#unfinished) return;
    if (this.hasTime) this.#work();
    else this.goOn();
  }

  /** Has the work gone on with in the next turn. */
  goOn(): void {
    this.#unfinished = true;
    this.#turn ??= setImmediate(() => this.#turned());
    this.#turn.ref();
  }

  #turned(): void {
    this.#turn = undefined;
    if (!this.#unfinished) return;
    this.#unfinished = false;
    this.#end = performance.now() + SLICE;
    this.#work();
  }
}
