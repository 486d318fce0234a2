/** Time after which a number that others have overtaken is missing, in milliseconds. */
const GRACE_MS = 50;

/** Numbers that did not arrive, both ends included. */
export interface SeqnumRange {
  /** First number. */
  readonly from: number;
  /** Last number. */
  readonly to: number;
}

/** Returns ranges without one number. */
function without(ranges: readonly SeqnumRange[], number: number): SeqnumRange[] {
  return ranges.flatMap(({ from, to }) => {
    if (number < from || number > to) return [{ from, to }];
    const rest = [
      { from, to: number - 1 },
      { from: number + 1, to },
    ];
    return rest.filter((range) => range.from <= range.to);
  });
}

/**
 * Finds gaps in the numbers of events. The kernel numbers an event before it sends it, so that events of several processors may
 * overtake each other: a number counts as missing only when it has not arrived some time later.
 */
export class SeqnumGaps {
  readonly #report: (range: SeqnumRange) => void;
  #next: number | undefined;
  /** Missing since the timer was last due, and longer. */
  #young: SeqnumRange[] = [];
  #old: SeqnumRange[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param report - Called with each gap. */
  constructor(report: (range: SeqnumRange) => void) {
    this.#report = report;
  }

  /** Notes a number that arrived. */
  arrived(number: number): void {
    const next = this.#next ?? number;
    if (number < next) {
      this.#young = without(this.#young, number);
      this.#old = without(this.#old, number);
      return;
    }
    this.#next = number + 1;
    if (number === next) return;
    this.#young.push({ from: next, to: number - 1 });
    this.#timer ??= setTimeout(() => this.#due(), GRACE_MS);
  }

  /** Stops waiting. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #due(): void {
    const missing = this.#old;
    [this.#old, this.#young] = [this.#young, []];
    const waiting = this.#old.length > 0;
    this.#timer = waiting ? setTimeout(() => this.#due(), GRACE_MS) : undefined;
    for (const range of missing) this.#report(range);
  }
}
