/** From this many arrivals in one turn on, the pump is busy enough: waiting would only fill the queues of the kernel. */
const MANY = 64;

/**
 * Moderation of wake-ups, as drivers of network cards have it: notifications that come rarely are handed over at once, those
 * that come often together, once in a while. Replies never wait.
 */
export class Moderation {
  readonly #latency: number;
  /** When arrivals were last handed over, and how many. */
  #at = Number.NEGATIVE_INFINITY;
  #arrivals = 0;

  /** @param latency - Longest time that a notification waits for others, in milliseconds; 0 for none. */
  constructor(latency: number) {
    this.#latency = latency;
  }

  /** Records how many arrivals are handed over, if any. */
  handedOver(arrivals: number): void {
    if (arrivals === 0) return;
    this.#at = performance.now();
    this.#arrivals = arrivals;
  }

  /** Returns how long a notification that has just come waits for others, in whole milliseconds. */
  delay(): number {
    const often = performance.now() - this.#at < 2 * this.#latency;
    return often && this.#arrivals < MANY ? this.#latency : 0;
  }
}
