// What is counted while packets pass, by us and by tc.

import { all, done, one } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionParms } from "#src/tc/action/act-gen.js";
import { htbClassOf, htbOf } from "#src/tc/qdisc/kinds/htb.js";
import { CLSACT_INGRESS, handle, TC_H_ROOT } from "#src/tc/values/handle.js";
import { PSCHED, parsePsched } from "#src/tc/values/units.js";
import { type Json, openWorkshop, PATIENCE, skipped, type Workshop } from "../../support/tc/differential.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`statistics are not compared with tc: ${why}`);

/** Nothing is sent but what we send. */
const TRAFFIC_ONLY_OURS = `
  for each in all default; do echo 1 > /proc/sys/net/ipv6/conf/$each/disable_ipv6; done
  ip link set v0 up; ip link set v1 up
  ip address add 192.0.2.1/24 dev v0
  ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev v0 nud permanent`;
const PACKETS = 5;

/** Those with statistics of their own, and how many of them tc prints under their name. */
const KINDS: readonly (readonly [tc: string, common: number])[] = [
  ["pfifo limit 100", 0],
  ["fq_codel", 6],
  ["codel", 7],
  ["fq", 4],
  ["pie", 5],
  ["fq_pie", 4],
  ["red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 bandwidth 10mbit", 3],
  ["choke limit 1000 bandwidth 10mbit min 83 max 250 burst 100", 4],
  ["sfb limit 100 max 50 target 30", 5],
  ["hhf", 4],
  ["cake bandwidth 50mbit", 8],
];
/** Those that tc prints in other units. */
const OTHERWISE = new Set(["prob", "avg_dq_rate", "marked", "avg_pkt", "flows"]);

/** What tc calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  gcFlows: "gc",
  highprioPackets: "highprio",
  inactiveFlows: "inactive",
  hhTotCount: "tot_hh",
  hhCurCount: "cur_hh",
  capacityEstimate64: "capacity_estimate",
  maxNetlen: "max_network_size",
  minNetlen: "min_network_size",
  maxAdjlen: "max_adj_size",
  minAdjlen: "min_adj_size",
  avgNetoff: "avg_hdr_offset",
};

const snake = (key: string) => RENAMED[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** All numbers in statistics, under tc's names. */
function flat(value: object): Json {
  const rows = Object.entries(value).map(([key, member]): Json => {
    const nested = typeof member === "object" && member !== null && !Array.isArray(member);
    return nested ? flat(member) : { [snake(key)]: Number(member) };
  });
  return Object.assign({}, ...rows) as Json;
}

describe.skipIf(why !== undefined)("statistics", () => {
  let shop: Workshop;
  let ifindex: number;
  const send = () =>
    shop.sandbox.run(`bash -c 'for i in {1..${PACKETS}}; do echo hello > /dev/udp/192.0.2.2/9; done'`);

  beforeAll(async () => {
    shop = await openWorkshop();
    ifindex = shop.index.v0!;
    shop.sandbox.run(TRAFFIC_ONLY_OURS);
  }, PATIENCE);
  afterAll(() => shop?.close());

  it.for(KINDS)("of %s", { timeout: PATIENCE }, async ([tc, common], context) => {
    await shop.tc.run("qdisc del dev v0 root");
    skipped(context, await shop.tc.lacks(`qdisc add dev v0 root handle 1: ${tc}`));
    send();
    const { stats2, xstats, stats, kind } = await one(
      shop.nl.qdisc.get$({ ifindex, handle: handle("1:"), parent: TC_H_ROOT }),
    );
    const [printed] = (await shop.tc.json<Json[]>("qdisc show dev v0")).filter((row) => row.kind === kind);
    expect(printed).toMatchObject(flat({ ...stats2?.basic, ...stats2?.queue }));
    expect(stats2?.basic?.packets).toBe(PACKETS);
    expect(stats).toMatchObject({ bytes: stats2?.basic?.bytes, packets: PACKETS });
    if (common > 0) expect(stats2?.app).toBeDefined();
    // `cake` has them in one place.
    if (kind !== "cake") expect(stats2?.app).toEqual(xstats);
    const own = Object.entries(flat(stats2?.app ?? {})).filter(
      ([key]) => key in printed! && !OTHERWISE.has(key),
    );
    expect(printed).toMatchObject(Object.fromEntries(own));
    expect(own.length).toBeGreaterThanOrEqual(common);
  });

  it("of classes", { timeout: PATIENCE }, async () => {
    await shop.tc.run("qdisc del dev v0 root");
    const classid = { ifindex, handle: handle("1:20") };
    await done(shop.nl.qdisc.add$({ ifindex, handle: handle("1:"), options: { htb: htbOf(0x20) } }));
    const options = { htb: htbClassOf({ rate: 1_250_000, burst: 15_000 }) };
    await done(shop.nl.class.add$({ ...classid, parent: handle("1:"), options }));
    send();
    const { stats2 } = await one(shop.nl.class.get$(classid));
    const { lends, borrows, giants, tokens, ctokens } = stats2!.app!.htb!;
    const said = await shop.text.run("class show dev v0");
    expect(said).toContain(`Sent ${stats2!.basic!.bytes} bytes ${PACKETS} pkt`);
    expect(said).toContain(`lended: ${lends} borrowed: ${borrows} giants: ${giants}`);
    expect(said).toContain(`tokens: ${tokens} ctokens: ${ctokens}`);
    expect(lends).toBe(PACKETS);
  });

  it("of actions in filters", { timeout: PATIENCE }, async (context) => {
    await shop.tc.run("qdisc del dev v0 root");
    await shop.tc.run("qdisc add dev v1 clsact");
    skipped(
      context,
      await shop.tc.lacks("filter add dev v1 ingress prio 9 protocol all matchall action drop"),
    );
    await shop.tc.must("filter del dev v1 ingress");
    const place = { ifindex: shop.index.v1!, parent: CLSACT_INGRESS, priority: 1 };
    const act = [{ options: { gact: { parms: actionParms("shot") } } }];
    await done(shop.nl.filter.add$({ ...place, options: { matchall: { act } } }));
    send();
    const [, filter] = await all(shop.nl.filter.list$(place));
    const { pcnt, act: [drop] = [] } = filter!.options!.matchall!;
    expect(drop?.stats).toMatchObject({ basic: { packets: PACKETS }, queue: { drops: PACKETS } });
    expect(pcnt?.rhit).toBe(BigInt(PACKETS));
    const printed = await shop.text.run("filter show dev v1 ingress");
    expect(printed).toContain(`Sent ${drop!.stats!.basic!.bytes} bytes ${PACKETS} pkt (dropped ${PACKETS}`);
  });

  it("are estimated on request", { timeout: PATIENCE }, async () => {
    await shop.tc.run("qdisc del dev v0 root");
    const qdisc = { ifindex, handle: handle("1:"), parent: TC_H_ROOT };
    const rate = { interval: 0, ewmaLog: 3 };
    await done(shop.nl.qdisc.add$({ ...qdisc, rate, options: { pfifo: { limit: 9 } } }));
    const { stats2 } = await one(shop.nl.qdisc.get$(qdisc));
    expect(stats2?.rateEst).toEqual({ bps: expect.any(Number), pps: expect.any(Number) });
  });

  it("count in the ticks of /proc/net/psched", () => {
    expect(parsePsched(shop.sandbox.run("cat /proc/net/psched"))).toEqual(PSCHED);
  });
});
