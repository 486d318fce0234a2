import type { Arrival } from "@rxnetlink/core";

/**
 * The receive queue of a socket. When it is full, it drops datagrams and reports one overrun; it then drops everything
 * until the reader has emptied it.
 */
export class ReceiveQueue {
  readonly #limit: number;
  readonly #arrivals: Arrival[] = [];
  #drops = 0;
  /** Set while new datagrams are dropped. */
  #congested = false;
  /** Set while the reader does not know of an overrun. */
  #unreported = false;
  /** Set after the reader got an overrun, until it gets the marker that the queue was empty. */
  #draining = false;

  /** @param limit - Capacity in datagrams. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** True if nothing is queued. */
  get empty(): boolean {
    return this.#arrivals.length === 0;
  }

  /** Appends a datagram, or drops it if there is no room. */
  put(arrival: Arrival): void {
    if (this.#congested || this.#arrivals.length >= this.#limit) this.overflow();
    else this.#arrivals.push(arrival);
  }

  /** Appends an arrival that takes no room, such as a failed system call. */
  putAlways(arrival: Arrival): void {
    this.#arrivals.push(arrival);
  }

  /** Drops one datagram. */
  overflow(): void {
    this.#drops++;
    this.#unreported ||= !this.#congested;
    this.#congested = true;
  }

  /** Takes out what the reader gets next. */
  take(): Arrival | undefined {
    if (this.#unreported) {
      this.#unreported = false;
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
