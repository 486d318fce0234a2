import { describe, expect, test } from "vitest";
import { attributes } from "#src/schema/attributes.js";
import type { Type } from "#src/schema/type.js";
import { string } from "#src/schema/types/bytes.js";
import { choice } from "#src/schema/types/choice.js";
import { enumeration } from "#src/schema/types/flags.js";
import { flag, u8, u32 } from "#src/schema/types/scalar.js";
import { flatArray, sequence } from "#src/schema/types/sequence.js";
import { Writer } from "#src/wire/writer.js";

const kind = enumeration("KIND_", u8, { number: 1, text: 2 });
const marks = attributes("marks", "MARK_", {
  start: [1, flag],
  kind: [2, kind],
  data: [3, choice("kind", { number: u32, text: string }, u8)],
});
const trips = attributes("trips", "TRIP_", { id: [1, u32], name: [2, string] });

function encoded<T>(type: Type<T>, value: T): DataView {
  const out = new Writer();
  type.write(out, value);
  const bytes = out.take();
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

describe("sequence", () => {
  const type = sequence(marks);
  const value = [
    { start: true },
    { kind: "number" },
    { data: 7 },
    { kind: "text" },
    { data: "seven" },
  ] as never;

  test("keeps the order of attributes, whose layout those before may select", () => {
    const view = encoded(type, value);
    expect(type.read(view, 0, view.byteLength)).toEqual(value);
  });

  test("names the element where an error is", () => {
    const view = encoded(type, value);
    view.setUint16(4, 99, true);
    expect(() => type.read(view, 0, view.byteLength)).toThrow(expect.objectContaining({ path: "[1]" }));
    expect(() => encoded(type, [{ start: true }, { data: 300 }] as never)).toThrow(
      expect.objectContaining({ path: "[1].data" }),
    );
  });

  test("finds the element at an offset", () => {
    const view = encoded(type, value);
    expect(type.locate?.(view, 0, view.byteLength, 13)?.path).toEqual(["[2]", "data"]);
  });
});

describe("flatArray", () => {
  const type = flatArray(trips);

  test("begins an element where an attribute comes again", () => {
    const value = [{ id: 1, name: "one" }, { id: 2 }, { id: 3, name: "three" }];
    const view = encoded(type, value);
    expect(type.read(view, 0, view.byteLength)).toEqual(value);
    expect(type.locate?.(view, 0, view.byteLength, 17)?.path).toEqual(["[1]", "id"]);
  });

  test("reads nothing as an empty array", () => {
    expect(type.read(encoded(type, []), 0, 0)).toEqual([]);
  });
});
