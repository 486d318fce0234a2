import { describe, expect, test } from "vitest";
import { DecodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { lazy } from "#src/schema/lazy.js";
import { message } from "#src/schema/message.js";
import { refine } from "#src/schema/refine.js";
import { pad, struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import { readOnly } from "#src/schema/traits.js";
import type { AnyType } from "#src/schema/type.js";
import { indexedArray, repeated } from "#src/schema/types/array.js";
import { string } from "#src/schema/types/bytes.js";
import { choice } from "#src/schema/types/choice.js";
import { u8, u16, u32 } from "#src/schema/types/scalar.js";
import { decode, thrown, unhex } from "../../test/support/codec.js";

const KIND = "0a000100 76786c61 6e000000";
const DATA = "0c000280 08000100 05000000";
const data = { vxlan: { id: 5 } };
const vxlan = attributes("vxlan-attrs", "IFLA_VXLAN_", { id: [1, u32] });
const nest = attributes("nest-attrs", "NEST_", { data: [2, subMessage("kind", { vxlan })] });

const only = (type: AnyType, ...keys: string[]) => type.only!(new Set(keys)) as AnyType;

describe("a set of attributes limited to some", () => {
  const set = attributes("attrs", "A_", { id: [1, u32], short: [2, u8], list: [3, repeated(u16)] });
  const bytes = unhex(
    "08000100 05000000 05000200 07000000 06000300 01000000 06000300 02000000 0500e703 cc000000",
  );

  test("reads these", () => {
    expect(decode(only(set, "id"), bytes)).toEqual({ id: 5 });
    expect(decode(only(set, "list"), bytes)).toEqual({ list: [1, 2] });
    expect(decode(only(set), bytes)).toEqual({});
  });

  test("keeps unknown attributes only if asked for", () => {
    const unknown = [{ type: 999, bytes: Uint8Array.of(0xcc) }];
    expect(decode(only(set, "unknown"), bytes)).toEqual({ unknown });
  });

  test("does not look into the others, but relies on their lengths", () => {
    const empty = unhex("04000200 08000100 05000000");
    expect(decode(only(set, "id"), empty)).toEqual({ id: 5 });
    expect(thrown(() => decode(set, empty))).toBeInstanceOf(DecodeError);
    expect(thrown(() => decode(only(set, "short"), unhex("09000100 07000000")))).toBeInstanceOf(DecodeError);
  });

  test("reads them with the traits of its declaration, but whole if it is read differently", () => {
    expect(decode(only(readOnly(set), "id"), bytes)).toEqual({ id: 5 });
    expect(decode(only(refine(set, { write: () => {} }), "id"), bytes)).toEqual({ id: 5 });
    expect(refine(set, { read: () => ({}) }).only).toBeUndefined();
  });
});

describe("the selector of a chosen member is read too", () => {
  test("before or after it", () => {
    const info = attributes("info-attrs", "INFO_", {
      kind: [1, string],
      data: [2, subMessage("kind", { vxlan })],
      other: [3, u8],
    });
    for (const bytes of [KIND + DATA, DATA + KIND])
      expect(decode(only(info, "data"), unhex(`${bytes} 05000300 01000000`))).toEqual({
        kind: "vxlan",
        data,
      });
    expect(decode(only(info, "kind"), unhex(KIND + DATA))).toEqual({ kind: "vxlan" });
  });

  test("for a layout at any depth inside", () => {
    const outer = attributes("outer-attrs", "OUTER_", {
      kind: [1, string],
      nest: [3, nest],
      list: [4, indexedArray(nest)],
      each: [5, repeated(nest)],
      open: [6, struct("open", { number: u32, nest })],
    });
    const bytes = `10000380 ${DATA} 14000480 10000180 ${DATA} 10000580 ${DATA} 14000600 07000000 ${DATA} ${KIND}`;
    const whole = decode(outer, unhex(bytes)) as Record<string, unknown>;
    for (const key of ["nest", "list", "each", "open"])
      expect(decode(only(outer, key), unhex(bytes))).toEqual({ kind: "vxlan", [key]: whole[key] });
  });

  test("where the layout is chosen, and where its selector has one itself", () => {
    const chosen = attributes("chosen-attrs", "C_", {
      family: [1, u8],
      kind: [2, choice("family", { 2: u16 }, u8)],
      value: [3, choice("kind", { 9: u32 }, u8)],
      other: [4, u8],
    });
    const bytes = unhex("05000100 02000000 06000200 09000000 08000300 01000000 05000400 01000000");
    expect(decode(only(chosen, "value"), bytes)).toEqual({ family: 2, kind: 9, value: 1 });
  });

  test("of a layout that contains itself", () => {
    const tree: AnyType = attributes("tree-attrs", "T_", {
      kind: [1, string],
      data: [2, subMessage("kind", { vxlan })],
      child: [3, lazy((): AnyType => tree)],
    });
    const bytes = unhex(`${KIND} 10000380 ${DATA}`);
    expect(decode(only(tree, "child"), bytes)).toMatchObject({ child: { data } });
  });
});

test("a message limited to some members has its whole header", () => {
  const head = struct("head", { family: u8, flags: u8 });
  const msg = message("msg", head, attributes("attrs", "A_", { id: [1, u32], port: [2, u16] }));
  const bytes = unhex("02010000 08000100 05000000 06000200 09000000");
  expect(decode(only(msg, "port"), bytes)).toEqual({ family: 2, flags: 1, port: 9 });
});

test("a struct whose last member is padding still reads what its surroundings choose", () => {
  const head = struct("head", { family: u8, flags: u8 });
  const hook = refine(choice("family", { 2: u16 }, u8), { size: 2 });
  const place = struct("place", { hook, _: pad(2) });
  const msg = message("msg", head, attributes("attrs", "A_", { place: [1, place], port: [2, u16] }));
  const bytes = unhex("02010000 08000100 05010000 06000200 09000000");
  expect(decode(only(msg, "place"), bytes)).toEqual({ family: 2, flags: 1, place: { hook: 0x105 } });
});
