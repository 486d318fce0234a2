import type { Arrival } from "@rxnetlink/core";
import type { SlabReport } from "../channel/protocol.js";
import { SlabReader } from "../channel/slab.js";
import { Slices } from "./slices.js";

interface Unread {
  readonly slab: SlabReport;
  readonly reader: SlabReader;
}

/**
 * A queue of slabs from a pump, delivered in order and in {@link Slices}: if events come faster than they are consumed,
 * the event loop turns in between, even in the middle of a slab.
 */
export class Inbox {
  readonly #receive: (socket: number, arrival: Arrival) => void;
  readonly #read: (slab: SlabReport) => void;
  readonly #slices = new Slices(() => this.#deliver());
  readonly #queue: (Unread | (() => void))[] = [];

  /**
   * @param receive - Receives each arrival.
   * @param read - Called when a slab has been read to its end.
   */
  constructor(receive: (socket: number, arrival: Arrival) => void, read: (slab: SlabReport) => void) {
    this.#receive = receive;
    this.#read = read;
  }

  /** True if this turn of the event loop has time for deliveries. */
  get hasTime(): boolean {
    return this.#slices.hasTime;
  }

  /** Queues a slab for delivery. */
  receive(slab: SlabReport): void {
    this.#queue.push({ slab, reader: new SlabReader(new Uint8Array(slab.buffer, 0, slab.used)) });
    this.#slices.start();
  }

  /** Calls an action when everything received so far has been delivered: now, if it has been. */
  after(action: () => void): void {
    if (this.#queue.length === 0) return action();
    this.#queue.push(action);
  }

  #deliver(): void {
    try {
      while (this.#queue.length > 0 && this.#deliverFirst()) {}
    } finally {
      // The slice is over, or a subscriber has thrown.
      if (this.#queue.length > 0) this.#slices.resume();
    }
  }

  /** Delivers the first item of the queue; returns false if the slice ended before the item did. */
  #deliverFirst(): boolean {
    const first = this.#queue[0]!;
    if (typeof first === "function") {
      this.#queue.shift();
      first();
      return true;
    }
    const { reader, slab } = first;
    try {
      while (!reader.done) {
        if (this.#slices.over) return false;
        reader.next(this.#receive);
      }
    } finally {
      if (reader.done) {
        this.#queue.shift();
        this.#read(slab);
      }
    }
    return true;
  }
}
