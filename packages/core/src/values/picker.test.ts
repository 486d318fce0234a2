import { describe, expect, test } from "vitest";
import { picker } from "#src/values/picker.js";

describe("picker", () => {
  test("copies members into a plain object, in the order of the keys", () => {
    const picked = picker<Record<string, unknown>>(["b", 'odd "key"', "a"])({
      a: 0,
      'odd "key"': "",
      b: false,
      c: 3,
    });
    expect(Object.entries(picked)).toEqual([
      ["b", false],
      ['odd "key"', ""],
      ["a", 0],
    ]);
    expect(Object.getPrototypeOf(picked)).toBe(Object.prototype);
  });

  test("leaves absent members absent", () => {
    const picked = picker<Record<string, unknown>>(["a", "b"])({ b: 1 });
    expect("a" in picked).toBe(false);
    expect(picked).toStrictEqual({ b: 1 });
  });
});
