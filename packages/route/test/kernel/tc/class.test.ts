import { all, done, one } from "@rxnetlink/core/promises";
import { beforeAll, expect, it } from "vitest";
import { handle, TC_H_ROOT } from "#src/tc/values/handle.js";
import { type ClassCase, classCases } from "../../iproute2/tc/class.js";
import { PATIENCE } from "../../support/namespace.js";
import { describeTc, skipWhen } from "../../support/tc/bench.js";
import { comparable, tcOutput } from "../../support/tc/comparable.js";
import { proveLifecycle } from "../../support/tc/lifecycle.js";
import { classes } from "../../support/tc/subjects.js";

describeTc("classes as tc creates and prints them", (bench) => {
  let ifindex: number;

  beforeAll(async () => {
    ifindex = bench.index.v0!;
  }, PATIENCE);

  async function addQdisc(qdisc: string): Promise<string | undefined> {
    await bench.tc.run("qdisc del dev v0 root");
    return bench.tc.lacks(`qdisc add dev v0 root handle 1: ${qdisc}`);
  }

  it.for(classCases.map((row) => [row.tc!, row] as const))(
    "%s",
    async ([, row]: readonly [string, ClassCase], context) => {
      skipWhen(context, await addQdisc(row.qdisc));
      await proveLifecycle(bench, classes(bench), row, context);
    },
  );

  it("of ets exist from the start, with a quantum that can be changed", async (context) => {
    skipWhen(context, await addQdisc("ets bands 4 strict 2 quanta 2000 3000"));
    const quantum = async () =>
      (await all(bench.nl.class.list$({ ifindex, handle: handle("1:3") })))[0]?.options?.ets?.quantaBand;
    expect(await quantum()).toBe(2000);
    await done(
      bench.nl.class.change$({ ifindex, handle: handle("1:3"), options: { ets: { quantaBand: 3300 } } }),
    );
    expect(await quantum()).toBe(3300);
    expect(await tcOutput(bench, "class show dev v0")).toContain("quantum 3300");
  });

  it.for(["prio", "tbf rate 1mbit burst 10k limit 30k", "mq", "multiq", "red limit 400000 avpkt 1000"])(
    "of %s have no settings",
    async (qdisc, context) => {
      skipWhen(context, await addQdisc(qdisc));
      const ours = await all(bench.nl.class.list$({ ifindex }));
      const theirs = [...(await bench.text.run("class show dev v0")).matchAll(/^class (\S+) (\S+)/gm)];
      expect(theirs.length).toBeGreaterThan(0);
      expect(ours.map(({ kind, handle: it }) => [kind, it])).toEqual(
        theirs.map(([, kind, id]) => [kind, handle(id!)]),
      );
      expect(ours.every(({ options }) => options === undefined)).toBe(true);
    },
  );

  it("form a tree whose leaves have qdiscs", async () => {
    expect(await addQdisc("htb")).toBeUndefined();
    await bench.tc.must("class add dev v0 parent 1: classid 1:1 htb rate 10mbit");
    await bench.tc.must("class add dev v0 parent 1:1 classid 1:10 htb rate 1mbit");
    await bench.tc.must("qdisc add dev v0 parent 1:10 handle 10: pfifo limit 5");
    const rows = await all(bench.nl.class.list$({ ifindex, parent: handle("1:") }));
    expect(rows.map(({ handle, parent, info }) => ({ handle, parent, info }))).toEqual(
      expect.arrayContaining([
        { handle: handle("1:1"), parent: TC_H_ROOT, info: 0 },
        { handle: handle("1:10"), parent: handle("1:1"), info: handle("10:") },
      ]),
    );
    const inner = await one(bench.nl.qdisc.get$({ ifindex, parent: handle("1:10") }));
    expect(inner).toMatchObject({ handle: handle("10:"), options: { pfifo: { limit: 5 } } });
    await expect(all(bench.nl.class.list$({ ifindex, parent: handle("1:1") }))).rejects.toThrow("parent");
    const flushed = await all(bench.nl.class.flush$({ ifindex, parent: handle("1:") }));
    expect(flushed).toHaveLength(2);
    expect(comparable(await all(bench.nl.class.list$({ ifindex })))).toEqual([]);
  });
});
