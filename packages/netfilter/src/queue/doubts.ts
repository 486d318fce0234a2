/** Verdicts after a doubt, of which the last asks if the kernel has executed them all. */
const ASKED_EVERY = 64;

/**
 * Verdicts that the kernel may refuse or never receive, as far as is known. Their packets would then still wait, and must not be
 * accepted together with later ones.
 */
export class Doubts {
  #raised = 0;
  #settled = 0;
  #verdicts = 0;

  /** True if there is any doubt. */
  get any(): boolean {
    return this.#raised !== this.#settled;
  }

  /** Raises a doubt. */
  raise(): void {
    this.#raised++;
  }

  /** Returns what is to be called when the kernel has acknowledged the next verdict; `undefined` if it need not be asked. */
  question(): (() => void) | undefined {
    if (!this.any || ++this.#verdicts % ASKED_EVERY !== 0) return undefined;
    const raised = this.#raised;
    return () => {
      this.#settled = raised;
    };
  }
}
