// The hash tables of u32: made, linked and filled, as in "filter … u32 ht 2:7: match … link 3:".

import { all, done, one } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Filter } from "#src/tc/filter/filter.js";
import { type U32Filter, u32Flags, u32Handle } from "#src/tc/filter/kinds/u32.js";
import { CLSACT_INGRESS } from "#src/tc/values/handle.js";
import { kept, openWorkshop, PATIENCE, type Workshop } from "../../support/tc/differential.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`tables of u32 are not compared with tc: ${why}`);

const TC = `
  filter add dev v0 ingress prio 5 protocol ip handle 2: u32 divisor 256
  filter add dev v0 ingress prio 5 protocol ip handle 3: u32 divisor 1
  filter add dev v0 ingress prio 5 protocol ip handle 800::1 u32 ht 800: match ip dst 10.0.0.0/8
    hashkey mask 0x000000ff at 16 link 2:
  filter add dev v0 ingress prio 5 protocol ip handle 2:7:9 u32 ht 2:7: match ip protocol 6 0xff
    offset at 0 mask 0x0f00 shift 6 plus 0 eat link 3:
  filter add dev v0 ingress prio 5 protocol ip handle 3:0:5 u32 ht 3: match tcp dst 80 0xffff classid 1:10`;

const SEL = { offshift: 0, nkeys: 1, offmask: 0, off: 0, offoff: 0, hoff: 0, hmask: 0 };
const OURS: readonly { handle: number; u32: U32Filter }[] = [
  { handle: u32Handle(2), u32: { divisor: 256 } },
  { handle: u32Handle(3), u32: { divisor: 1 } },
  {
    handle: u32Handle(0x800, 0, 1),
    u32: {
      hash: u32Handle(0x800),
      link: u32Handle(2),
      sel: {
        ...{ ...SEL, flags: 0, hoff: 16, hmask: 0xff },
        keys: [{ mask: 0xff00_0000, val: 0x0a00_0000, off: 16, offmask: 0 }],
      },
    },
  },
  {
    handle: u32Handle(2, 7, 9),
    u32: {
      hash: u32Handle(2, 7),
      link: u32Handle(3),
      sel: {
        ...{ ...SEL, flags: u32Flags.of("offset", "varoffset", "eat"), offshift: 6, offmask: 0xf00 },
        keys: [{ mask: 0x00ff_0000, val: 0x0006_0000, off: 8, offmask: 0 }],
      },
    },
  },
  {
    handle: u32Handle(3, 0, 5),
    u32: {
      hash: u32Handle(3),
      classid: 0x10010,
      sel: { ...SEL, flags: u32Flags.of("terminal"), keys: [{ mask: 0xffff, val: 80, off: 0, offmask: -1 }] },
    },
  },
];

describe.skipIf(why !== undefined)("tables of u32", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await openWorkshop();
    await shop.tc.must("qdisc add dev v0 clsact");
  }, PATIENCE);
  afterAll(() => shop?.close());

  it("are made, linked and filled as tc does", { timeout: PATIENCE }, async () => {
    const place = { ifindex: shop.index.v0!, parent: CLSACT_INGRESS, priority: 5, protocol: "ip" } as const;
    for (const command of TC.trim().split(/\n(?= {2}filter)/)) await shop.tc.must(command);
    const listed = () => all(shop.nl.filter.list$(place));
    const shown = () => shop.text.run("filter show dev v0 ingress");
    const [rows, said] = [await listed(), await shown()];
    await all(shop.nl.filter.flush$(place));
    expect(await listed()).toEqual([]);

    for (const { handle, u32 } of OURS)
      await done(shop.nl.filter.add$({ ...place, handle, options: { u32 } }));
    expect(kept(await listed())).toEqual(kept(rows));
    expect(await shown()).toBe(said);
    const filter: Filter = await one(
      shop.nl.filter.get$({ ...place, kind: "u32", handle: u32Handle(2, 7, 9) }),
    );
    expect(filter.options?.u32).toMatchObject({ hash: u32Handle(2, 7), link: u32Handle(3) });
  });
});
