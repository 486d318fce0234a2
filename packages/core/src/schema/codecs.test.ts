import { describe, expect, test } from "vitest";
import { decode, encode, hex, unhex } from "../codec.test.util.js";
import { codecs } from "./codecs.test.util.js";

describe("each type writes and reads its bytes", () => {
  test.each(codecs)("$name", ({ type, value, little }) => {
    expect(hex(encode(type, value))).toBe(little);
    expect(decode(type, unhex(little))).toEqual(value);
  });
});
