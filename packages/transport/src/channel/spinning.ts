import type { Control } from "./control.js";

/**
 * Spins in vain, one after the other, before a pause. Threads that wake each other may share a processor; while both are busy,
 * the kernel moves one to another within some milliseconds.
 */
const TRIES = 8;
/** First pause, in milliseconds; each further one is twice as long, until a spin is answered. */
const PAUSE_MS = 2;
/** Longest pause, in milliseconds. */
const MAX_PAUSE_MS = 128;

/**
 * Permission to spin. Two threads that spin for each other need two processors; where other programs keep one busy, each spin
 * would be in vain and delay the other thread further. So after some such spins both threads sleep for a while instead.
 */
export class Spinning {
  readonly #control: Control;
  readonly #possible: boolean;
  #pause = PAUSE_MS;
  /** Spins in vain since the last one that was answered, or since the last pause. */
  #vain = 0;
  /** End of the pause; 0 if there is none. */
  #end = 0;

  /** @param possible - False if the process has just one processor. */
  constructor(control: Control, possible: boolean) {
    this.#control = control;
    this.#possible = possible;
    control.spinning = possible;
  }

  /** True if the main thread may spin now. */
  get allowed(): boolean {
    if (this.#end === 0) return this.#possible;
    if (performance.now() < this.#end) return false;
    this.#end = 0;
    this.#control.spinning = true;
    return true;
  }

  /** Records a spin that was answered. */
  succeeded(): void {
    this.#vain = 0;
    this.#pause = PAUSE_MS;
  }

  /** Records a spin in vain. */
  failed(): void {
    this.#vain++;
    if (this.#vain < TRIES) return;
    this.#vain = 0;
    this.#end = performance.now() + this.#pause;
    this.#pause = Math.min(MAX_PAUSE_MS, this.#pause * 2);
    this.#control.spinning = false;
  }
}
