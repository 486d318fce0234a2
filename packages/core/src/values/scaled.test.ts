import { expect, it } from "vitest";
import { scaled } from "#src/values/scaled.js";

it.each([
  [0, "0"],
  [999, "999"],
  [999.7, "1.00 k"],
  [1234, "1.23 k"],
  [12_345, "12.3 k"],
  [123_456, "123 k"],
  [9_999_999, "10.0 M"],
  [5e9, "5.00 G"],
  [5e15, "5000 T"],
])("%d is %s", (value, text) => expect(scaled(value)).toBe(text));

it("puts the prefix before the unit", () => {
  expect([scaled(12, "bit/s"), scaled(1234, "bit/s")]).toEqual(["12 bit/s", "1.23 kbit/s"]);
});
