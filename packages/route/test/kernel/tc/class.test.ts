import { all, done, one } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TcClass } from "#src/tc/class/layout.js";
import { handle, TC_H_ROOT } from "#src/tc/values/handle.js";
import { type ClassCase, classCases } from "../../iproute2/tc/class.js";
import {
  kept,
  type Manner,
  openWorkshop,
  PATIENCE,
  prove,
  shown,
  skipped,
  type Workshop,
} from "../../support/tc/differential.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`classes are not compared with tc: ${why}`);

describe.skipIf(why !== undefined)("classes as tc makes and prints them", () => {
  let shop: Workshop;
  let ifindex: number;
  let manner: Manner<TcClass>;

  beforeAll(async () => {
    shop = await openWorkshop();
    ifindex = shop.index.v0!;
    manner = {
      object: shop.nl.class,
      add: "class add dev v0 parent 1: classid 1:10",
      show: "class show dev v0",
      clear: "class del dev v0 classid 1:10",
      place: { ifindex, parent: handle("1:"), handle: handle("1:10") },
      chosen: (rows) => rows.find((row) => row.handle === handle("1:10")),
      key: ({ ifindex, handle }) => ({ ifindex, handle }),
    };
  }, PATIENCE);
  afterAll(() => shop?.close());

  async function under(qdisc: string): Promise<string | undefined> {
    await shop.tc.run("qdisc del dev v0 root");
    return shop.tc.lacks(`qdisc add dev v0 root handle 1: ${qdisc}`);
  }

  it.for(classCases.map((row) => [row.tc!, row] as const))(
    "%s",
    { timeout: PATIENCE },
    async ([, row]: readonly [string, ClassCase], context) => {
      skipped(context, await under(row.qdisc));
      await prove(shop, manner, row, context);
    },
  );

  it("of ets are there from the start, and change their quantum", { timeout: PATIENCE }, async (context) => {
    skipped(context, await under("ets bands 4 strict 2 quanta 2000 3000"));
    const quantum = async () =>
      (await all(shop.nl.class.list$({ ifindex, handle: handle("1:3") })))[0]?.options?.ets?.quantaBand;
    expect(await quantum()).toBe(2000);
    await done(
      shop.nl.class.change$({ ifindex, handle: handle("1:3"), options: { ets: { quantaBand: 3300 } } }),
    );
    expect(await quantum()).toBe(3300);
    expect(await shown(shop, "class show dev v0")).toContain("quantum 3300");
  });

  it.for(["prio", "tbf rate 1mbit burst 10k limit 30k", "mq", "multiq", "red limit 400000 avpkt 1000"])(
    "of %s have no settings",
    { timeout: PATIENCE },
    async (qdisc, context) => {
      skipped(context, await under(qdisc));
      const ours = await all(shop.nl.class.list$({ ifindex }));
      const theirs = [...(await shop.text.run("class show dev v0")).matchAll(/^class (\S+) (\S+)/gm)];
      expect(theirs.length).toBeGreaterThan(0);
      expect(ours.map(({ kind, handle: it }) => [kind, it])).toEqual(
        theirs.map(([, kind, id]) => [kind, handle(id!)]),
      );
      expect(ours.every(({ options }) => options === undefined)).toBe(true);
    },
  );

  it("form a tree, whose leaves hold qdiscs", { timeout: PATIENCE }, async () => {
    expect(await under("htb")).toBeUndefined();
    await shop.tc.must("class add dev v0 parent 1: classid 1:1 htb rate 10mbit");
    await shop.tc.must("class add dev v0 parent 1:1 classid 1:10 htb rate 1mbit");
    await shop.tc.must("qdisc add dev v0 parent 1:10 handle 10: pfifo limit 5");
    const rows = await all(shop.nl.class.list$({ ifindex, parent: handle("1:") }));
    expect(rows.map(({ handle, parent, info }) => ({ handle, parent, info }))).toEqual(
      expect.arrayContaining([
        { handle: handle("1:1"), parent: TC_H_ROOT, info: 0 },
        { handle: handle("1:10"), parent: handle("1:1"), info: handle("10:") },
      ]),
    );
    const inner = await one(shop.nl.qdisc.get$({ ifindex, parent: handle("1:10") }));
    expect(inner).toMatchObject({ handle: handle("10:"), options: { pfifo: { limit: 5 } } });
    await expect(all(shop.nl.class.list$({ ifindex, parent: handle("1:1") }))).rejects.toThrow("parent");
    const flushed = await all(shop.nl.class.flush$({ ifindex, parent: handle("1:") }));
    expect(flushed).toHaveLength(2);
    expect(kept(await all(shop.nl.class.list$({ ifindex })))).toEqual([]);
  });
});
