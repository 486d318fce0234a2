import { describe, expect, test } from "vitest";
import { EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import type { AnyType } from "#src/schema/type.js";
import { binary, string } from "#src/schema/types/bytes.js";
import { flags } from "#src/schema/types/flags.js";
import { type Limits, limited } from "#src/schema/types/limited.js";
import { u16, u64 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";
import { decode, encode, thrown } from "../../../test/support/codec.js";

const request = (type: AnyType, value: unknown) => type.write(new Writer(8, true), value);

test.each<[AnyType, Limits, unknown, string]>([
  [u16, { min: 1, max: 9 }, 10, "10 is out of range: 1 to 9"],
  [u16, { min: 1 }, 0, "0 is out of range: at least 1"],
  [u64, { max: 2n ** 40n }, 2n ** 41n, "2199023255552n is out of range: at most 1099511627776"],
  [flags("F_", u16, { a: 1, b: 2 }), { max: 1 }, { b: true }, "2 is out of range: at most 1"],
  [binary, { minLength: 4, maxLength: 4 }, new Uint8Array(3), "3 bytes, where the kernel accepts exactly 4"],
  [string, { maxLength: 2, terminator: 1 }, "abc", "3 bytes, where the kernel accepts at most 2"],
])("%o within %o is not %o", (type, limits, value, reason) => {
  expect((thrown(() => request(limited(type, limits), value)) as Error).message).toBe(reason);
});

describe("limits", () => {
  test("accept what is within them", () => {
    request(limited(u16, { min: 1, max: 9 }), 9);
    request(limited(string, { maxLength: 2, terminator: 1 }), "ab");
  });

  test("let the type judge what is no number", () => {
    expect(() => request(limited(u16, { max: 9 }), "x")).toThrow(EncodeError);
  });

  test("name the place", () => {
    const set = attributes("set", "SET_", { port: [1, limited(u16, { max: 9 })] });
    expect(() => request(set, { port: 10 })).toThrow("port: 10 is out of range: at most 9");
  });

  test("apply to requests only", () => {
    const type = limited(u16, { max: 9 });
    expect(decode(type, encode(type, 10))).toBe(10);
  });
});
