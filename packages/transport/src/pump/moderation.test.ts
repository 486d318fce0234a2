import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Moderation } from "#src/pump/moderation.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

/** Returns the delays of notifications that come in these intervals, in milliseconds, `arrivals` at a time. */
function delays(moderation: Moderation, intervals: readonly number[], arrivals: number): number[] {
  return intervals.map((interval) => {
    vi.advanceTimersByTime(interval);
    const delay = moderation.delay();
    moderation.handedOver(arrivals);
    return delay;
  });
}

it("delays nothing that comes one by one, however regularly", () => {
  expect(delays(new Moderation(1), [0, 1, 1, 1, 100, 1], 1)).toEqual([0, 0, 0, 0, 0, 0]);
});

it("delays what comes right after the last one, and then whatever comes often", () => {
  expect(delays(new Moderation(4), [0, 1, 1, 100], 1)).toEqual([0, 4, 4, 0]);
  expect(delays(new Moderation(1), [0, 0, 1, 1, 100, 1], 16)).toEqual([0, 1, 1, 1, 0, 1]);
});

it("delays nothing without a latency, or while the pump is busy all the time", () => {
  expect(delays(new Moderation(0), [0, 0, 0], 16)).toEqual([0, 0, 0]);
  expect(delays(new Moderation(1), [0, 0, 0], 64)).toEqual([0, 0, 0]);
});

it("does not count turns without arrivals", () => {
  const moderation = new Moderation(1);
  moderation.handedOver(16);
  moderation.handedOver(0);
  moderation.delay();
  vi.advanceTimersByTime(1);
  expect(moderation.delay()).toBe(1);
});
