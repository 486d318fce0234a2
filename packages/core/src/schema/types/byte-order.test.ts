import { expect, test } from "vitest";
import { attributes } from "#src/schema/attributes.js";
import { LEARNED_FROM } from "#src/schema/expected.js";
import { repeated } from "#src/schema/types/array.js";
import { inNetByteOrder } from "#src/schema/types/byte-order.js";
import { be16, be32, u8 } from "#src/schema/types/scalar.js";
import { decode, encode, hex, unhex } from "../../../test/support/codec.js";

const set = attributes("set", "S_", {
  id: [1, inNetByteOrder(be32)],
  ports: [2, repeated(inNetByteOrder(be16))],
  plain: [3, u8],
});
const value = { id: 5, ports: [80, 443], plain: 1 };
const bytes = "08000140 00000005 06000240 00500000 06000240 01bb0000 05000300 01000000";

test("marks an attribute, and each of a repeated one, as in network byte order", () => {
  expect(hex(encode(set, value))).toBe(bytes);
});

test("is read before and after the order is learned, with and without the mark", () => {
  for (let i = 0; i < LEARNED_FROM + 2; i++) {
    expect(decode(set, unhex(bytes))).toEqual(value);
    expect(decode(set, unhex(bytes.replaceAll("40 ", "00 ")))).toEqual(value);
  }
});
