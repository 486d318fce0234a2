import type { AuditLost } from "./event.js";

/** Serials that are missing so far. */
interface Gap {
  first: number;
  last: number;
  /** Time of the record that showed it. */
  readonly time: number;
}

/** Most gaps remembered. */
const GAPS = 1000;
/** A serial so much smaller means that the machine has restarted, or that the numbers began again. */
const AGAIN = 1_000_000;

/** Finds events that were lost by their serials, which have no gaps. */
export class Serials {
  #highest: number | undefined;
  readonly #gaps: Gap[] = [];

  /** Records that a serial has arrived. */
  seen(serial: number, time: number): void {
    const highest = this.#highest;
    if (highest === undefined || highest - serial > AGAIN) {
      this.#highest = serial;
      this.#gaps.length = 0;
    } else if (serial > highest) {
      if (serial > highest + 1 && this.#gaps.length < GAPS)
        this.#gaps.push({ first: highest + 1, last: serial - 1, time });
      this.#highest = serial;
    } else this.#fill(serial);
  }

  /** Returns the gaps that records before a time have shown: nothing fills them any more. */
  lostBefore(time: number): AuditLost[] {
    const settled = this.#gaps.findIndex((gap) => gap.time >= time);
    const gaps = this.#gaps.splice(0, settled < 0 ? this.#gaps.length : settled);
    return gaps.map(({ first, last }) => ({ type: "lost", events: last - first + 1, first }));
  }

  /** Removes a serial that came late. */
  #fill(serial: number): void {
    const at = this.#gaps.findIndex(({ first, last }) => serial >= first && serial <= last);
    const gap = this.#gaps[at];
    if (gap === undefined) return;
    const { first, last, time } = gap;
    const parts = [
      { first, last: serial - 1, time },
      { first: serial + 1, last, time },
    ];
    this.#gaps.splice(at, 1, ...parts.filter((part) => part.first <= part.last));
  }
}
