import { describe, expect, test } from "vitest";
import { refine } from "#src/schema/refine.js";
import type { AnyType } from "#src/schema/type.js";
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
