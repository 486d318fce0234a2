import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Control } from "#src/channel/control.js";
import { Spinning } from "#src/channel/spinning.js";

const control = new Control();
beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

/** Returns how long spinning pauses after a spin in vain, in milliseconds. */
function pauseAfterFailure(spinning: Spinning): number {
  spinning.failed();
  expect(control.spinning).toBe(false);
  let pause = 0;
  for (; !spinning.allowed; pause++) vi.advanceTimersByTime(1);
  expect(control.spinning).toBe(true);
  return pause;
}

it("pauses after a spin in vain: longer each time, until one is answered", () => {
  const spinning = new Spinning(control, true);
  expect(spinning.allowed).toBe(true);
  expect([1, 2, 3].map(() => pauseAfterFailure(spinning))).toEqual([10, 20, 40]);
  spinning.succeeded();
  expect(pauseAfterFailure(spinning)).toBe(10);
  for (let i = 0; i < 10; i++) pauseAfterFailure(spinning);
  expect(pauseAfterFailure(spinning)).toBe(1000);
});

it("is never allowed on one processor", () => {
  const spinning = new Spinning(control, false);
  expect([spinning.allowed, control.spinning]).toEqual([false, false]);
});
