import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pace } from "#src/state/pace.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("occasional work is done at once, continuous work takes a quarter of the time", () => {
  const pace = new Pace();
  let worked = 0;
  let waited = 0;
  for (let times = 0; times < 200; times++) {
    const wait = pace.wait();
    if (times < 16) expect(wait).toBe(0);
    vi.advanceTimersByTime(wait);
    waited += wait;
    vi.advanceTimersByTime(4);
    worked += 4;
    pace.spent(4);
  }
  expect(waited / worked).toBeGreaterThan(1.5);
  expect(waited / worked).toBeLessThan(3);
});

test("no work waits longer than a second", () => {
  const pace = new Pace();
  pace.spent(60_000);
  expect(pace.wait()).toBe(800);
});
