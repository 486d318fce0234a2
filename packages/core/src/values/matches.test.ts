import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { matches } from "#src/values/matches.js";

test.each([
  [{ a: 1, b: 2 }, {}, true],
  [{ a: 1, b: 2 }, { a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: 1 }, { a: undefined }, true],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, true],
  [{ a: { b: 1 } }, { a: { b: 2 } }, false],
  [{}, { a: { b: 1 } }, false],
  [{ a: null }, { a: {} }, false],
  [{ a: {} }, { a: null }, false],
  [{ a: 1n }, { a: 1n }, true],
  [{ a: 1n }, { a: 1 }, false],
  [{ a: [1, 2] }, { a: [1, 2] }, true],
  [{ a: [1, 2] }, { a: [1] }, false],
  [{ a: [2, 1] }, { a: [1, 2] }, false],
  [{ a: [1] }, { a: { 0: 1 } }, false],
  [{ a: [{ b: 1, c: 2 }] }, { a: [{ b: 1 }] }, true],
  [{ a: Uint8Array.of(1, 2) }, { a: Uint8Array.of(1, 2) }, true],
  [{ a: Uint8Array.of(1, 2) }, { a: Uint8Array.of(1) }, false],
  [{ a: Uint8Array.of(1, 2) }, { a: Uint8Array.of() }, false],
  [{ a: "eth0" }, { a: Uint8Array.of() }, false],
])("%o against %o: %s", (value, pattern, expected) => {
  expect(matches(value, pattern)).toBe(expected);
});

test("bytes of another realm are compared as a whole", () => {
  const other = runInNewContext("Uint8Array.of(1)");
  expect(matches({ a: Uint8Array.of(1, 2) }, { a: other })).toBe(false);
  expect(matches({ a: Uint8Array.of(1) }, { a: other })).toBe(true);
});
