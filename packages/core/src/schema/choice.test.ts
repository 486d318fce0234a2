import { expect, test } from "vitest";
import { littleEndian } from "../host.js";
import { Writer } from "../writer.js";
import { attributes } from "./attributes.js";
import { choice } from "./choice.js";
import { message } from "./message.js";
import { u8, u16 } from "./scalar.js";
import { struct } from "./struct.js";

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

test("a choice has the layout that a sibling around it tells, or the other", () => {
  expect(roundTrip({ family: 7, inner: { value: 9 } })).toEqual([5, { family: 7, inner: { value: 9 } }]);
  expect(roundTrip({ family: 8, inner: { value: 9 } })).toEqual([6, { family: 8, inner: { value: 9 } }]);
});
