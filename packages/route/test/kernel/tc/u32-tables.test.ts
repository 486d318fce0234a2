// Hash tables of u32: created, linked and filled, as in "filter … u32 ht 2:7: match … link 3:".

import { all, done, one } from "@rxnetlink/core/promises";
import { beforeAll, expect, it } from "vitest";
import { type U32Filter, u32Flags, u32Handle } from "#src/tc/filter/kinds/u32.js";
import type { Filter } from "#src/tc/filter/layout.js";
import { CLSACT_INGRESS } from "#src/tc/values/handle.js";
import { PATIENCE } from "../../support/namespace.js";
import { describeTc } from "../../support/tc/bench.js";
import { comparable } from "../../support/tc/comparable.js";

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

describeTc("tables of u32", (bench) => {
  beforeAll(async () => {
    await bench.tc.must("qdisc add dev v0 clsact");
  }, PATIENCE);

  it("are created, linked and filled as by tc", async () => {
    const place = { ifindex: bench.index.v0!, parent: CLSACT_INGRESS, priority: 5, protocol: "ip" } as const;
    for (const command of TC.trim().split(/\n(?= {2}filter)/)) await bench.tc.must(command);
    const listed = () => all(bench.nl.filter.list$(place));
    const print = () => bench.text.run("filter show dev v0 ingress");
    const [rows, output] = [await listed(), await print()];
    await all(bench.nl.filter.flush$(place));
    expect(await listed()).toEqual([]);

    for (const { handle, u32 } of OURS)
      await done(bench.nl.filter.add$({ ...place, handle, options: { u32 } }));
    expect(comparable(await listed())).toEqual(comparable(rows));
    expect(await print()).toBe(output);
    const filter: Filter = await one(
      bench.nl.filter.get$({ ...place, kind: "u32", handle: u32Handle(2, 7, 9) }),
    );
    expect(filter.options?.u32).toMatchObject({ hash: u32Handle(2, 7), link: u32Handle(3) });
  });
});
