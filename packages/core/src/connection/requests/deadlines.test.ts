import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Deadlines } from "#src/connection/requests/deadlines.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("each key expires at its own time, with one timer", () => {
  const expired: number[] = [];
  const deadlines = new Deadlines((key) => expired.push(key));
  deadlines.set(1, 50);
  deadlines.set(2, 20);
  deadlines.set(3, 50);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(20);
  expect(expired).toEqual([2]);
  deadlines.delete(3);
  vi.advanceTimersByTime(30);
  expect(expired).toEqual([2, 1]);
  expect(vi.getTimerCount()).toBe(0);
});

test("setting a key again restarts its time", () => {
  const expired: number[] = [];
  const deadlines = new Deadlines((key) => expired.push(key));
  deadlines.set(1, 50);
  vi.advanceTimersByTime(40);
  deadlines.set(1, 50);
  vi.advanceTimersByTime(49);
  expect(expired).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(expired).toEqual([1]);
});

test("nothing expires after clear()", () => {
  const deadlines = new Deadlines(() => expect.unreachable());
  deadlines.set(1, 50);
  deadlines.clear();
  expect(vi.getTimerCount()).toBe(0);
});
