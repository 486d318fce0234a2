import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DecodeError } from "#src/errors/errors.js";
import { tableOf } from "#src/schema/attribute-table.js";
import { attributes } from "#src/schema/attributes.js";
import { LEARNED_FROM } from "#src/schema/expected.js";
import { padding } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import type { Type } from "#src/schema/type.js";
import { repeated } from "#src/schema/types/array.js";
import { string } from "#src/schema/types/bytes.js";
import { be16, u8, u32, u64 } from "#src/schema/types/scalar.js";
import { align } from "#src/wire/align.js";
import { decode, unhex, viewOf } from "../../test/support/codec.js";

const inner = () => attributes("inner-attrs", "INNER_", { id: [1, u32], port: [2, be16] });
/** Returns a set that has read nothing. */
const fresh = () =>
  attributes("outer-attrs", "OUTER_", {
    mtu: [1, u32],
    name: [2, string],
    nest: [3, inner()],
    alias: [4, repeated(string)],
    bytes: [5, u64],
    pad: [6, padding],
    kind: [7, string],
    data: [8, subMessage("kind", { inner: inner() })],
    after: [9, u8],
  });
type Outer = ReturnType<typeof fresh>;

/** Returns one padded attribute in host byte order. */
function attribute(type: number, payload: Uint8Array, length = payload.length + 4): Uint8Array {
  const bytes = new Uint8Array(align(payload.length + 4));
  new Uint16Array(bytes.buffer, 0, 2).set([length, type]);
  bytes.set(payload, 4);
  return bytes;
}

const usual = [
  attribute(1, unhex("dc050000")),
  attribute(2, unhex("6c6f00")),
  attribute(3, attribute(1, unhex("05000000"))),
  attribute(4, unhex("6100")),
  attribute(4, unhex("6200")),
  attribute(6, unhex("")),
  attribute(5, unhex("0100000000000000")),
  attribute(7, unhex("696e6e657200")),
  attribute(8, attribute(2, unhex("0050"))),
  attribute(9, unhex("07")),
];

/** Returns a set that has learned its order; some attributes may have come only once. */
function learned(often: Uint8Array[] = usual): Outer {
  const set = fresh();
  for (let i = 0; i <= LEARNED_FROM; i++) decode(set, Buffer.concat(i === 3 ? usual : often));
  return set;
}

/** Returns the result of reading: a value and the order of its members, or the error and its path. */
function outcome(set: Outer, bytes: Uint8Array): unknown {
  try {
    const value = decode(set, bytes);
    return [value, Object.keys(value)];
  } catch (error) {
    return String(error);
  }
}

describe("a set with a learned order reads the same as one without", () => {
  test.each([
    ["what is usual", usual],
    ["without some", usual.filter((_, i) => i % 2 === 0)],
    ["in another order", usual.toReversed()],
    ["twice", [...usual, ...usual]],
    ["one that it does not know", [usual[0]!, attribute(99, unhex("01")), ...usual.slice(1)]],
    ["longer than it was", [attribute(1, unhex("dc05000000000000")), ...usual.slice(1)]],
    ["shorter than it may be", [attribute(1, unhex("dc05")), ...usual.slice(1)]],
    ["with flags in its type", usual.map((bytes) => bytes.map((byte, i) => (i === 3 ? byte | 0x80 : byte)))],
    ["cut", [...usual.slice(0, -1), attribute(9, unhex("07"), 99)]],
    ["with an error further inside", [usual[0]!, attribute(3, attribute(1, unhex("05"))), usual[4]!]],
    ["nothing", []],
    ["less than a header", [unhex("0500")]],
  ])("%s", (_, attributes) => {
    const bytes = Buffer.concat(attributes);
    expect(outcome(learned(), bytes)).toEqual(outcome(fresh(), bytes));
  });

  test("any attributes", () => {
    const set = learned(usual.slice(0, 2));
    const any = fc.record({
      type: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 0xffff })),
      payload: fc.oneof(
        fc.constantFrom(...usual.map((bytes) => bytes.slice(4))),
        fc.uint8Array({ maxLength: 12 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.nat(3), (list, cut) => {
        const all = Buffer.concat(list.map(({ type, payload }) => attribute(type, payload)));
        const bytes = all.subarray(0, Math.max(0, all.length - cut));
        expect(outcome(set, bytes)).toEqual(outcome(fresh(), bytes));
      }),
      { numRuns: 500 },
    );
  });
});

test("attributes in the learned order are read by the compiled reader alone", () => {
  const table = tableOf("outer", fresh().set);
  const order = [1, 2, 3, 4, 6, 5, 7].map((number) => table.byNumber[number]!);
  // An occasional attribute is placed where it came.
  for (let i = 0; i < LEARNED_FROM; i++) table.expected.learn(i === 3 ? order : order.slice(0, 2));
  expect(table.expected.learning).toBe(false);
  const value = {};
  const bytes = Buffer.concat(usual);
  const known = Buffer.concat(usual.slice(0, 8)).length;
  expect(table.expected.read(value, viewOf(bytes), 0, bytes.length, undefined)).toBe(known);
  expect(value).toEqual({ ...decode(fresh(), bytes), data: undefined, after: undefined });
});

test("an unreadable attribute is read once, so that a deep error costs no more than others", () => {
  let reads = 0;
  const bad: Type<never> = {
    name: "bad",
    read() {
      if (learning) return undefined as never;
      reads++;
      throw new DecodeError("bad");
    },
    write: () => {},
  };
  const nested = attributes("nested", "N_", { bad: [1, bad] });
  const set = attributes("set", "S_", { nested: [1, nested] });
  const bytes = attribute(1, attribute(1, unhex("")));
  let learning = true;
  for (let i = 0; i < LEARNED_FROM; i++) decode(set, bytes);
  learning = false;
  expect(() => decode(set, bytes)).toThrow("nested.bad: bad");
  expect(reads).toBe(1);
});
