/** Calls back at the shortest of the currently requested intervals; at the usual one if none is requested. */
export class Relisting {
  readonly #relist: () => void;
  /** Requested intervals in milliseconds, duplicates included. */
  readonly #periods: number[] = [];
  /** Interval if none is requested; absent if there is then no relisting. */
  #usual: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(relist: () => void) {
    this.#relist = relist;
  }

  /** Requests an interval; the returned function withdraws the request. */
  request(period: number): () => void {
    if (this.#shortest === undefined) this.#last = performance.now();
    this.#periods.push(period);
    this.#arm();
    return () => {
      this.#periods.splice(this.#periods.indexOf(period), 1);
      this.#arm();
    };
  }

  /** Sets the usual interval; the returned function removes it. */
  usually(period: number): () => void {
    if (this.#shortest === undefined) this.#last = performance.now();
    this.#usual = period;
    this.#arm();
    return () => {
      this.#usual = undefined;
      this.#arm();
    };
  }

  get #shortest(): number | undefined {
    return this.#periods.length === 0 ? this.#usual : Math.min(...this.#periods);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const period = this.#shortest;
    if (period === undefined) return;
    const due = this.#last + period;
    this.#timer = setTimeout(() => this.#fire(), Math.max(0, due - performance.now()));
  }

  #fire(): void {
    this.#last = performance.now();
    this.#arm();
    this.#relist();
  }
}
