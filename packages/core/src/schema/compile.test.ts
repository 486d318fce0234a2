import { describe, expect, test, vi } from "vitest";
import { compile } from "#src/schema/compile.js";
import { picker } from "#src/values/picker.js";
import { decode, encode, hex, unhex } from "../../test/support/codec.js";
import { codecs } from "../../test/support/codecs.js";

const wasCompiled = vi.hoisted(() => vi.fn());

vi.mock("#src/schema/compile.js", () => ({ compile: wasCompiled.mockReturnValue(undefined) }));

describe("without code generation from strings, each type still works", () => {
  test.each(codecs)("$name", ({ type, value, little }) => {
    expect(hex(encode(type, value))).toBe(little);
    expect(decode(type, unhex(little))).toEqual(value);
  });

  test("and members of an object are copied", () => {
    expect(Object.entries(picker<object>(["b", "a"])({ a: 1, c: 3 }))).toEqual([["a", 1]]);
  });

  test("and generation was attempted", () => {
    expect(compile).toHaveBeenCalled();
  });
});

describe("compile", () => {
  test("returns a function with the given captures", async () => {
    const { compile: real } =
      await vi.importActual<typeof import("#src/schema/compile.js")>("#src/schema/compile.js");
    const add = real("by", "return (x) => x + by")?.(2 as never) as (x: number) => number;
    expect(add(40)).toBe(42);
  });

  test("returns undefined if the text cannot be compiled", async () => {
    const { compile: real } =
      await vi.importActual<typeof import("#src/schema/compile.js")>("#src/schema/compile.js");
    vi.stubGlobal("Function", function forbidden() {
      throw new EvalError("code generation from strings is disallowed");
    });
    expect(real("by", "return by")).toBeUndefined();
    vi.unstubAllGlobals();
  });
});
