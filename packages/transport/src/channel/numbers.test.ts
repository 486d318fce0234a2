import { expect, it } from "vitest";
import { LARGEST, Numbers } from "#src/channel/numbers.js";

it("counts from 1, and fits into an int for ever", () => {
  const [fresh, old] = [new Numbers(), new Numbers(LARGEST - 1)];
  expect([fresh.next(), fresh.next()]).toEqual([1, 2]);
  expect([old.next(), old.next()]).toEqual([LARGEST, 1]);
  expect(new Int32Array([LARGEST])[0]).toBe(LARGEST);
});

it("gives nobody a number that is in use", () => {
  const old = new Numbers(LARGEST - 1);
  const taken = new Set([LARGEST, 1, 3]);
  expect([old.next(taken), old.next(taken)]).toEqual([2, 4]);
});
