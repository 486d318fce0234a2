import { expect, test } from "vitest";
import { bitfield32 } from "#src/schema/types/bitfield32.js";
import { decode, encode, hex, unhex } from "../../../test/support/codec.js";

test("the bits come first, then their mask", () => {
  expect(hex(encode(bitfield32, { value: 1, selector: 3 }))).toBe("01000000 03000000");
  expect(decode(bitfield32, unhex("01000000 03000000"))).toEqual({ value: 1, selector: 3 });
});
