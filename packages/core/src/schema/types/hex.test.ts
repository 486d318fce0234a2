import { expect, test } from "vitest";
import { hex } from "#src/schema/types/hex.js";
import { s32, u32, u64 } from "#src/schema/types/scalar.js";
import { decode, encode } from "../../../test/support/codec.js";

test("is a number that people read in hexadecimal", () => {
  expect(hex(u32).show!(0xff00)).toBe("0xff00");
  expect(hex(u64).show!(2n ** 40n)).toBe("0x10000000000");
  expect(hex(s32).show!(-1)).toBe("-1");
  expect(hex(u32).parse!("0xff00")).toBe(0xff00);
  expect(decode(hex(u32), encode(hex(u32), 7))).toBe(7);
});
