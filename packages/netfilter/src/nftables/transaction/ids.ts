import { isRecord } from "@rxnetlink/core/internal";
import type { PlaceStep, Step } from "./step.js";

/** First number that is given out: callers may use smaller ones. */
const FIRST = 0x4000_0000;

/** Numbers by which messages of one batch refer to objects of the same batch. */
export class Ids {
  readonly #rules = new Map<object, number>();
  #last = FIRST;

  /** @param steps - All steps; what is none is left for later to be refused. */
  constructor(steps: readonly Step[]) {
    const isPlace = (step: Step): step is PlaceStep => "there" in step;
    const proper = steps.filter((step) => isRecord(step));
    const referred = new Set(proper.filter(isPlace).map(({ there }) => there as object));
    for (const { value } of proper)
      if (referred.has(value) && !this.#rules.has(value)) this.#rules.set(value, this.next());
  }

  /** Returns a number that nothing has. */
  next(): number {
    return this.#last++;
  }

  /** Returns the number of a rule that another step refers to. */
  ofRule(rule: object): number | undefined {
    return this.#rules.get(rule);
  }
}
