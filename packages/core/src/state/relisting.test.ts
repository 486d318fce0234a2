import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Relisting } from "#src/state/relisting.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("the shortest requested interval applies, and none if there is none", () => {
  const at: number[] = [];
  const begun = performance.now();
  const relisting = new Relisting(() => at.push(performance.now() - begun));
  const noMore = relisting.request(1000);
  vi.advanceTimersByTime(1500);
  const noMoreShort = relisting.request(200);
  vi.advanceTimersByTime(500);
  noMoreShort();
  vi.advanceTimersByTime(1500);
  noMore();
  vi.advanceTimersByTime(5000);
  // At 1500 an interval of 200 ms is already over.
  expect(at).toEqual([1000, 1500, 1700, 1900, 2900]);
  expect(vi.getTimerCount()).toBe(0);
});

test("the usual interval applies while none is requested", () => {
  const at: number[] = [];
  const begun = performance.now();
  const relisting = new Relisting(() => at.push(performance.now() - begun));
  const noMore = relisting.usually(1000);
  vi.advanceTimersByTime(1500);
  const noMoreLong = relisting.request(3000);
  vi.advanceTimersByTime(3000);
  noMoreLong();
  vi.advanceTimersByTime(1000);
  noMore();
  vi.advanceTimersByTime(5000);
  expect(at).toEqual([1000, 4000, 5000]);
  expect(vi.getTimerCount()).toBe(0);
});

test("short-lived requests do not delay the others", () => {
  let times = 0;
  const relisting = new Relisting(() => times++);
  relisting.request(1000);
  for (let step = 0; step < 30; step++) {
    relisting.request(5000)();
    vi.advanceTimersByTime(100);
  }
  expect(times).toBe(3);
});
