import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Moderation } from "#src/pump/moderation.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

/** Returns the delays of notifications that come in these intervals, in milliseconds, `arrivals` at a time. */
function delays(moderation: Moderation, intervals: readonly number[], arrivals = 1): number[] {
  return intervals.map((interval) => {
    vi.advanceTimersByTime(interval);
    const delay = moderation.delay();
    vi.advanceTimersByTime(delay);
    moderation.handedOver(arrivals);
    return delay;
  });
}

it("delays what comes often, and nothing that comes rarely", () => {
  expect(delays(new Moderation(1), [0, 1, 0, 100, 2, 1, 3])).toEqual([0, 1, 1, 0, 0, 1, 0]);
  expect(delays(new Moderation(5), [0, 9, 10, 1])).toEqual([0, 5, 0, 5]);
});

it("delays nothing without a latency, or while the pump is busy all the time", () => {
  expect(delays(new Moderation(0), [0, 0, 1])).toEqual([0, 0, 0]);
  expect(delays(new Moderation(1), [0, 0, 0], 64)).toEqual([0, 0, 0]);
});

it("does not count turns without arrivals", () => {
  const moderation = new Moderation(1);
  moderation.handedOver(0);
  expect(moderation.delay()).toBe(0);
});
