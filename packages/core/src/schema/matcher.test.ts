import { describe, expect, test } from "vitest";
import { EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { lazy } from "#src/schema/lazy.js";
import { matcher } from "#src/schema/matcher.js";
import { message } from "#src/schema/message.js";
import { refine } from "#src/schema/refine.js";
import { struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import type { Type } from "#src/schema/type.js";
import { ip } from "#src/schema/types/address/ip.js";
import { lladdr } from "#src/schema/types/address/lladdr.js";
import { indexedArray, packed, repeated } from "#src/schema/types/array.js";
import { binary, string } from "#src/schema/types/bytes.js";
import { choice } from "#src/schema/types/choice.js";
import { enumeration, flags } from "#src/schema/types/flags.js";
import { flag, u8, u16, u32, u64, uint } from "#src/schema/types/scalar.js";

interface Tree {
  id?: number;
  child?: Tree;
}
const tree: Type<Tree> = attributes("tree-attrs", "TREE_", {
  id: [1, u32],
  child: [2, lazy((): Type<Tree> => tree)],
});
const kind = enumeration("K_", u8, { unspec: 0, unicast: 1 });
const bits = flags("F_", u32, { up: 1, promisc: 0x100, top: 0x8000_0000 });
const point = struct("point", { x: u16, y: u16 });
const vxlan = attributes("vxlan-attrs", "V_", { id: [1, u32] });
const layout = message(
  "thing",
  struct("head", { kind, flags: bits }),
  attributes("attrs", "A_", {
    name: [1, string],
    dst: [2, ip],
    mac: [3, lladdr],
    big: [4, u64],
    list: [5, repeated(point)],
    bytes: [6, binary],
    info: [7, attributes("info", "I_", { kind: [1, string], data: [2, subMessage("kind", { vxlan })] })],
    fdb: [8, flag],
    more: [9, bits],
    words: [10, packed(u16)],
    ids: [11, indexedArray(refine(vxlan, {}))],
    either: [12, choice("kind", { unicast: u8 }, string)],
    tree: [13, tree],
    wide: [14, uint],
  }),
);

const value = {
  kind: "unicast",
  flags: 0x8000_0001,
  name: "a",
  dst: "2001:db8::1",
  mac: "02:00:00:00:00:0a",
  big: 5n,
  list: [
    { x: 1, y: 2 },
    { x: 3, y: 4 },
  ],
  bytes: Uint8Array.of(1, 2),
  info: { kind: "vxlan", data: { vxlan: { id: 42 } } },
  words: [1, 2],
  ids: [{ id: 1 }],
  either: 7,
  tree: { child: { child: { id: 9 } } },
  wide: 6n,
};

test.each([
  {},
  { kind: "unicast" },
  { kind: 1 },
  { flags: 1 },
  { flags: bits.of("up", "top") },
  { flags: { up: true } },
  { flags: { up: true, promisc: false } },
  { flags: { top: true } },
  { more: 0 },
  { more: { up: false } },
  { dst: "2001:DB8:0::1" },
  { mac: "02-00-00-00-00-0A" },
  { big: 5n },
  { big: 5 },
  { wide: 6 },
  { list: [{ x: 1 }, { y: 4 }] },
  { bytes: Uint8Array.of(1, 2) },
  { info: {} },
  { info: { data: { vxlan: {} } } },
  { info: { data: { vxlan: { id: 42 } } } },
  { fdb: false },
  { words: [1, 2] },
  { ids: [{ id: 1 }] },
  { either: 7 },
  { kind: "unicast", either: 7 },
  { tree: { child: { child: { id: 9 } } } },
  value,
])("%o fits", (pattern) => {
  expect(matcher(layout, pattern)(value)).toBe(true);
});

test.each([
  { kind: "unspec" },
  { kind: 0 },
  { flags: 0 },
  { flags: 0x101 },
  { flags: { up: false } },
  { flags: { up: true, promisc: true } },
  { more: 1 },
  { more: { up: true } },
  { name: "b" },
  { dst: "192.0.2.1" },
  { mac: "02:00:00:00:00:0b" },
  { big: 6n },
  { list: [{ x: 1 }] },
  { list: [{ y: 4 }, { x: 1 }] },
  { bytes: Uint8Array.of(1) },
  { info: { kind: "vlan" } },
  { info: { data: { vxlan: { id: 43 } } } },
  { fdb: true },
  { words: [2, 1] },
  { either: "7" },
  { tree: { id: 1 } },
])("%o does not fit", (pattern) => {
  expect(matcher(layout, pattern)(value)).toBe(false);
});

const cycle: Tree = {};
cycle.child = cycle;

describe("an invalid pattern is an error with its place", () => {
  test.each([
    [undefined, ""],
    [null, ""],
    [5, ""],
    [[], ""],
    [new Map(), ""],
    [/x/, ""],
    [{ name: undefined }, "name"],
    [{ nmae: "a" }, "nmae"],
    [{ name: 5 }, "name"],
    [{ kind: "unicost" }, "kind"],
    [{ flags: { UP: true } }, "flags.UP"],
    [{ flags: { up: 1 } }, "flags.up"],
    [{ flags: { up: undefined } }, "flags.up"],
    [{ flags: -1 }, "flags"],
    [{ dst: "::g" }, "dst"],
    [{ list: {} }, "list"],
    [{ list: [{ x: 1 }, { z: 1 }] }, "list[1].z"],
    [{ words: new Array(2) }, "words[0]"],
    [{ info: { data: { vxlan: { id: "x" } } } }, "info.data.vxlan.id"],
    [{ info: { data: { vlan: {} } } }, "info.data.vlan"],
    [{ fdb: 1 }, "fdb"],
    [{ tree: cycle }, /^tree(\.child)+$/],
  ])("%o", (pattern, path) => {
    try {
      matcher(layout, pattern);
    } catch (error) {
      expect(error).toBeInstanceOf(EncodeError);
      return expect((error as EncodeError).path).toEqual(
        typeof path === "string" ? path : expect.stringMatching(path),
      );
    }
    throw new Error("nothing was thrown");
  });
});

test("prepares a long pattern once, at no cost if the number of elements differs", () => {
  let read = 0;
  const counted = refine(u16, {
    write(out, one) {
      read++;
      u16.write(out, one);
    },
  });
  const fits = matcher(
    packed({ ...counted, size: 2 }),
    Array.from({ length: 60_000 }, () => 1),
  );
  for (let row = 0; row < 1000; row++) expect(fits([1, 2])).toBe(false);
  expect(read).toBe(60_000);
});
