import { expect, test } from "vitest";
import { align } from "#src/wire/align.js";

test.each([
  [0, 0],
  [1, 4],
  [3, 4],
  [4, 4],
  [5, 8],
  [65535, 65536],
])("%i is rounded up to %i", (length, aligned) => {
  expect(align(length)).toBe(aligned);
});
