/** The largest number: it travels as a C `int`. */
export const LARGEST = 0x7fff_ffff;

/** Gives out numbers from 1, and begins anew after the {@link LARGEST}: a process may send more requests than that. */
export class Numbers {
  #last: number;

  constructor(last = 0) {
    this.#last = last;
  }

  /** The next number that is not taken. */
  next(taken?: { has(number: number): boolean }): number {
    do this.#last = (this.#last % LARGEST) + 1;
    while (taken?.has(this.#last));
    return this.#last;
  }
}
