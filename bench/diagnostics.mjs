// `node bench/diagnostics.mjs`: what the diagnostics channels cost a warm round trip, as ratios of one run: a transport without
// them, one to whose channels nobody listens, and one with a listener take turns.
import { tracingChannel } from "node:diagnostics_channel";
import { lastValueFrom } from "rxjs";
import { rtnetlink } from "rxnetlink";
import { kernelTransport } from "rxnetlink/transport";

const ROUNDS = Number(process.argv[2] ?? 60);
const REQUESTS = 1000;

const transport = kernelTransport();
const { supply, probe } = transport;
const socket$ = (options) => transport.socket$(options);
const without = rtnetlink({ transport: { supply, socket$, close: async () => {} } });
const silent = rtnetlink({ transport: { supply, probe, socket$, close: async () => {} } });

const listener = { asyncEnd() {} };
const requests = tracingChannel("rxnetlink:request");
/** Each variant: its connection, and whether somebody listens. */
const variants = { without: [without, false], silent: [silent, false], heard: [silent, true] };
const times = { without: [], silent: [], heard: [] };

async function round(name) {
  const [nl, listens] = variants[name];
  if (listens) requests.subscribe(listener);
  for (let i = 0; i < REQUESTS; i++) {
    const sent = performance.now();
    await lastValueFrom(nl.link.get$({ index: 1 }));
    times[name].push((performance.now() - sent) * 1e3);
  }
  if (listens) requests.unsubscribe(listener);
}

for (let i = 0; i < ROUNDS; i++) for (const name of Object.keys(variants)) await round(name);
const median = (all) => all.slice(all.length / 6).sort((a, b) => a - b)[Math.floor((all.length * 5) / 12)];
const base = median(times.without);
for (const name of Object.keys(variants))
  console.log(`${name}: ${median(times[name]).toFixed(1)} µs, ${(median(times[name]) / base).toFixed(3)}`);
await transport.close();
