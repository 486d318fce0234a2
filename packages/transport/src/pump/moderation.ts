/** From this many arrivals in one turn on, the pump is busy enough: waiting would only fill the queues of the kernel. */
const MANY = 64;
/** From this many arrivals in one turn on, waiting has paid. */
const SOME = 4;

/**
 * Moderation of wake-ups, as drivers of network cards have it: notifications that come rarely are handed over at once, those
 * that come often together, once in a while. Replies never wait.
 */
export class Moderation {
  readonly #latency: number;
  /** When notifications last woke the pump, and how many were then handed over. */
  #woken = Number.NEGATIVE_INFINITY;
  #arrivals = 0;

  /** @param latency - Longest time that a notification waits for others, in milliseconds; 0 for none. */
  constructor(latency: number) {
    this.#latency = latency;
  }

  /** Records how many arrivals are handed over, if any. */
  handedOver(arrivals: number): void {
    if (arrivals > 0) this.#arrivals = arrivals;
  }

  /** Returns how long a notification that wakes the pump waits for others, in whole milliseconds. */
  delay(): number {
    const now = performance.now();
    const gap = now - this.#woken;
    this.#woken = now;
    // Waiting makes the gaps longer than the latency.
    const often = this.#arrivals < SOME ? gap < this.#latency / 2 : gap < 2 * this.#latency;
    return often && this.#arrivals < MANY ? this.#latency : 0;
  }
}
