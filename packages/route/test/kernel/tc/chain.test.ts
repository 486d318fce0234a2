import type { NetlinkNotification } from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import { firstValueFrom, filter as where } from "rxjs";
import { beforeAll, expect, it, type TestContext } from "vitest";
import { actionParms, gotoChain } from "#src/tc/action/act-gen.js";
import type { Chain } from "#src/tc/chain/layout.js";
import { sharedBlock, TCM_IFINDEX_MAGIC_BLOCK } from "#src/tc/filter/shared-block.js";
import { CLSACT_INGRESS, TC_H_CLSACT } from "#src/tc/values/handle.js";
import { PATIENCE } from "../../support/namespace.js";
import { describeTc, skipWhen } from "../../support/tc/bench.js";

describeTc("chains and shared blocks as tc creates and prints them", (bench) => {
  let place: { ifindex: number; parent: number };

  beforeAll(async () => {
    place = { ifindex: bench.index.v0!, parent: CLSACT_INGRESS };
    await bench.tc.must("qdisc add dev v0 clsact");
  }, PATIENCE);

  const numbers = async () => (await all(bench.nl.chain.list$(place))).map(({ chain }) => chain);
  const printed = () => bench.tc.json<{ parent: string; chain: number }[]>("chain show dev v0 ingress");

  /** Returns the first notification that fits. */
  function nextNotification(fits: (it: NetlinkNotification<Chain>) => boolean): {
    ready: Promise<void>;
    first: Promise<NetlinkNotification<Chain>>;
  } {
    let listening: () => void;
    const ready = new Promise<void>((resolve) => {
      listening = resolve;
    });
    const notifications$ = bench.nl.chain.notifications$({ listening: () => listening() });
    return { ready, first: firstValueFrom(notifications$.pipe(where(fits))) };
  }

  it("are added, notified, listed, read and deleted", async () => {
    const made = nextNotification((it) => "value" in it && it.type === "new" && it.value.chain === 7);
    await made.ready;
    await done(bench.nl.chain.add$({ ...place, chain: 7 }));
    expect(await made.first).toMatchObject({ value: { chain: 7, ifindex: place.ifindex } });
    expect((await printed()).map(({ chain }) => chain)).toEqual([7]);
    await bench.tc.must("chain add dev v0 ingress chain 9");
    expect(await numbers()).toEqual([7, 9]);
    expect(await one(bench.nl.chain.get$({ ...place, chain: 9 }))).toMatchObject({
      chain: 9,
      parent: CLSACT_INGRESS,
    });
    await expect(done(bench.nl.chain.add$({ ...place, chain: 7 }))).rejects.toMatchObject({ code: "EEXIST" });

    const gone = nextNotification((it) => "value" in it && it.type === "delete" && it.value.chain === 7);
    await gone.ready;
    await done(bench.nl.chain.delete$({ ...place, chain: 7 }));
    expect(await gone.first).toMatchObject({ value: { chain: 7 } });
    await expect(one(bench.nl.chain.get$({ ...place, chain: 7 }))).rejects.toMatchObject({ code: "EINVAL" });
    await all(bench.nl.chain.flush$(place));
    expect(await printed()).toEqual([]);
  });

  async function lacksFlower(context: TestContext): Promise<void> {
    skipWhen(context, await bench.tc.lacks("filter add dev v0 ingress chain 1 protocol ip prio 1 flower"));
    await bench.tc.must("filter del dev v0 ingress chain 1");
  }

  it("have templates that restrict their filters", async (context) => {
    await lacksFlower(context);
    await bench.tc.must("chain add dev v0 ingress chain 3 protocol ip flower dst_ip 0.0.0.0/16");
    const [template] = await all(bench.nl.chain.list$({ ...place, chain: 3 }));
    const flower = { keyEthType: "ip" as const, keyIpv4Dst: "0.0.0.0", keyIpv4DstMask: "255.255.0.0" };
    expect(template).toMatchObject({ kind: "flower", options: { flower } });

    await done(bench.nl.chain.add$({ ...place, chain: 4, options: { flower } }));
    const [, ours] = await all(bench.nl.chain.list$(place));
    expect({ ...ours, chain: 3 }).toEqual(template);
    const [first, second] = await printed();
    expect({ ...second, chain: 3 }).toEqual(first);

    const chosen = { ...place, chain: 4, priority: 1, protocol: "ip" as const };
    const fits = { flower: { ...flower, keyIpv4Dst: "192.0.0.0" } };
    await done(bench.nl.filter.add$({ ...chosen, options: fits }));
    const other = { flower: { keyEthType: "ip" as const, keyIpv4Src: "192.0.2.1" } };
    await expect(done(bench.nl.filter.add$({ ...chosen, options: other }))).rejects.toMatchObject({
      code: "EINVAL",
    });
    await bench.tc.must("filter del dev v0 ingress chain 4");
    await all(bench.nl.chain.flush$(place));
  });

  it("are reached from filters", async (context) => {
    await lacksFlower(context);
    const act = [{ options: { gact: { parms: actionParms(gotoChain(12)) } } }];
    const options = { flower: { keyEthType: "ip" as const, keyIpv4Dst: "192.0.2.1", act } };
    await done(bench.nl.filter.add$({ ...place, priority: 1, protocol: "ip", options }));
    await done(bench.nl.filter.add$({ ...place, chain: 12, priority: 1, options: { matchall: {} } }));
    expect(await bench.text.run("filter show dev v0 ingress")).toContain("goto chain 12");
    expect(await numbers()).toEqual([0, 12]);
    const inside = await all(bench.nl.filter.list$({ ...place, chain: 12 }));
    expect(inside.map(({ kind, chain }) => [kind, chain])).toContainEqual(["matchall", 12]);
    await all(bench.nl.filter.flush$(place));
    expect(await bench.tc.json("filter show dev v0 ingress")).toEqual([]);
  });

  it("are shared by links in blocks", async () => {
    const { nl, tc, index } = bench;
    await done(nl.qdisc.add$({ ifindex: index.w0!, parent: TC_H_CLSACT, kind: "clsact", ingressBlock: 10 }));
    await tc.must("qdisc add dev w1 ingress_block 10 egress_block 11 clsact");
    const qdiscs = await all(nl.qdisc.list$({ kind: "clsact" }));
    const blocks = qdiscs.map(({ ifindex, ingressBlock, egressBlock }) => [
      ifindex,
      ingressBlock,
      egressBlock,
    ]);
    expect(blocks).toContainEqual([index.w0, 10, undefined]);
    expect(blocks).toContainEqual([index.w1, 10, 11]);

    const program = { opsLen: 1, ops: [{ code: 6, jt: 0, jf: 0, k: 0 }] };
    await done(nl.filter.add$({ ...sharedBlock(10), priority: 5, options: { bpf: program } }));
    expect(await bench.text.run("filter show block 10")).toContain("bytecode '1,6 0 0 0'");
    const [, filter] = await all(nl.filter.list$(sharedBlock(10)));
    expect(filter).toMatchObject({ ifindex: TCM_IFINDEX_MAGIC_BLOCK, parent: 10, kind: "bpf", priority: 5 });
    await done(nl.chain.add$({ ...sharedBlock(10), chain: 2 }));
    expect((await all(nl.chain.list$(sharedBlock(10)))).map(({ chain }) => chain)).toEqual([0, 2]);
    await all(nl.filter.flush$(sharedBlock(10)));
    expect(await bench.tc.json("filter show block 10")).toEqual([]);
  });
});
