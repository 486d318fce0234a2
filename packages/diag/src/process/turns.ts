import { setImmediate } from "node:timers/promises";

/** System calls without a pause: about a millisecond. */
const CALLS = 256;

/**
 * Counts system calls, and gives the other work of the process its turn after some. Reads of /proc never wait for a
 * disk, and take a tenth of the time if they are not passed to other threads.
 */
export class Turns {
  #calls = 0;

  /** Counts a call; the promise of every 256th lasts until others had their turn. */
  call(): Promise<void> | undefined {
    return ++this.#calls % CALLS === 0 ? setImmediate() : undefined;
  }
}
