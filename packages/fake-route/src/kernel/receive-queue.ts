import type { Arrival } from "@rxnetlink/core";

/**
 * A socket's receive queue. When it is full, it drops what comes and says so once; it then drops everything until it
 * has been read empty.
 */
export class ReceiveQueue {
  readonly #limit: number;
  readonly #arrivals: Arrival[] = [];
  #drops = 0;
  /** It drops what comes. */
  #congested = false;
  /** The reader has not been told of the overrun. */
  #untold = false;
  /** The reader was told of an overrun, and not yet that the queue was empty. */
  #draining = false;

  /** @param limit - How many datagrams it holds. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether there is nothing in it. */
  get empty(): boolean {
    return this.#arrivals.length === 0;
  }

  /** Appends a datagram, unless there is no room. */
  put(arrival: Arrival): void {
    if (this.#congested || this.#arrivals.length >= this.#limit) this.overflow();
    else this.#arrivals.push(arrival);
  }

  /** Appends what takes no room, such as that a system call failed. */
  tell(arrival: Arrival): void {
    this.#arrivals.push(arrival);
  }

  /** Drops one datagram. */
  overflow(): void {
    this.#drops++;
    this.#untold ||= !this.#congested;
    this.#congested = true;
  }

  /** What the reader gets next. */
  take(): Arrival | undefined {
    if (this.#untold) {
      this.#untold = false;
      this.#draining = true;
      // With nothing queued, the next datagram finds room.
      this.#congested = !this.empty;
      return { type: "overrun", drops: this.#drops };
    }
    const next = this.#arrivals.shift();
    if (this.empty) this.#congested = false;
    if (next !== undefined || !this.#draining) return next;
    this.#draining = false;
    return { type: "drained" };
  }
}
