import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { atExit } from "#src/client/at-exit.js";

let limit: number;
beforeEach(() => {
  limit = process.getMaxListeners();
});
afterEach(() => {
  process.setMaxListeners(limit);
});

it.each([0, 1, 10, Number.POSITIVE_INFINITY])(
  "adds one listener, and leaves the limit of %s unchanged",
  (most) => {
    process.setMaxListeners(most);
    const before = process.listenerCount("exit");
    const ends = Array.from({ length: 30 }, () => atExit(() => {}));
    expect(process.listenerCount("exit")).toBe(before + 1);
    expect(process.getMaxListeners()).toBe(most);
    for (const end of ends) end();
    expect(process.listenerCount("exit")).toBe(before);
    expect(process.getMaxListeners()).toBe(most);
  },
);

it("runs the actions that were not cancelled at exit", () => {
  const before = new Set(process.listeners("exit"));
  const [one, two] = [vi.fn(), vi.fn()];
  const [endOne, endTwo] = [atExit(one), atExit(two)];
  const [listener] = process.listeners("exit").filter((some) => !before.has(some));
  endOne();
  listener?.(0);
  expect([one, two].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  endTwo();
});
