// Events: all notifications of IPv4 routes until there are no more, counted or timed.
import { writeFileSync } from "node:fs";
import { number, percentile, print, seconds } from "../protocol.mjs";
import { open } from "./open.mjs";

/** Passes every event of the storm to `take` until it is silent; returns overflows and CPU time since it listened. */
async function listen(take) {
  const { nl, definitionOf, filter, takeUntil, timer, switchMap, Subject, lastValueFrom, tap } = await open();
  const { RTNLGRP_IPV4_ROUTE } = await import("rxnetlink/route");
  const silence = number("PEER_SILENCE_MS", 1500);
  let [enobufs, rearmed] = [0, 0];
  let cpu = process.cpuUsage();
  const alive$ = new Subject();
  const over$ = alive$.pipe(switchMap((wait) => timer(wait)));
  const ipv4 = { ...definitionOf(nl.route), groups: [RTNLGRP_IPV4_ROUTE] };
  const listening = () => {
    alive$.next(15_000);
    if (process.env.PEER_READY) writeFileSync(process.env.PEER_READY, "");
    cpu = process.cpuUsage();
  };
  const stream$ = nl.connection.notifications$([ipv4], { listening }).pipe(
    tap((event) => {
      if (event.type === "overrun") enobufs++;
      if (event.type !== "new" && event.type !== "delete") return;
      if (!event.value.dst?.startsWith("172.20.")) return;
      const now = seconds();
      take(event, now);
      if (now - rearmed > 0.1) {
        rearmed = now;
        alive$.next(silence);
      }
    }),
    filter(() => false),
    takeUntil(over$),
  );
  await lastValueFrom(stream$, { defaultValue: undefined });
  const { user, system } = process.cpuUsage(cpu);
  return { enobufs, cpu_s: (user + system) / 1e6 };
}

/** Decodes and counts every event. */
async function events() {
  let [received, first, last] = [0, 0, 0];
  const heard = await listen((_event, now) => {
    received++;
    first ||= now;
    last = now;
  });
  const span = last - first;
  const rate = span ? Math.round(received / span) : 0;
  print({ workload: "events", received, span_s: span, events_per_s: rate, ...heard, note: "one socket" });
}

/** Takes the time since the change: its sequence number is the time in microseconds, which the kernel repeats. */
async function latency() {
  const late = [];
  const heard = await listen(({ sequence }) => {
    const [whole, nanos] = process.hrtime();
    late.push((whole * 1e6 + Math.floor(nanos / 1e3) - sequence) >>> 0);
  });
  print({
    workload: "latency",
    received: late.length,
    p50_us: percentile(late, 0.5),
    p99_us: percentile(late, 0.99),
    ...heard,
  });
}

export const workloads = { events, latency };
