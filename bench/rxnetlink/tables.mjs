// A large table: the main table of IPv4, listed several times in one process.
import { median, number, print, seconds } from "../protocol.mjs";
import { open } from "./open.mjs";

const MEMBERS = ["dst", "dstLen", "gateway", "oif"];

const ipv4Number = (text) =>
  text === undefined ? 0 : text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** Lists several times with `collect`; returns the last result and all times. */
export async function dumps(collect) {
  const times = [];
  let collected;
  for (let run = 0; run < number("PEER_REPS", 5); run++) {
    collected = undefined;
    const start = seconds();
    collected = await collect();
    times.push(seconds() - start);
  }
  return { collected, times };
}

function printDumps(workload, routes, sums, times) {
  const rate = Math.round(routes / median(times));
  print({ workload, routes, routes_per_s: rate, times_s: times, check: [routes, ...sums].join(":") });
}

/** Adds up the numbers that `numbersOf` takes from each route. */
export function sumsOf(routes, numbersOf) {
  const sums = [];
  for (const route of routes)
    numbersOf(route).forEach((value, i) => {
      sums[i] = (sums[i] ?? 0) + value;
    });
  return sums;
}

/** The main table as rows of a dump, as they arrive. */
export function rows$({ nl, definitionOf }) {
  const { layout, types } = definitionOf(nl.route);
  return nl.connection.dump$({ type: types.get, layout, value: { family: "inet", table: 254 } });
}

/** Numbers of a route that the benchmark adds up. */
export async function numbersOf() {
  const { routeProtocol } = await import("rxnetlink/route");
  return ({ dst, dstLen, gateway, oif, table, protocol, priority }) => [
    ipv4Number(dst),
    dstLen,
    ipv4Number(gateway),
    oif,
    table,
    routeProtocol.values[protocol] ?? protocol,
    priority ?? 0,
  ];
}

/** The main table, kept as objects. */
async function dump() {
  const library = await open();
  const { lastValueFrom, toArray } = library;
  const { collected: routes, times } = await dumps(() => lastValueFrom(rows$(library).pipe(toArray())));
  printDumps("dump", routes.length, sumsOf(routes, await numbersOf()), times);
}

/** The main table as `list$` emits it, kept as objects. */
async function list() {
  const { nl, lastValueFrom, toArray } = await open();
  const list$ = nl.route.list$({ family: "inet", table: 254 });
  const { collected: routes, times } = await dumps(() => lastValueFrom(list$.pipe(toArray())));
  printDumps("list", routes.length, sumsOf(routes, await numbersOf()), times);
}

/** The same with a choice of members. */
async function members() {
  const { nl, lastValueFrom, toArray } = await open();
  const list$ = nl.route.list$({ family: "inet", table: 254 }, { members: MEMBERS });
  const { collected: routes, times } = await dumps(() => lastValueFrom(list$.pipe(toArray())));
  const others = Object.keys(routes.at(-1)).filter((name) => !MEMBERS.includes(name));
  if (others.length > 0) throw new Error(`not chosen: ${others.join(", ")}`);
  const sums = sumsOf(routes, ({ dst, dstLen, gateway, oif }) => [
    ipv4Number(dst),
    dstLen,
    ipv4Number(gateway),
    oif,
  ]);
  printDumps("members", routes.length, sums, times);
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
  const { collected, times } = await dumps(() =>
    lastValueFrom(rows$(library).pipe(reduce(add, [0, 0, 0, 0, 0, 0]))),
  );
  const [routes, ...sums] = collected;
  printDumps("stream", routes, sums, times);
}

export const workloads = { dump, list, members, stream };
