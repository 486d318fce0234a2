// Limits what a link sends, by a token bucket, and prints every second what that delays and drops, until Ctrl-C, when it
// removes the limit. Needs CAP_NET_ADMIN.
//
//   # node dist/routing/limit-bandwidth.js eth0 10mbit
//   eth0 sends at most 10mbit
//   1210 packets sent, 0 dropped, 33 delayed

import { exhaustMap, fromEvent, map, takeUntil, timer } from "rxjs";
import { rtnetlink } from "rxnetlink";
import { done, one } from "rxnetlink/promises";
import { bytesPerSecond, handle, type Qdisc, tbfOf } from "rxnetlink/tc";

const [ifindex = "eth0", rate = "10mbit", every = "1000"] = process.argv.slice(2);
const nl = rtnetlink();
const root = { ifindex, parent: handle("root") };

// A burst of 10 ms, but a large packet at least; what waits longer than 50 ms is dropped.
const bytes = bytesPerSecond(rate);
const [burst, limit] = [Math.max(bytes / 100, 2000), Math.max(bytes / 20, 10_000)].map(Math.ceil);
const tbf = tbfOf({ rate: bytes, burst: burst!, limit: limit! });
await done(nl.qdisc.replace$({ ...root, options: { tbf } }));
console.log(`${ifindex} sends at most ${rate}`);

function inWords({ stats2 }: Qdisc): string {
  const { packets = 0 } = stats2?.basic ?? {};
  const { drops = 0, overlimits = 0 } = stats2?.queue ?? {};
  return `${packets} packets sent, ${drops} dropped, ${overlimits} delayed`;
}

const counted$ = timer(0, Number(every)).pipe(
  exhaustMap(() => nl.qdisc.get$(root)),
  map(inWords),
  takeUntil(fromEvent(process, "SIGINT")),
);
counted$.subscribe((line) => console.log(line));
await one(fromEvent(process, "SIGINT"));
await done(nl.qdisc.delete$(root));
nl.close();
