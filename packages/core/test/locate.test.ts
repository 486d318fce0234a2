import { describe, expect, test } from "vitest";
import { attributes } from "#src/schema/attributes.js";
import { lazy } from "#src/schema/lazy.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import type { Type } from "#src/schema/type.js";
import { indexedArray, records, repeated } from "#src/schema/types/array.js";
import { binary, string } from "#src/schema/types/bytes.js";
import { u8, u16, u32 } from "#src/schema/types/scalar.js";
import { encode, viewOf } from "./support/codec.js";

interface Tree {
  id?: number;
  child?: Tree;
}
const tree: Type<Tree> = attributes("tree-attrs", "TREE_", {
  id: [1, u32],
  child: [2, lazy((): Type<Tree> => tree)],
});
const vxlan = attributes("vxlan-attrs", "IFLA_VXLAN_", { id: [1, u32], link: [2, u32] });
const info = attributes("info-attrs", "INFO_", {
  kind: [1, string],
  data: [2, subMessage("kind", { vxlan, raw: binary })],
});
const hop = message("hop", struct("hop", { length: u16, weight: u16 }), vxlan);
const link = message(
  "link",
  struct("head", { family: u8, index: u32 }),
  attributes("link-attrs", "IFLA_", {
    mtu: [1, u32],
    names: [2, repeated(string)],
    linkinfo: [3, info],
    tree: [4, tree],
    list: [5, indexedArray(vxlan)],
    hops: [6, records(hop)],
  }),
);

const value = {
  family: 0,
  index: 1,
  mtu: 1500,
  names: ["aaaa", "b"],
  linkinfo: { kind: "vxlan", data: { vxlan: { id: 5, link: 6 } } },
  tree: { child: { child: { id: 9 } } },
  list: [{ id: 1 }, { id: 2 }],
  hops: [
    { length: 12, weight: 1, id: 3 },
    { length: 12, weight: 1, link: 4 },
  ],
  unknown: [{ type: 99, bytes: Uint8Array.of(1, 2, 3, 4) }],
};

/** Returns the path to each word of the message, in order, without repetitions. */
function paths(): string[] {
  const bytes = encode(link, value);
  const view = viewOf(bytes);
  const found = new Set<string>();
  for (let offset = 0; offset < bytes.length; offset += 4)
    found.add(link.locate!(view, 0, bytes.length, offset).path.join("."));
  return [...found];
}

test("every byte of a message leads to the member that holds it", () => {
  expect(paths()).toEqual([
    "",
    "mtu",
    "names.[0]",
    "names.[1]",
    "linkinfo",
    "linkinfo.kind",
    "linkinfo.data.vxlan",
    "linkinfo.data.vxlan.id",
    "linkinfo.data.vxlan.link",
    "tree",
    "tree.child",
    "tree.child.child",
    "tree.child.child.id",
    "list",
    "list.[0]",
    "list.[0].id",
    "list.[1]",
    "list.[1].id",
    "hops",
    "hops.[0]",
    "hops.[0].id",
    "hops.[1]",
    "hops.[1].link",
    "[attribute 99]",
  ]);
});

describe("a place outside", () => {
  const bytes = encode(link, value);

  test.each([bytes.length, bytes.length + 100, 2 ** 32])("offset %i leads to the whole", (offset) => {
    expect(link.locate!(viewOf(bytes), 0, bytes.length, offset)).toEqual({ path: [], type: link.attributes });
  });
});

test.each([
  ["raw", "data.raw"],
  ["gre", "data.unknown"],
])("the data of kind %s is found as %s", (kind, path) => {
  const data = kind === "raw" ? { raw: Uint8Array.of(1) } : { unknown: Uint8Array.of(1) };
  const bytes = encode(info, { kind, data });
  expect(info.locate!(viewOf(bytes), 0, bytes.length, bytes.length - 4).path.join(".")).toBe(path);
});
