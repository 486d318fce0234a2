import { describe, expect, test } from "vitest";
import { attributes } from "#src/schema/attributes.js";
import { LEARNED_FROM } from "#src/schema/expected.js";
import { refine } from "#src/schema/refine.js";
import { struct } from "#src/schema/struct.js";
import type { AnyType } from "#src/schema/type.js";
import { u32 } from "#src/schema/types/scalar.js";
import { encode, viewOf } from "../../test/support/codec.js";
import { codecs } from "../../test/support/codecs.js";

describe.each(codecs)("a refined $name", ({ type, value }) => {
  const refined: AnyType = refine(type, {});

  test("equals the type it is made from", () => {
    const keys = [
      "nested",
      "scoped",
      "late",
      "element",
      "ignored",
      "unsent",
      "locate",
      "attributeName",
      "member",
    ];
    for (const key of ["name", "size", ...keys, "keys", "parse", "matcher", "imply", "complete"])
      expect(typeof (refined as never)[key]).toBe(typeof (type as never)[key]);
    expect(refined).toMatchObject({ name: type.name });
  });

  test("reads, writes and locates like it", () => {
    const bytes = encode(refined, value);
    expect(bytes).toEqual(encode(type, value));
    expect(refined.read(viewOf(bytes), 0, bytes.length)).toEqual(value);
    for (let at = 0; at < bytes.length; at++)
      expect(refined.locate?.(viewOf(bytes), 0, bytes.length, at)?.path).toEqual(
        type.locate?.(viewOf(bytes), 0, bytes.length, at)?.path,
      );
  });
});

describe("a scalar that is refined to read differently", () => {
  const doubled = refine(u32, { read: (view, at, end) => 2 * u32.read(view, at, end) });

  test("does so in a struct", () => {
    const pair = struct("pair", { one: u32, other: doubled });
    const bytes = encode(pair, { one: 5, other: 5 });
    expect(pair.read(viewOf(bytes), 0, bytes.length)).toEqual({ one: 5, other: 10 });
  });

  test("does so as an attribute, also when the order of attributes has become known", () => {
    const set = attributes("set", "SET_", { one: [1, u32], other: [2, doubled] });
    const bytes = encode(set, { one: 5, other: 5 });
    for (let time = 0; time < 2 * LEARNED_FROM; time++)
      expect(set.read(viewOf(bytes), 0, bytes.length)).toEqual({ one: 5, other: 10 });
  });
});
