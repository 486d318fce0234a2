import { TestScheduler } from "rxjs/testing";
import { expect } from "vitest";

type Run = Parameters<TestScheduler["run"]>[0];

/** Runs a test in virtual time, with marbles: one character is a millisecond. */
export const marbles = (test: (helpers: Parameters<Run>[0], scheduler: TestScheduler) => void) => () => {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run((helpers) => test(helpers, scheduler));
};
