import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Control } from "#src/channel/control.js";
import { Spinning } from "#src/channel/spinning.js";

const control = new Control();
beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

/** Returns how long spinning pauses after spins in vain, in milliseconds. */
function pauseAfterFailures(spinning: Spinning): number {
  for (let i = 0; i < 8; i++) {
    expect(spinning.allowed).toBe(true);
    spinning.failed();
  }
  expect(control.spinning).toBe(false);
  let pause = 0;
  for (; !spinning.allowed; pause++) vi.advanceTimersByTime(1);
  expect(control.spinning).toBe(true);
  return pause;
}

it("pauses after some spins in vain: longer each time, until one is answered", () => {
  const spinning = new Spinning(control, true);
  expect(spinning.allowed).toBe(true);
  expect([1, 2, 3].map(() => pauseAfterFailures(spinning))).toEqual([2, 4, 8]);
  spinning.succeeded();
  expect(pauseAfterFailures(spinning)).toBe(2);
  for (let i = 0; i < 10; i++) pauseAfterFailures(spinning);
  expect(pauseAfterFailures(spinning)).toBe(128);
});

it("is never allowed on one processor", () => {
  const spinning = new Spinning(control, false);
  expect([spinning.allowed, control.spinning]).toEqual([false, false]);
});
