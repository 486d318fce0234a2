// Settings of kinds that this version does not know are kept and written back.
import { type AnyType, Writer } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { chainMessage } from "#src/tc/chain/layout.js";
import { classMessage } from "#src/tc/class/layout.js";
import { ematches, ematchTree } from "#src/tc/filter/kinds/ematch/ematch.js";
import { filterMessage } from "#src/tc/filter/layout.js";
import { qdiscMessage } from "#src/tc/qdisc/layout.js";

const SETTINGS = Uint8Array.of(8, 0, 1, 0, 1, 2, 3, 4);

function again(type: AnyType, value: object): unknown {
  const out = new Writer(undefined, true);
  type.write(out, value);
  const bytes = out.take();
  return type.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
}

it.each<[AnyType]>([[qdiscMessage], [classMessage], [filterMessage], [chainMessage]])("%o", (layout) => {
  const value = { kind: "fq_new", options: { unknown: SETTINGS } };
  expect(again(layout, value)).toMatchObject(value);
});

it("an action in a filter", () => {
  const act = [{ kind: "ctl_new", options: { unknown: SETTINGS } }];
  expect(again(filterMessage, { options: { matchall: { act } } })).toMatchObject({
    options: { matchall: { act } },
  });
});

it("a match in a tree of matches", () => {
  const tree = {
    treeHdr: { nmatches: 2, progid: 0 },
    treeList: [
      { kind: 77, flags: 1 },
      { kind: "vlan", flags: 0 },
    ],
  };
  const terms = [
    { kind: 77, data: { unknown: SETTINGS } },
    { kind: "vlan", data: { unknown: SETTINGS } },
  ] as const;
  expect(again(ematches, ematchTree(terms))).toMatchObject({
    ...tree,
    treeList: tree.treeList.map((match) => ({ ...match, data: { unknown: SETTINGS } })),
  });
});
