// The npm package `netlink` as a program of the benchmark: `node npm-netlink.mjs WORKLOAD`.
import { execSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { median, number, print, printInsert, printRoundTrips, seconds, timed } from "./protocol.mjs";

const toNumber = (address) => address?.readUInt32BE(0) ?? 0;
const toBytes = (value) => Buffer.from([24, 16, 8, 0].map((shift) => (value >>> shift) & 255));

async function open(options) {
  const { createRtNetlink, rt } = (await import("netlink")).default;
  return { rt, socket: createRtNetlink(options) };
}

/** The main table, kept as objects. */
async function dump() {
  const { rt, socket } = await open();
  const times = [];
  let routes = [];
  for (let run = 0; run < number("PEER_REPS", 5); run++) {
    routes = [];
    const start = seconds();
    routes = (await socket.getRoutes({ family: 2 })).filter(({ attrs }) => attrs.table === 254);
    times.push(seconds() - start);
  }
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const { data, attrs } of routes)
    [
      toNumber(attrs.dst),
      data.dstLen,
      toNumber(attrs.gateway),
      attrs.oif,
      attrs.table,
      rt.RouteProtocol[data.protocol] ?? data.protocol,
      attrs.priority ?? 0,
    ].forEach((value, i) => {
      sums[i] += value;
    });
  const check = [routes.length, ...sums].join(":");
  const rate = Math.round(routes.length / median(times));
  print({ workload: "dump", routes: routes.length, routes_per_s: rate, times_s: times, check });
}

/** One request after the other. */
async function rtt() {
  await import("netlink");
  const start = performance.now();
  const { socket } = await open();
  const requests = number("PEER_RTT", 5000);
  const micros = [];
  let firstMs;
  for (let i = 0; i < requests; i++) {
    const sent = performance.now();
    const [link] = await socket.getLink({ index: 1 });
    const now = performance.now();
    firstMs ??= now - start;
    micros.push((now - sent) * 1e3);
    if (link.attrs.ifname !== "lo") throw new Error(`wrong reply: ${link.attrs.ifname}`);
  }
  printRoundTrips("rtt", firstMs, micros);
}

/** Adds and deletes many routes, 16 at a time: more are no faster, and replies to 512 overflow its socket. */
async function insert() {
  const { socket } = await open();
  const count = number("PEER_INSERT", 20000);
  const lanes = 16;
  const gateway = toBytes(process.env.PEER_GW.split(".").reduce((sum, part) => sum * 256 + Number(part), 0));
  const data = { family: 2, dstLen: 32, table: 254, protocol: "STATIC", scope: "UNIVERSE", type: "UNICAST" };
  async function phase(change) {
    const start = seconds();
    let next = 0;
    let done = 0;
    const lane = async () => {
      while (next < count) {
        const attrs = { dst: toBytes(0xac100000 + next++), gateway, oif: number("PEER_OIF", 0) };
        await change(attrs).then(
          () => done++,
          () => {},
        );
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return { done, errors: count - done, rate: Math.round(count / (seconds() - start)) };
  }
  const createOnly = { flags: 0x600 };
  const added = await phase((attrs) => socket.newRoute(data, attrs, createOnly));
  if (process.env.PEER_CHECK) execSync(process.env.PEER_CHECK, { stdio: ["ignore", 2, 2] });
  const deleted = await phase((attrs) => socket.delRoute(data, attrs));
  printInsert(added, deleted, {
    method: `${lanes} requests in flight, a send each`,
  });
}

/** Decodes every event of a storm until it is silent. */
async function events() {
  const { socket } = await open({ ref: true });
  const silence = number("PEER_SILENCE_MS", 1500) / 1e3;
  const start = seconds();
  let [received, enobufs, first, last] = [0, 0, 0, 0];
  socket.addMembership("IPV4_ROUTE");
  socket.on("message", (messages) => {
    for (const { kind, attrs } of messages)
      if (kind === "route" && attrs.dst?.[0] === 172 && attrs.dst[1] === 20) received++;
    last = seconds();
    first ||= last;
  });
  socket.socket.on("error", ({ code }) => {
    if (code === "ENOBUFS") enobufs++;
  });
  if (process.env.PEER_READY) writeFileSync(process.env.PEER_READY, "");
  const cpu = process.cpuUsage();
  setInterval(() => {
    if (last ? seconds() - last < silence : seconds() - start < 15) return;
    const span = last - first;
    const { user, system } = process.cpuUsage(cpu);
    const rate = span ? Math.round(received / span) : 0;
    const cpuSeconds = (user + system) / 1e6;
    print({ workload: "events", received, span_s: span, events_per_s: rate, enobufs, cpu_s: cpuSeconds });
    process.exit();
  }, 100);
}

/** Prints the links and exits. */
async function startup() {
  const { socket } = await open();
  print((await socket.getLinks()).map(({ attrs: { ifname } }) => ({ ifname })));
}

/** Imports rxjs, for comparison, then the library. */
async function importing() {
  const rxjs = await timed(() => import("rxjs"));
  const own = await timed(() => import("netlink"));
  print({ workload: "import", rxjs, own });
}

/** The same, and lists the links. */
async function firstList() {
  const rxjs = await timed(() => import("rxjs"));
  const own = await timed(async () => {
    const { socket } = await open();
    await socket.getLinks();
  });
  print({ workload: "first-list", rxjs, own });
}

const workloads = { import: importing, "first-list": firstList, dump, rtt, insert, events, startup };
await workloads[process.argv[2]]();
