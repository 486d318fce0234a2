// Counters while packets pass, as decoded and as printed by tc.

import { all, done, one } from "@rxnetlink/core/promises";
import { beforeAll, expect, it } from "vitest";
import { actionParms } from "#src/tc/action/act-gen.js";
import { htbClassOf, htbOf } from "#src/tc/qdisc/kinds/htb.js";
import { CLSACT_INGRESS, handle, TC_H_ROOT } from "#src/tc/values/handle.js";
import { PSCHED, parsePsched } from "#src/tc/values/units.js";
import { PATIENCE } from "../../support/namespace.js";
import { describeTc, skipWhen } from "../../support/tc/bench.js";
import type { Json } from "../../support/tc/case.js";

/** Prevents all traffic but ours. */
const TRAFFIC_ONLY_OURS = `
  for each in all default; do echo 1 > /proc/sys/net/ipv6/conf/$each/disable_ipv6; done
  ip link set v0 up; ip link set v1 up
  ip address add 192.0.2.1/24 dev v0
  ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev v0 nud permanent`;
const PACKETS = 5;

/** Qdiscs with statistics of their kind, and how many of them tc prints under the same name. */
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
/** Statistics that tc prints in other units. */
const OTHER_UNITS = new Set(["prob", "avg_dq_rate", "marked", "avg_pkt", "flows"]);

/** Statistics that tc prints under another name. */
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
/** Returns all counters at any depth, under tc's names. */
function flatten(value: object): Json {
  const rows = Object.entries(value).map(([key, member]): Json => {
    const nested = typeof member === "object" && member !== null && !Array.isArray(member);
    return nested ? flatten(member) : { [snake(key)]: Number(member) };
  });
  return Object.assign({}, ...rows) as Json;
}

describeTc("statistics of traffic control", (bench) => {
  let ifindex: number;
  const send = () =>
    bench.sandbox.run(`bash -c 'for i in {1..${PACKETS}}; do echo hello > /dev/udp/192.0.2.2/9; done'`);

  beforeAll(async () => {
    ifindex = bench.index.v0!;
    bench.sandbox.run(TRAFFIC_ONLY_OURS);
  }, PATIENCE);

  it.for(KINDS)("of %s", async ([tc, common], context) => {
    await bench.tc.run("qdisc del dev v0 root");
    skipWhen(context, await bench.tc.lacks(`qdisc add dev v0 root handle 1: ${tc}`));
    send();
    const { stats2, xstats, stats, kind } = await one(
      bench.nl.qdisc.get$({ ifindex, handle: handle("1:"), parent: TC_H_ROOT }),
    );
    const [printed] = (await bench.tc.json<Json[]>("qdisc show dev v0")).filter((row) => row.kind === kind);
    expect(printed).toMatchObject(flatten({ ...stats2?.basic, ...stats2?.queue }));
    expect(stats2?.basic?.packets).toBe(PACKETS);
    expect(stats).toMatchObject({ bytes: stats2?.basic?.bytes, packets: PACKETS });
    if (common > 0) expect(stats2?.app).toBeDefined();
    // `cake` has them only in `app`.
    if (kind !== "cake") expect(stats2?.app).toEqual(xstats);
    const own = Object.entries(flatten(stats2?.app ?? {})).filter(
      ([key]) => key in printed! && !OTHER_UNITS.has(key),
    );
    expect(printed).toMatchObject(Object.fromEntries(own));
    expect(own.length).toBeGreaterThanOrEqual(common);
  });

  it("of classes", async () => {
    await bench.tc.run("qdisc del dev v0 root");
    const classid = { ifindex, handle: handle("1:20") };
    await done(bench.nl.qdisc.add$({ ifindex, handle: handle("1:"), options: { htb: htbOf(0x20) } }));
    const options = { htb: htbClassOf({ rate: 1_250_000, burst: 15_000 }) };
    await done(bench.nl.class.add$({ ...classid, parent: handle("1:"), options }));
    send();
    const { stats2 } = await one(bench.nl.class.get$(classid));
    const { lends, borrows, giants, tokens, ctokens } = stats2!.app!.htb!;
    const output = await bench.text.run("class show dev v0");
    expect(output).toContain(`Sent ${stats2!.basic!.bytes} bytes ${PACKETS} pkt`);
    expect(output).toContain(`lended: ${lends} borrowed: ${borrows} giants: ${giants}`);
    expect(output).toContain(`tokens: ${tokens} ctokens: ${ctokens}`);
    expect(lends).toBe(PACKETS);
  });

  it("of actions in filters", async (context) => {
    await bench.tc.run("qdisc del dev v0 root");
    await bench.tc.run("qdisc add dev v1 clsact");
    skipWhen(
      context,
      await bench.tc.lacks("filter add dev v1 ingress prio 9 protocol all matchall action drop"),
    );
    await bench.tc.must("filter del dev v1 ingress");
    const place = { ifindex: bench.index.v1!, parent: CLSACT_INGRESS, priority: 1 };
    const act = [{ options: { gact: { parms: actionParms("shot") } } }];
    await done(bench.nl.filter.add$({ ...place, options: { matchall: { act } } }));
    send();
    const [, filter] = await all(bench.nl.filter.list$(place));
    const { pcnt, act: [drop] = [] } = filter!.options!.matchall!;
    expect(drop?.stats).toMatchObject({ basic: { packets: PACKETS }, queue: { drops: PACKETS } });
    expect(pcnt?.rhit).toBe(BigInt(PACKETS));
    const printed = await bench.text.run("filter show dev v1 ingress");
    expect(printed).toContain(`Sent ${drop!.stats!.basic!.bytes} bytes ${PACKETS} pkt (dropped ${PACKETS}`);
  });

  it("are estimated on request", async () => {
    await bench.tc.run("qdisc del dev v0 root");
    const qdisc = { ifindex, handle: handle("1:"), parent: TC_H_ROOT };
    const rate = { interval: 0, ewmaLog: 3 };
    await done(bench.nl.qdisc.add$({ ...qdisc, rate, options: { pfifo: { limit: 9 } } }));
    const { stats2 } = await one(bench.nl.qdisc.get$(qdisc));
    expect(stats2?.rateEst).toEqual({ bps: expect.any(Number), pps: expect.any(Number) });
  });

  it("are in the ticks of /proc/net/psched", () => {
    expect(parsePsched(bench.sandbox.run("cat /proc/net/psched"))).toEqual(PSCHED);
  });
});
