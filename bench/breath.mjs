// Measures the event loop in a storm: the longest gap between two calls of a 10 ms timer, and how much was read.

import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { definitionOf } from "@rxnetlink/core";
import { number, print, seconds } from "./protocol.mjs";

const PERIOD = 10;
/** Cost of an event for the slow consumer, in microseconds. */
const COST = 20;

/** Consumers: streams that call `ready` once they miss no further event. */
const consumers = {
  notifications: ({ route, connection }, ready) =>
    connection.notifications$([definitionOf(route)], { listening: ready }),
  slow: ({ route, connection }, ready, { tap }) =>
    connection.notifications$([definitionOf(route)], { listening: ready }).pipe(tap(() => spin(COST))),
  watch: ({ route }, ready, { tap }) => route.watch$().pipe(tap(({ type }) => type === "synced" && ready())),
  state: ({ route }, ready, { tap }) => route.state$().pipe(tap(ready)),
  topology: (nl, ready, { tap }) => nl.topology$().pipe(tap(ready)),
};

function spin(micros) {
  const end = performance.now() + micros / 1e3;
  while (performance.now() < end) {}
}

/** Calls back every {@link PERIOD} milliseconds, and records the worst gap. */
function heartbeat(beat) {
  let last = performance.now();
  let worst = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
    beat();
  }, PERIOD);
  return {
    stop: () => clearInterval(timer),
    reset: () => {
      worst = 0;
      last = performance.now();
    },
    worst: () => worst,
  };
}

/** Prints what the storm did to the program and what arrived of it. */
function printResult(consumer, { connection }, { heart, delays, cpu, span, drops, emitted }) {
  const { user, system } = process.cpuUsage(cpu);
  const { messages: received, overruns } = connection.statistics;
  print({
    workload: `breath-${consumer}`,
    worst_ms: heart.worst(),
    p99_ms: delays.percentile(99) / 1e6,
    received,
    span_s: span,
    events_per_s: span ? Math.round(received / span) : 0,
    drops,
    emitted,
    overruns,
    cpu_s: (user + system) / 1e6,
    peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  });
}

/** Follows routes through a storm, until no more events arrive. */
export async function breath(consumer, { nl, tap, ignoreElements }) {
  const silence = number("PEER_SILENCE_MS", 1500) / 1e3;
  const read = () => nl.connection.statistics.messages;
  let [drops, emitted, ready, messages, first, last] = [0, 0, false, 0, 0, seconds()];
  let cpu = process.cpuUsage();
  const delays = monitorEventLoopDelay({ resolution: PERIOD });
  const overruns = nl.transport.overruns$().subscribe((overrun) => {
    drops = overrun.drops;
  });
  let following;
  const over = new Promise((resolve) => {
    const heart = heartbeat(() => {
      const now = seconds();
      const news = read() > messages;
      messages = read();
      if (news && ready) {
        first ||= now;
        last = now;
      }
      if (now - last > (first ? silence : 15)) resolve(heart);
    });
    const begin = () => {
      if (ready) return;
      setTimeout(() => {
        ready = true;
        messages = read();
        heart.reset();
        delays.enable();
        cpu = process.cpuUsage();
        if (process.env.PEER_READY) writeFileSync(process.env.PEER_READY, "");
      }, 100);
    };
    const counted = tap(() => emitted++);
    following = consumers[consumer](nl, begin, { tap }).pipe(counted, ignoreElements()).subscribe();
  });
  const heart = await over;
  heart.stop();
  overruns.unsubscribe();
  following.unsubscribe();
  printResult(consumer, nl, { heart, delays, cpu, span: last - first, drops, emitted });
  await nl.close();
}
