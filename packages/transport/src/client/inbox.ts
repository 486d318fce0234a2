import type { Arrival } from "@rxnetlink/core";
import type { Arrived } from "../channel/protocol.js";
import { SlabReader } from "../channel/slab.js";
import { Slices } from "./slices.js";

/** What an {@link Inbox} delivers to. */
export interface Deliveries {
  arrived(socket: number, arrival: Arrival): void;
  /** All of it is read. */
  read(arrived: Arrived): void;
}

interface Unread {
  readonly arrived: Arrived;
  readonly reader: SlabReader;
}

/**
 * What has come from a pump, delivered in its order and in {@link Slices}: where events come faster than they are
 * consumed, the event loop turns in between, in the middle of a slab if need be.
 */
export class Inbox {
  readonly #deliveries: Deliveries;
  readonly #slices = new Slices(() => this.#deliver());
  readonly #visit: Deliveries["arrived"];
  readonly #queue: (Unread | (() => void))[] = [];

  constructor(deliveries: Deliveries) {
    this.#deliveries = deliveries;
    this.#visit = (socket, arrival) => deliveries.arrived(socket, arrival);
  }

  /** Whether something may be delivered in this turn of the event loop still. */
  get hasTime(): boolean {
    return this.#slices.hasTime;
  }

  /** Takes in what has arrived. */
  take(arrived: Arrived): void {
    this.#queue.push({ arrived, reader: new SlabReader(new Uint8Array(arrived.buffer, 0, arrived.used)) });
    this.#slices.go();
  }

  /** Does something when all is delivered that has arrived so far; now, where it is. */
  after(action: () => void): void {
    if (this.#queue.length === 0) return action();
    this.#queue.push(action);
  }

  #deliver(): void {
    try {
      while (this.#queue.length > 0 && this.#first()) {}
    } finally {
      // The slice was over, or a subscriber has thrown.
      if (this.#queue.length > 0) this.#slices.goOn();
    }
  }

  /** Delivers what is first in the queue; `false` where the slice was over before its end. */
  #first(): boolean {
    const first = this.#queue[0]!;
    if (typeof first === "function") {
      this.#queue.shift();
      first();
      return true;
    }
    const { reader, arrived } = first;
    try {
      while (!reader.done) {
        if (this.#slices.over) return false;
        reader.visit(this.#visit);
      }
    } finally {
      if (reader.done) {
        this.#queue.shift();
        this.#deliveries.read(arrived);
      }
    }
    return true;
  }
}
