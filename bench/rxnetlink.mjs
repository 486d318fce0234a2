// This project as a program of the benchmark: `node rxnetlink.mjs dump|stream|rtt|insert|events|startup`, run inside a
// namespace that the benchmark has set up. The last line of output is the result as JSON.

import { execSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { breath } from "./breath.mjs";
import { median, number, print, printInsert, seconds } from "./protocol.mjs";

const ipv4Number = (text) =>
  text === undefined ? 0 : text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const ipv4Text = (value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");

/** Imports late: the workload `startup` needs none of this. */
async function open() {
  const [rxnetlink, rxjs] = await Promise.all([import("rxnetlink"), import("rxjs")]);
  return { ...rxjs, ...rxnetlink, nl: rxnetlink.rtnetlink() };
}

/** Dumps the main table several times with `collect` as the consumer; returns the last result and all times. */
async function dumps({ nl, definitionOf }, collect) {
  const { layout, types } = definitionOf(nl.route);
  const request = { type: types.get, layout, value: { family: "inet", table: 254 } };
  const times = [];
  let collected;
  for (let run = 0; run < number("PEER_REPS", 5); run++) {
    collected = undefined;
    const start = seconds();
    collected = await collect(nl.connection.dump$(request));
    times.push(seconds() - start);
  }
  return { collected, times };
}

function printDumps(workload, routes, sums, times) {
  const rate = Math.round(routes / median(times));
  print({ workload, routes, routes_per_s: rate, times_s: times, check: [routes, ...sums].join(":") });
}

/** The main table, kept as objects. */
async function dump() {
  const library = await open();
  const { lastValueFrom, toArray } = library;
  const { routeProtocol } = await import("rxnetlink/route");
  const { collected: routes, times } = await dumps(library, (rows$) => lastValueFrom(rows$.pipe(toArray())));
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const { dst, dstLen, gateway, oif, table, protocol, priority } of routes)
    [
      ipv4Number(dst),
      dstLen,
      ipv4Number(gateway),
      oif,
      table,
      routeProtocol.values[protocol] ?? protocol,
      priority ?? 0,
    ].forEach((value, i) => {
      sums[i] += value;
    });
  printDumps("dump", routes.length, sums, times);
}

/** The main table, decoded and discarded. */
async function stream() {
  const library = await open();
  const { lastValueFrom, reduce } = library;
  const add = (sums, { dstLen, oif, priority, dst, gateway }) => {
    sums[0]++;
    sums[1] += dstLen;
    sums[2] += oif;
    sums[3] += priority ?? 0;
    sums[4] += dst === undefined ? 0 : 1;
    sums[5] += gateway === undefined ? 0 : 1;
    return sums;
  };
  const sum$ = (rows$) => lastValueFrom(rows$.pipe(reduce(add, [0, 0, 0, 0, 0, 0])));
  const { collected, times } = await dumps(library, sum$);
  const [routes, ...sums] = collected;
  printDumps("stream", routes, sums, times);
}

/** One request after the other. */
async function rtt() {
  const { nl, lastValueFrom } = await open();
  const requests = number("PEER_RTT", 5000);
  const micros = [];
  for (let i = 0; i < requests; i++) {
    const start = performance.now();
    const { ifname } = await lastValueFrom(nl.link.get$({ index: 1 }));
    micros.push((performance.now() - start) * 1e3);
    if (ifname !== "lo") throw new Error(`wrong reply: ${ifname}`);
  }
  const sorted = micros.toSorted((a, b) => a - b);
  print({
    workload: "rtt",
    requests,
    p50_us: sorted[requests >> 1],
    p99_us: sorted[Math.floor(requests * 0.99)],
  });
}

/** Adds and deletes many routes in one batch each: once cold, for the record, and once warmed up. */
async function insert() {
  const { nl, lastValueFrom, reduce } = await open();
  const oif = number("PEER_OIF", 0);
  const gateway = process.env.PEER_GW;
  function* routes(base, count) {
    for (let i = 0; i < count; i++) yield { dst: ipv4Text(base + i), dstLen: 32, gateway, oif };
  }
  async function phase(verb, base, count) {
    const start = seconds();
    const applied$ = nl.route
      .batch$(verb, routes(base, count))
      .pipe(reduce((sum, { type }) => sum + (type === "applied"), 0));
    const done = await lastValueFrom(applied$);
    return { done, errors: count - done, rate: Math.round(count / (seconds() - start)) };
  }
  await lastValueFrom(nl.link.get$({ index: 1 }));
  const count = number("PEER_INSERT", 20000);
  const [coldAdd, coldDelete] = [
    await phase("add", 0xac200000, count),
    await phase("delete", 0xac200000, count),
  ];
  const added = await phase("add", 0xac100000, count);
  if (process.env.PEER_CHECK) execSync(process.env.PEER_CHECK, { stdio: ["ignore", 2, 2] });
  const deleted = await phase("delete", 0xac100000, count);
  printInsert(added, deleted, {
    cold_adds_per_s: coldAdd.rate,
    cold_dels_per_s: coldDelete.rate,
    method: `batch$: 128 messages a datagram, ACK on the last; after ${count} others (cold: ${coldAdd.rate} adds/s, ${coldDelete.rate} dels/s)`,
  });
}

/** Decodes every event of a storm until it is silent. */
async function events() {
  const { nl, definitionOf, filter, takeUntil, timer, switchMap, Subject, lastValueFrom, tap } = await open();
  const { RTNLGRP_IPV4_ROUTE } = await import("rxnetlink/route");
  const silence = number("PEER_SILENCE_MS", 1500);
  let [received, enobufs, first, last] = [0, 0, 0, 0];
  let cpu = process.cpuUsage();
  const alive$ = new Subject();
  const over$ = alive$.pipe(switchMap((wait) => timer(wait)));
  const ipv4 = { ...definitionOf(nl.route), groups: [RTNLGRP_IPV4_ROUTE] };
  const listening = () => {
    alive$.next(15_000);
    if (process.env.PEER_READY) writeFileSync(process.env.PEER_READY, "");
    cpu = process.cpuUsage();
  };
  let rearmed = 0;
  const stream$ = nl.connection.notifications$([ipv4], { listening }).pipe(
    tap((event) => {
      if (event.type === "overrun") enobufs++;
      if (event.type !== "new" && event.type !== "delete") return;
      if (!event.value.dst?.startsWith("172.20.")) return;
      received++;
      last = seconds();
      first ||= last;
      if (last - rearmed > 0.1) {
        rearmed = last;
        alive$.next(silence);
      }
    }),
    filter(() => false),
    takeUntil(over$),
  );
  await lastValueFrom(stream$, { defaultValue: undefined });
  const span = last - first;
  const { user, system } = process.cpuUsage(cpu);
  print({
    workload: "events",
    received,
    span_s: span,
    events_per_s: span ? Math.round(received / span) : 0,
    enobufs,
    cpu_s: (user + system) / 1e6,
    note: "one socket",
  });
}

/** Prints the links and exits, using the command `rxnl`. */
async function startup() {
  process.argv.splice(2, 1, "link", "list", "--json");
  await import("../packages/rxnetlink/dist/bin/rxnl.js");
}

/** Measures the gaps of the event loop while one consumer follows a storm. */
const breathOf = (consumer) => async () => breath(consumer, await open());

const breaths = ["notifications", "slow", "watch", "state", "topology"];
const workloads = {
  ...{ dump, stream, rtt, insert, events, startup },
  ...Object.fromEntries(breaths.map((consumer) => [`breath-${consumer}`, breathOf(consumer)])),
};
await workloads[process.argv[2]]();
