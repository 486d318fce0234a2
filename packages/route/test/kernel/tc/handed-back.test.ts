import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Action } from "#src/tc/action/act.js";
import { CLSACT_INGRESS } from "#src/tc/values/handle.js";
import { actionCases } from "../../iproute2/tc/action.js";
import { classCases } from "../../iproute2/tc/class.js";
import { filterCases } from "../../iproute2/tc/filter.js";
import { flowerCases } from "../../iproute2/tc/flower.js";
import { qdiscCases } from "../../iproute2/tc/qdisc.js";
import { whyNotRoot } from "../../support/privilege.js";
import {
  kept,
  type Manner,
  openWorkshop,
  PATIENCE,
  skipped,
  type Workshop,
} from "../../support/tc/differential.js";
import { handedBack } from "../../support/tc/handed-back.js";
import { actions, classes, filters, qdiscs } from "../../support/tc/manners.js";
import { emptied, released } from "../../support/tc/released.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`objects of traffic control are not handed back: ${why}`);
const whyNoActions = whyNotRoot();

const named = <R extends { tc?: string; name?: string }>(rows: readonly R[]) =>
  rows.map((row) => [row.tc ?? row.name!, row] as const);

describe.skipIf(why !== undefined)("what is listed can be handed back", () => {
  let shop: Workshop;

  beforeAll(async () => {
    shop = await openWorkshop();
  }, PATIENCE);
  afterAll(() => shop?.close());

  const bare = () => emptied(shop);
  const unheld = (manner: Manner<Action>) => released(shop, manner);

  // The kernel tells nothing of `plug`, so that there is nothing to be handed back.
  const told = qdiscCases.filter(({ tc }) => !tc?.startsWith("plug"));
  it.for(named(told))("qdisc %s", { timeout: PATIENCE }, async ([, row], context) => {
    await bare();
    await handedBack(shop, qdiscs(shop), row, context);
  });

  it.for(named(classCases))("class %s", { timeout: PATIENCE }, async ([, row], context) => {
    await bare();
    skipped(context, await shop.tc.lacks(`qdisc add dev v0 root handle 1: ${row.qdisc}`));
    await handedBack(shop, classes(shop), row, context);
  });

  it.for([
    "prio",
    "tbf rate 1mbit burst 10k limit 30k",
    "mq",
    "multiq",
    "red limit 400000 avpkt 1000",
    "hfsc",
    "ets bands 3",
  ])("classes that come with %s", { timeout: PATIENCE }, async (qdisc, context) => {
    await bare();
    skipped(context, await shop.tc.lacks(`qdisc add dev v0 root handle 1: ${qdisc}`));
    const rows = () => all(shop.nl.class.list$({ ifindex: shop.index.v0! }));
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    for (const row of before) await done(shop.nl.class.change$(row));
    for (const row of before) await done(shop.nl.class.replace$(row));
    expect(kept(await rows())).toEqual(kept(before));
  });

  it.for(named([...filterCases, ...flowerCases]))(
    "filter %s",
    { timeout: PATIENCE },
    async ([, row], context) => {
      await bare();
      skipped(context, await shop.tc.lacks("qdisc add dev v0 clsact"));
      await handedBack(shop, filters(shop), row, context);
    },
  );

  it.skipIf(whyNoActions !== undefined).for(named(actionCases))(
    "action %s",
    { timeout: PATIENCE },
    async ([words, row], context) => {
      const manner = actions(shop, words.split(" ")[0]!);
      await unheld(manner);
      await handedBack(shop, manner, row, context);
    },
  );

  it("rows of a priority and tables of u32", { timeout: PATIENCE }, async (context) => {
    await bare();
    skipped(context, await shop.tc.lacks("qdisc add dev v0 clsact"));
    await shop.tc.must(
      "filter add dev v0 ingress prio 5 protocol ip u32 match ip src 10.0.0.0/8 flowid 1:10",
    );
    await shop.tc.must("filter add dev v0 ingress prio 6 protocol ip bpf bytecode '1,6 0 0 0'");
    const rows = () => all(shop.nl.filter.list$({ ifindex: shop.index.v0!, parent: CLSACT_INGRESS }));
    const before = await rows();
    expect(before.map(({ handle }) => handle)).toEqual([0, 0x8000_0000, 0x8000_0800, 0, 1]);
    for (const row of before) await done(shop.nl.filter.change$(row));
    for (const row of before) await done(shop.nl.filter.replace$(row));
    expect(kept(await rows())).toEqual(kept(before));
  });

  it("chains, with and without a template", { timeout: PATIENCE }, async (context) => {
    await bare();
    skipped(context, await shop.tc.lacks("qdisc add dev v0 clsact"));
    const place = { ifindex: shop.index.v0!, parent: CLSACT_INGRESS };
    await shop.tc.must("chain add dev v0 ingress chain 3");
    await shop.tc.run(
      "chain add dev v0 ingress chain 4 protocol 802.1q flower vlan_id 0 vlan_ethtype ip dst_ip 0.0.0.0/16",
    );
    const rows = () => all(shop.nl.chain.list$(place));
    const before = await rows();
    for (const row of before) await done(shop.nl.chain.change$(row));
    for (const row of before) await done(shop.nl.chain.replace$(row));
    for (const row of before) await done(shop.nl.chain.delete$(row));
    expect(await rows()).toEqual([]);
    for (const row of before) await done(shop.nl.chain.add$(row));
    expect(kept(await rows())).toEqual(kept(before));
  });

  it("a qdisc with a size table, blocks, and what a link has by itself", { timeout: PATIENCE }, async () => {
    await bare();
    await shop.tc.must("qdisc add dev v0 root handle 1: stab linklayer atm overhead 20 mpu 64 pfifo limit 7");
    await shop.tc.must("qdisc add dev w0 ingress_block 10 egress_block 11 clsact");
    const rows = async () =>
      (await all(shop.nl.qdisc.list$())).filter(({ ifindex }) => ifindex !== shop.index.v1);
    const before = await rows();
    for (const row of before) await done(shop.nl.qdisc.change$(row));
    for (const row of before) await done(shop.nl.qdisc.replace$(row));
    expect(kept(await rows())).toEqual(kept(before));
    const made = before.filter(({ handle }) => handle !== 0);
    expect(made).toHaveLength(2);
    for (const row of made) await done(shop.nl.qdisc.delete$(row));
    for (const row of made) await done(shop.nl.qdisc.add$(row));
    expect(kept(await rows())).toEqual(kept(before));
    await shop.tc.must("qdisc del dev w0 clsact");
  });

  it("a gred qdisc with its virtual queues", { timeout: PATIENCE }, async (context) => {
    await bare();
    skipped(
      context,
      await shop.tc.lacks("qdisc add dev v0 root handle 1: gred setup vqs 3 default 2 grio limit 60000"),
    );
    for (const vq of [1, 2])
      await shop.tc.must(
        `qdisc change dev v0 root handle 1: gred limit 60000 min 15000 max 25000 burst 20 avpkt 1000 bandwidth 10mbit vq ${vq} probability 0.0${vq} prio ${vq}`,
      );
    const manner = qdiscs(shop);
    const one = async () => manner.chosen(await all(manner.object.list$(manner.place)));
    const before = (await one())!;
    await done(shop.nl.qdisc.change$(before));
    await done(shop.nl.qdisc.delete$(before));
    await done(shop.nl.qdisc.add$(before));
    expect(kept(await one())).toEqual(kept(before));
  });
});
