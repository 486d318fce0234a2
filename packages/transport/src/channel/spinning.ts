import type { Control } from "./control.js";

/** Pause after a spin that was in vain, in milliseconds; each further one doubles it. */
const PAUSE_MS = 10;
/** Longest pause, in milliseconds. */
const MAX_PAUSE_MS = 1000;

/**
 * Permission to spin. Two threads that spin for each other need two processors; where other programs keep one busy, each spin
 * would be in vain and delay the other thread further. So after one such spin both threads sleep for a while instead.
 */
export class Spinning {
  readonly #control: Control;
  readonly #possible: boolean;
  #pause = PAUSE_MS;
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
    this.#pause = PAUSE_MS;
  }

  /** Records a spin in vain. */
  failed(): void {
    this.#end = performance.now() + this.#pause;
    this.#pause = Math.min(MAX_PAUSE_MS, this.#pause * 2);
    this.#control.spinning = false;
  }
}
