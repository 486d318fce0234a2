import { describe, expect, test } from "vitest";
import { decode, encode, hex, unhex } from "./support/codec.js";
import { codecs } from "./support/codecs.js";

describe("each type writes and reads its bytes", () => {
  test.each(codecs)("$name", ({ type, value, little }) => {
    expect(hex(encode(type, value))).toBe(little);
    expect(decode(type, unhex(little))).toEqual(value);
  });
});
