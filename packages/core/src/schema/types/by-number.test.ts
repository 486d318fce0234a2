import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { nest } from "#src/schema/type.js";
import { byNumber } from "#src/schema/types/by-number.js";
import { u8 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";

const entry = attributes("entry", "ENTRY_", { size: [1, u8] });
const type = byNumber(byNumber(nest<{ size?: number }>(entry)));

function encoded(value: unknown): DataView {
  const out = new Writer();
  type.write(out, value as never);
  const bytes = out.take();
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

describe("byNumber", () => {
  test("keeps numbers of attributes as keys, also 0, at any depth", () => {
    const value = { 0: { 7: { size: 1 } }, 300: { 1: {}, 2: { size: 9 } } };
    const view = encoded(value);
    expect(type.read(view, 0, view.byteLength)).toEqual(value);
  });

  test("names the number where an error is", () => {
    const view = encoded({ 5: { 3: { size: 1 } } });
    view.setUint16(view.byteLength - 8, 99, true);
    expect(() => type.read(view, 0, view.byteLength)).toThrow(expect.objectContaining({ path: "5.3" }));
    expect(() => type.read(view, 0, view.byteLength)).toThrow(DecodeError);
    expect(() => encoded({ 5: { 3: { size: 300 } } })).toThrow(expect.objectContaining({ path: "5.3.size" }));
  });

  test.each(["x", "-1", "16384"])("refuses the number %s", (key) => {
    expect(() => encoded({ [key]: {} })).toThrow(EncodeError);
    expect(() => encoded({ [key]: {} })).toThrow(expect.objectContaining({ path: key }));
  });

  test("finds the member at an offset", () => {
    const view = encoded({ 5: { 3: { size: 1 } } });
    expect(type.locate?.(view, 0, view.byteLength, 12)?.path).toEqual(["5", "3", "size"]);
  });
});
