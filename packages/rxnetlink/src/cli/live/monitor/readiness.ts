/** Calls an action once everything that was awaited is ready. What is awaited later no longer counts. */
export class Readiness {
  #pending = 0;
  #complete = false;
  #done = false;
  readonly #action: () => void;

  constructor(action: () => void) {
    this.#action = action;
  }

  /** Awaits one more, and returns what reports it as ready; only the first call of it counts. */
  readonly await = (): (() => void) => {
    this.#pending++;
    let isReady = false;
    return () => {
      if (isReady) return;
      isReady = true;
      this.#pending--;
      this.#check();
    };
  };

  /** Tells that everything is awaited that counts. */
  complete(): void {
    this.#complete = true;
    this.#check();
  }

  #check(): void {
    if (this.#done || !this.#complete || this.#pending > 0) return;
    this.#done = true;
    this.#action();
  }
}
