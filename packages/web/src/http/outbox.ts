import type { Update } from "../network/watch.js";
import type { Beginning } from "../wire/state.js";

/** An event to be sent. */
export type Sent = Update | { readonly type: "snapshot"; readonly data: Beginning };

/** Differences that may wait; whoever is further behind gets a fresh snapshot. */
const MOST_WAITING = 8;

/**
 * What one browser has not been sent yet. However slow it is, no more waits for it than a few differences and the latest
 * rates: then a snapshot replaces them.
 */
export class Outbox {
  readonly #snapshot: () => Beginning;
  #isBehind = true;
  #differences: Update[] = [];
  #rates: Update | undefined;
  #wake: (() => void) | undefined;
  #isClosed = false;

  constructor(snapshot: () => Beginning) {
    this.#snapshot = snapshot;
  }

  /** Number of events that wait. */
  get waiting(): number {
    return this.#differences.length + Number(this.#rates !== undefined);
  }

  /** Adds an event. */
  add(update: Update): void {
    if (update.type === "rates") this.#rates = update;
    else if (!this.#isBehind) this.#differences.push(update);
    if (this.#differences.length > MOST_WAITING) {
      this.#isBehind = true;
      this.#differences = [];
    }
    this.#wake?.();
  }

  /** Ends it: nothing is waited for any longer. */
  close(): void {
    this.#isClosed = true;
    this.#wake?.();
  }

  /** Returns the next event once there is one; `undefined` at the end. */
  async next(): Promise<Sent | undefined> {
    while (!this.#isClosed) {
      const next = this.#take();
      if (next !== undefined) return next;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return undefined;
  }

  #take(): Sent | undefined {
    if (this.#isBehind) {
      this.#isBehind = false;
      this.#rates = undefined;
      return { type: "snapshot", data: this.#snapshot() };
    }
    const difference = this.#differences.shift();
    if (difference !== undefined) return difference;
    const rates = this.#rates;
    this.#rates = undefined;
    return rates;
  }
}
