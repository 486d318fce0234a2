import { DecodeError } from "@rxnetlink/core";
import { describe, expect, test } from "vitest";
import type { DevlinkFmsgPart } from "#src/devlink/health/layout.js";
import { FmsgTree } from "#src/devlink/health/tree.js";

const OBJECT: DevlinkFmsgPart = { fmsgObjNestStart: true };
const ARRAY: DevlinkFmsgPart = { fmsgArrNestStart: true };
const PAIR: DevlinkFmsgPart = { fmsgPairNestStart: true };
const END: DevlinkFmsgPart = { fmsgNestEnd: true };
const number = (value: number): DevlinkFmsgPart[] => [
  { fmsgObjValueType: "u32" },
  { fmsgObjValueData: { u32: value } },
];
const bytes = (...values: number[]): DevlinkFmsgPart[] => [
  { fmsgObjValueType: "binary" },
  { fmsgObjValueData: { binary: Uint8Array.from(values) } },
];
const pair = (fmsgObjName: string, value: DevlinkFmsgPart[]) => [PAIR, { fmsgObjName }, ...value, END];

function whole(parts: DevlinkFmsgPart[]) {
  const tree = new FmsgTree();
  for (const part of parts) tree.add(part);
  return tree.whole();
}

describe("a tree of fmsg", () => {
  test("has objects, arrays and values", () => {
    const inner = [OBJECT, ...pair("id", number(7)), END];
    const parts = [
      OBJECT,
      ...pair("count", number(2)),
      ...pair("all", [ARRAY, ...inner, ...inner, END]),
      END,
    ];
    expect(whole(parts)).toEqual({ count: 2, all: [{ id: 7 }, { id: 7 }] });
  });

  test("joins long bytes, and tells flags from numbers", () => {
    const flag: DevlinkFmsgPart[] = [{ fmsgObjValueType: "flag" }, { fmsgObjValueData: { flag: 0 } }];
    const parts = [
      OBJECT,
      ...pair("raw", [ARRAY, ...bytes(1, 2), ...bytes(3), END]),
      ...pair("on", flag),
      END,
    ];
    expect(whole(parts)).toEqual({ raw: Uint8Array.of(1, 2, 3), on: false });
  });

  test("keeps all pairs of one name", () => {
    expect(whole([OBJECT, ...pair("x", number(1)), ...pair("x", number(2)), END])).toEqual({ x: [1, 2] });
  });

  test("keeps what follows after too many ends", () => {
    const parts = [OBJECT, ...pair("a", number(1)), END, END, ...pair("b", number(2)), END];
    expect(whole(parts)).toEqual({ a: 1, b: 2 });
  });

  test("is refused if it does not end", () => {
    expect(() => whole([OBJECT, ...pair("a", number(1))])).toThrow(DecodeError);
  });
});
