import { expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { uuid } from "#src/schema/types/uuid.js";
import { decode, encode, encodeAny, hex, unhex } from "../../../test/support/codec.js";

test("is text in five groups", () => {
  const text = "123e4567-e89b-12d3-a456-426614174000";
  const bytes = "123e4567 e89b12d3 a4564266 14174000";
  expect(decode(uuid, unhex(bytes))).toBe(text);
  expect(hex(encode(uuid, text.toUpperCase()))).toBe(bytes);
});

test("is nothing shorter, longer or else", () => {
  expect(() => decode(uuid, new Uint8Array(15))).toThrow(DecodeError);
  for (const text of ["", "123e4567e89b12d3a456426614174000", 5, undefined])
    expect(() => encodeAny(uuid, text)).toThrow(EncodeError);
});
