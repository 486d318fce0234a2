/** The largest number, since numbers travel as a C `int`. */
export const MAX_INT32 = 0x7fff_ffff;

/** A counter from 1 that starts again after {@link MAX_INT32}: a process may send more requests than that. */
export class Numbers {
  #last: number;

  constructor(last = 0) {
    this.#last = last;
  }

  /** Returns the next number that is not taken. */
  next(taken?: { has(number: number): boolean }): number {
    do this.#last = (this.#last % MAX_INT32) + 1;
    while (taken?.has(this.#last));
    return this.#last;
  }
}
