// Measures the event loop in a storm: the longest gap between two calls of a 10 ms timer, and how much was read.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { number, print, seconds } from "../protocol.mjs";
import { open } from "./open.mjs";

const PERIOD = 10;
/** Cost of an event for the slow consumer, in microseconds. */
const COST = 20;

/** Consumers: streams that call `ready` once they miss no further event. */
const consumers = {
  notifications: ({ route, connection }, ready, { definitionOf }) =>
    connection.notifications$([definitionOf(route)], { listening: ready }),
  slow: ({ route, connection }, ready, { definitionOf, tap }) =>
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

/**
 * Waits until a consumer misses no event and then no more arrive; returns the heartbeat, the delays, the CPU time and the
 * times of the first and the last event. `read` counts the messages read so far.
 */
function untilSilent(subscribe, read) {
  const silence = number("PEER_SILENCE_MS", 1500) / 1e3;
  const delays = monitorEventLoopDelay({ resolution: PERIOD });
  let [ready, messages, first, last] = [false, 0, 0, seconds()];
  let cpu = process.cpuUsage();
  let following;
  const begin = (heart) => {
    ready = true;
    messages = read();
    heart.reset();
    delays.enable();
    cpu = process.cpuUsage();
    if (process.env.PEER_READY) writeFileSync(process.env.PEER_READY, "");
  };
  return new Promise((resolve) => {
    const heart = heartbeat(() => {
      const now = seconds();
      const news = read() > messages;
      messages = read();
      if (news && ready) {
        first ||= now;
        last = now;
      }
      if (now - last <= (first ? silence : 15)) return;
      heart.stop();
      following.unsubscribe();
      resolve({ heart, delays, cpu: process.cpuUsage(cpu), span: last - first });
    });
    let begun = false;
    following = subscribe(() => {
      if (!begun) setTimeout(begin, 100, heart);
      begun = true;
    });
  });
}

/** Follows routes through a storm, and prints how late the event loop was. */
async function breath(consumer) {
  const library = await open();
  const { nl, tap, ignoreElements } = library;
  const read = () => nl.connection.statistics.messages;
  let [drops, emitted] = [0, 0];
  const overruns = nl.transport.overruns$().subscribe((overrun) => {
    drops = overrun.drops;
  });
  const counted = tap(() => emitted++);
  const subscribe = (ready) =>
    consumers[consumer](nl, ready, library).pipe(counted, ignoreElements()).subscribe();
  const { heart, delays, cpu, span } = await untilSilent(subscribe, read);
  overruns.unsubscribe();
  print({
    workload: `breath-${consumer}`,
    worst_ms: heart.worst(),
    p99_ms: delays.percentile(99) / 1e6,
    received: read(),
    span_s: span,
    events_per_s: span ? Math.round(read() / span) : 0,
    drops,
    emitted,
    overruns: nl.connection.statistics.overruns,
    cpu_s: (cpu.user + cpu.system) / 1e6,
    peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  await nl.close();
}

export const workloads = Object.fromEntries(
  Object.keys(consumers).map((consumer) => [`breath-${consumer}`, () => breath(consumer)]),
);
