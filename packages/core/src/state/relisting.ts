/** Calls back at the shortest of the currently requested intervals. */
export class Relisting {
  readonly #relist: () => void;
  /** Requested intervals in milliseconds, duplicates included. */
  readonly #periods: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(relist: () => void) {
    this.#relist = relist;
  }

  /** Requests an interval; the returned function withdraws the request. */
  request(period: number): () => void {
    if (this.#periods.length === 0) this.#last = performance.now();
    this.#periods.push(period);
    this.#arm();
    return () => {
      this.#periods.splice(this.#periods.indexOf(period), 1);
      this.#arm();
    };
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#periods.length === 0) return;
    const due = this.#last + Math.min(...this.#periods);
    this.#timer = setTimeout(() => this.#fire(), Math.max(0, due - performance.now()));
  }

  #fire(): void {
    this.#last = performance.now();
    this.#arm();
    this.#relist();
  }
}
