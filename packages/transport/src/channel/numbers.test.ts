import { expect, it } from "vitest";
import { MAX_INT32, Numbers } from "#src/channel/numbers.js";

it("counts from 1, and always fits into an int", () => {
  const [fresh, old] = [new Numbers(), new Numbers(MAX_INT32 - 1)];
  expect([fresh.next(), fresh.next()]).toEqual([1, 2]);
  expect([old.next(), old.next()]).toEqual([MAX_INT32, 1]);
  expect(new Int32Array([MAX_INT32])[0]).toBe(MAX_INT32);
});

it("skips numbers that are taken", () => {
  const old = new Numbers(MAX_INT32 - 1);
  const taken = new Set([MAX_INT32, 1, 3]);
  expect([old.next(taken), old.next(taken)]).toEqual([2, 4]);
});
