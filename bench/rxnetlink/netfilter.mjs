// Netfilter: packets that rules log and queue, tracked connections, elements of a set.
import { writeFileSync } from "node:fs";
import { lastValueFrom, Subject, switchMap, takeUntil, tap, timer, toArray } from "rxjs";
import { netfilter } from "rxnetlink/netfilter";
import { median, number, print, seconds } from "../protocol.mjs";

const GROUP = 5;
const QUEUE = 3;
const ipv4Number = (text) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** Passes every packet to `take` until there are no more; prints counts and CPU time since it listened. */
async function listen(workload, open$, take) {
  const silence = number("PEER_SILENCE_MS", 1500);
  let [received, lost, payload, first, last, rearmed] = [0, 0, 0, 0, 0, 0];
  let cpu = process.cpuUsage();
  const alive$ = new Subject();
  const over$ = alive$.pipe(switchMap((wait) => timer(wait)));
  const listening = () => {
    alive$.next(15_000);
    if (process.env.PEER_READY) writeFileSync(process.env.PEER_READY, "");
    cpu = process.cpuUsage();
  };
  const packet$ = open$(listening).pipe(
    tap((event) => {
      if (event.type === "lost") lost += event.packets;
      if (event.type !== "packet") return;
      received++;
      payload += event.payload.length;
      take(event);
      last = seconds();
      first ||= last;
      if (last - rearmed < 0.1) return;
      rearmed = last;
      alive$.next(silence);
    }),
    takeUntil(over$),
  );
  await lastValueFrom(packet$, { defaultValue: undefined });
  const { user, system } = process.cpuUsage(cpu);
  const rate = last > first ? Math.round(received / (last - first)) : 0;
  print({ workload, received, lost, payload, packets_per_s: rate, cpu_s: (user + system) / 1e6 });
}

const nflog = () =>
  listen(
    "nflog",
    (listening) => netfilter().nflog$(GROUP, { timeout: 100, listening }),
    () => {},
  );

const nfqueue = () =>
  listen(
    "nfqueue",
    (listening) => netfilter().nfqueue$(QUEUE, { listening }),
    (packet) => packet.accept(),
  );

/** All connections, kept as objects, several times. */
async function conntrack() {
  const nf = netfilter();
  const times = [];
  let flows;
  for (let run = 0; run < number("PEER_REPS", 5); run++) {
    flows = undefined;
    const start = seconds();
    flows = await lastValueFrom(nf.conntrack.list$({ family: "ipv4" }).pipe(toArray()));
    times.push(seconds() - start);
  }
  const sums = [0, 0, 0, 0, 0, 0];
  for (const { tupleOrig, tupleReply, mark } of flows) {
    const { ip, proto } = tupleOrig;
    const ends = [ipv4Number(ip.src), ipv4Number(ip.dst), proto.srcPort, proto.dstPort];
    [...ends, ipv4Number(tupleReply.ip.dst), mark].forEach((value, i) => {
      sums[i] += value;
    });
  }
  const check = [flows.length, ...sums].join(":");
  print({
    workload: "conntrack",
    flows: flows.length,
    check,
    flows_per_s: Math.round(flows.length / median(times)),
  });
}

function* addresses(count) {
  for (let i = 0; i < count; i++) yield `10.${i >>> 16}.${(i >>> 8) & 255}.${i & 255}`;
}

/** Adds a table with a large set. */
async function elements() {
  const { transaction } = await import("rxnetlink/nftables");
  const nf = netfilter();
  const set = { family: "inet", table: "bench", name: "addresses", keyType: "ipv4_addr" };
  const changes = transaction()
    .add("table", { family: "inet", name: "bench" })
    .add("set", set)
    .add("element", { set, elements: addresses(number("PEER_ELEMENTS", 100_000)) });
  const start = seconds();
  const { messages } = await lastValueFrom(nf.nftables.transaction$(changes));
  print({ workload: "elements", commit_ms: (seconds() - start) * 1e3, messages });
  await nf.close();
}

export const workloads = { nflog, nfqueue, conntrack, elements };
