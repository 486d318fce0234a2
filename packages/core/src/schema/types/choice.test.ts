import { expect, test } from "vitest";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { choice } from "#src/schema/types/choice.js";
import { u8, u16 } from "#src/schema/types/scalar.js";
import { littleEndian } from "#src/wire/host.js";
import { Writer } from "#src/wire/writer.js";

const set = attributes("inner", "I_", { value: [1, choice("family", { 7: u8 }, u16)] });
const layout = message("m", struct("h", { family: u8 }), attributes("a", "A_", { inner: [1, set] }));

function roundTrip(value: { family: number; inner: { value: number } }): [bytes: number, again: unknown] {
  const out = new Writer();
  layout.write(out, value);
  const bytes = out.take();
  return [
    new DataView(bytes.buffer).getUint16(8, littleEndian),
    layout.read(new DataView(bytes.buffer), 0, bytes.length),
  ];
}

test("a choice has the layout selected by an outer sibling, or the default", () => {
  expect(roundTrip({ family: 7, inner: { value: 9 } })).toEqual([5, { family: 7, inner: { value: 9 } }]);
  expect(roundTrip({ family: 8, inner: { value: 9 } })).toEqual([6, { family: 8, inner: { value: 9 } }]);
});
