import { EncodeError } from "@rxnetlink/core";
import { flags, u32, Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { namesOf } from "#src/common/names.js";

const letters = namesOf(flags("L_", u32, { a: 1, b: 2, c: 8 }));

function written(value: unknown): number {
  const out = new Writer(4);
  letters.write(out, value as never);
  return new DataView(out.take().buffer).getUint32(0, true);
}
const read = (value: number) => letters.read(new DataView(Uint32Array.of(value).buffer), 0, 4);

test("bits are written as the list of their names", () => {
  expect(read(9)).toEqual(["a", "c"]);
  expect(read(0)).toEqual([]);
  expect(letters.parse!("a,b")).toEqual(["a", "b"]);
  expect(written(["a", "c"])).toBe(9);
});

test("bits without a name are one number", () => {
  expect(read(0x80000001)).toEqual(["a", 0x80000000]);
  expect(written(["b", 0x80000000])).toBe(0x80000002);
});

test("anything else is refused", () => {
  for (const wrong of ["a", { a: true }, 1, ["d"], [null]]) expect(() => written(wrong)).toThrow(EncodeError);
});
