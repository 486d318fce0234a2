import { all, done } from "@rxnetlink/core/promises";
import { expect, it } from "vitest";
import { CLSACT_INGRESS } from "#src/tc/values/handle.js";
import { actionCases } from "../../iproute2/tc/action.js";
import { classCases } from "../../iproute2/tc/class.js";
import { filterCases } from "../../iproute2/tc/filter.js";
import { flowerCases } from "../../iproute2/tc/flower.js";
import { qdiscCases } from "../../iproute2/tc/qdisc.js";
import { whyNotRoot } from "../../support/skip.js";
import { clearLink, describeTc, releaseActions, skipWhen } from "../../support/tc/bench.js";
import { comparable } from "../../support/tc/comparable.js";
import { proveHandBack } from "../../support/tc/hand-back.js";
import { actions, classes, filters, qdiscs } from "../../support/tc/subjects.js";

const whyNoActions = whyNotRoot();
if (whyNoActions !== undefined) console.log(`skipped: actions: ${whyNoActions}`);

const named = <R extends { tc?: string; name?: string }>(rows: readonly R[]) =>
  rows.map((row) => [row.tc ?? row.name!, row] as const);

describeTc("listed objects of traffic control can be handed back", (bench) => {
  // The kernel does not report the settings of `plug`, so they cannot be handed back.
  const reported = qdiscCases.filter(({ tc }) => !tc?.startsWith("plug"));
  it.for(named(reported))("qdisc %s", async ([, row], context) => {
    await clearLink(bench);
    await proveHandBack(bench, qdiscs(bench), row, context);
  });

  it.for(named(classCases))("class %s", async ([, row], context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks(`qdisc add dev v0 root handle 1: ${row.qdisc}`));
    await proveHandBack(bench, classes(bench), row, context);
  });

  it.for([
    "prio",
    "tbf rate 1mbit burst 10k limit 30k",
    "mq",
    "multiq",
    "red limit 400000 avpkt 1000",
    "hfsc",
    "ets bands 3",
  ])("classes created by %s", async (qdisc, context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks(`qdisc add dev v0 root handle 1: ${qdisc}`));
    const rows = () => all(bench.nl.class.list$({ ifindex: bench.index.v0! }));
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    for (const row of before) await done(bench.nl.class.change$(row));
    for (const row of before) await done(bench.nl.class.replace$(row));
    expect(comparable(await rows())).toEqual(comparable(before));
  });

  it.for(named([...filterCases, ...flowerCases]))("filter %s", async ([, row], context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks("qdisc add dev v0 clsact"));
    await proveHandBack(bench, filters(bench), row, context);
  });

  it.skipIf(whyNoActions !== undefined).for(named(actionCases))(
    "action %s",
    async ([words, row], context) => {
      const subject = actions(bench, words.split(" ")[0]!);
      await releaseActions(bench, subject);
      await proveHandBack(bench, subject, row, context);
    },
  );

  it("rows of a priority and tables of u32", async (context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks("qdisc add dev v0 clsact"));
    await bench.tc.must(
      "filter add dev v0 ingress prio 5 protocol ip u32 match ip src 10.0.0.0/8 flowid 1:10",
    );
    await bench.tc.must("filter add dev v0 ingress prio 6 protocol ip bpf bytecode '1,6 0 0 0'");
    const rows = () => all(bench.nl.filter.list$({ ifindex: bench.index.v0!, parent: CLSACT_INGRESS }));
    const before = await rows();
    expect(before.map(({ handle }) => handle)).toEqual([0, 0x8000_0000, 0x8000_0800, 0, 1]);
    for (const row of before) await done(bench.nl.filter.change$(row));
    for (const row of before) await done(bench.nl.filter.replace$(row));
    expect(comparable(await rows())).toEqual(comparable(before));
  });

  it("chains, with and without a template", async (context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks("qdisc add dev v0 clsact"));
    const place = { ifindex: bench.index.v0!, parent: CLSACT_INGRESS };
    await bench.tc.must("chain add dev v0 ingress chain 3");
    await bench.tc.run(
      "chain add dev v0 ingress chain 4 protocol 802.1q flower vlan_id 0 vlan_ethtype ip dst_ip 0.0.0.0/16",
    );
    const rows = () => all(bench.nl.chain.list$(place));
    const before = await rows();
    for (const row of before) await done(bench.nl.chain.change$(row));
    for (const row of before) await done(bench.nl.chain.replace$(row));
    for (const row of before) await done(bench.nl.chain.delete$(row));
    expect(await rows()).toEqual([]);
    for (const row of before) await done(bench.nl.chain.add$(row));
    expect(comparable(await rows())).toEqual(comparable(before));
  });

  it("a qdisc with a size table, blocks, and default qdiscs", async () => {
    await clearLink(bench);
    await bench.tc.must(
      "qdisc add dev v0 root handle 1: stab linklayer atm overhead 20 mpu 64 pfifo limit 7",
    );
    await bench.tc.must("qdisc add dev w0 ingress_block 10 egress_block 11 clsact");
    const rows = async () =>
      (await all(bench.nl.qdisc.list$())).filter(({ ifindex }) => ifindex !== bench.index.v1);
    const before = await rows();
    for (const row of before) await done(bench.nl.qdisc.change$(row));
    for (const row of before) await done(bench.nl.qdisc.replace$(row));
    expect(comparable(await rows())).toEqual(comparable(before));
    const added = before.filter(({ handle }) => handle !== 0);
    expect(added).toHaveLength(2);
    for (const row of added) await done(bench.nl.qdisc.delete$(row));
    for (const row of added) await done(bench.nl.qdisc.add$(row));
    expect(comparable(await rows())).toEqual(comparable(before));
    await bench.tc.must("qdisc del dev w0 clsact");
  });

  it("a gred qdisc with its virtual queues", async (context) => {
    await clearLink(bench);
    skipWhen(
      context,
      await bench.tc.lacks("qdisc add dev v0 root handle 1: gred setup vqs 3 default 2 grio limit 60000"),
    );
    for (const vq of [1, 2])
      await bench.tc.must(
        `qdisc change dev v0 root handle 1: gred limit 60000 min 15000 max 25000 burst 20 avpkt 1000 bandwidth 10mbit vq ${vq} probability 0.0${vq} prio ${vq}`,
      );
    const subject = qdiscs(bench);
    const one = async () => subject.select(await all(subject.object.list$(subject.place)));
    const before = (await one())!;
    await done(bench.nl.qdisc.change$(before));
    await done(bench.nl.qdisc.delete$(before));
    await done(bench.nl.qdisc.add$(before));
    expect(comparable(await one())).toEqual(comparable(before));
  });
});
