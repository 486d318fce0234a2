import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import { indexedArray, records, repeated } from "#src/schema/types/array.js";
import { string } from "#src/schema/types/bytes.js";
import { enumeration } from "#src/schema/types/flags.js";
import { u8, u16, u32 } from "#src/schema/types/scalar.js";
import { decode, encode, encodeAny, hex, thrown, unhex } from "../../test/support/codec.js";

const vxlan = attributes("vxlan-attrs", "IFLA_VXLAN_", { id: [1, u32] });
const stats = struct("stats", { drops: u16 });
const formats = { vxlan, stats };
const info = attributes("info-attrs", "INFO_", { kind: [1, string], data: [2, subMessage("kind", formats)] });

const KIND = "0a000100 76786c61 6e000000";
const DATA = "0c000280 08000100 05000000";
const value = { kind: "vxlan", data: { vxlan: { id: 5 } } };

describe("the layout", () => {
  test("follows the selector, before or after the data", () => {
    expect(decode(info, unhex(KIND + DATA))).toEqual(value);
    expect(decode(info, unhex(DATA + KIND))).toEqual(value);
  });

  test("follows a selector of an outer set, before or after the nest", () => {
    const nest = attributes("nest-attrs", "NEST_", { data: [2, subMessage("kind", formats)] });
    const outer = attributes("outer-attrs", "OUTER_", {
      kind: [1, string],
      nest: [3, nest],
      list: [4, indexedArray(nest)],
      each: [5, repeated(nest)],
      open: [6, struct("open", { number: u32, nest })],
      hops: [7, records(message("hop", struct("hop", { length: u16, weight: u16 }), nest))],
    });
    const inside = { data: { vxlan: { id: 5 } } };
    const rest = `10000380 ${DATA} 14000480 10000180 ${DATA} 10000580 ${DATA} 14000600 07000000 ${DATA} 14000700 10000900 ${DATA}`;
    const expected = {
      kind: "vxlan",
      nest: inside,
      list: [inside],
      each: [inside],
      open: { number: 7, nest: inside },
      hops: [{ length: 16, weight: 9, ...inside }],
    };
    expect(decode(outer, unhex(KIND + rest))).toEqual(expected);
    expect(decode(outer, unhex(rest + KIND))).toEqual(expected);
    expect(hex(encode(outer, expected))).toBe(hex(unhex(KIND + rest)));
  });

  test("may follow a member of the header, by name or by number", () => {
    const family = enumeration("AF_", u8, { inet: 2 });
    const head = struct("head", { family });
    const data = subMessage("family", { inet: vxlan, 7: stats });
    const msg = message("msg", head, attributes("attrs", "A_", { data: [2, data] }));
    expect(decode(msg, unhex(`02000000 ${DATA}`))).toEqual({ family: "inet", data: { inet: { id: 5 } } });
    expect(decode(msg, unhex("07000000 06000200 0900"))).toEqual({ family: 7, data: { 7: { drops: 9 } } });
    expect(hex(encode(msg, { family: "inet", data: { inet: { id: 5 } } }))).toBe(`02000000 ${DATA}`);
  });
});

describe("an unknown format", () => {
  test.each([
    ["of a kind", "08000100 67726500 06000280 aabb0000", "gre"],
    [
      "named as a member of every object",
      "0d000100 746f5374 72696e67 00000000 06000280 aabb0000",
      "toString",
    ],
    ["named unknown", "0c000100 756e6b6e 6f776e00 06000280 aabb0000", "unknown"],
  ])("%s is kept and written back", (_, bytes, kind) => {
    const kept = decode(info, unhex(bytes));
    expect(kept).toEqual({ kind, data: { unknown: unhex("aabb") } });
    expect(hex(encode(info, kept))).toBe(bytes);
  });

  test("without a selector is kept and written back without one", () => {
    const kept = decode(info, unhex(DATA));
    expect(kept).toEqual({ data: { unknown: unhex("08000100 05000000") } });
    expect(hex(encode(info, kept))).toBe(DATA);
  });
});

describe("writing", () => {
  test.each([
    [{ data: { vxlan: { id: 5 } } }],
    [{ kind: undefined, data: { vxlan: { id: 5 }, stats: undefined } }],
  ])("%j implies the selector, which goes first", (given) => {
    expect(hex(encodeAny(info, given))).toBe(`${KIND} ${DATA}`);
  });

  test("does not change the caller's object", () => {
    const given = { data: { vxlan: { id: 5 } } };
    encode(info, given);
    expect(given).toEqual({ data: { vxlan: { id: 5 } } });
  });

  test.each([
    { given: { kind: "dummy", data: { vxlan: {} } }, message: "data.vxlan: kind is dummy" },
    { given: { data: { gre: {} } }, message: 'data.gre: "gre" is not one of vxlan, stats' },
    {
      given: { data: { vxlan: {}, stats: {} } },
      message: "data: an object does not have exactly one member",
    },
    { given: { data: {} }, message: "data: an object does not have exactly one member" },
    { given: { data: null }, message: "data: null does not have exactly one member" },
    { given: { data: { vxlan: { id: -1 } } }, message: "data.vxlan.id: -1 is not a u32" },
    { given: { data: { unknown: "x" } }, message: 'data: "x" is not a Uint8Array' },
  ])("an error says: $message", ({ given, message }) => {
    const error = thrown(() => encodeAny(info, given));
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toHaveProperty("message", message);
  });
});

test("an error inside names the format", () => {
  const error = thrown(() => decode(info, unhex(`${KIND} 0a000280 06000100 0500`)));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toHaveProperty("path", "data.vxlan.id");
});
