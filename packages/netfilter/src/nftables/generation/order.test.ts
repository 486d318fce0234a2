import { expect, test } from "vitest";
import { isNewer, nextGeneration, resIdOf } from "#src/nftables/generation/order.js";

test("generations go on with 1 after the last", () => {
  expect(nextGeneration(7)).toBe(8);
  expect(nextGeneration(0xffff_ffff)).toBe(1);
});

test("a generation after the last one is newer", () => {
  expect(isNewer(8, 7)).toBe(true);
  expect(isNewer(7, 7)).toBe(false);
  expect(isNewer(7, 8)).toBe(false);
  expect(isNewer(1, 0xffff_ffff)).toBe(true);
  expect(isNewer(0xffff_ffff, 1)).toBe(false);
});

test("messages have the low 16 bits of their generation", () => {
  expect(resIdOf(0x1_0002)).toBe(2);
});
