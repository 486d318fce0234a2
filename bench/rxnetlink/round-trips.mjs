// Round trips: one request after the other, from a ready import.
import { lastValueFrom } from "rxjs";
import { number, printRoundTrips } from "../protocol.mjs";
import { load } from "./open.mjs";

const openFamily = await load();

/** Asks for the first link, `PEER_RTT` times after `unmeasured` others. */
async function roundTrips(workload, unmeasured) {
  const start = performance.now();
  const nl = openFamily();
  const requests = number("PEER_RTT", 5000);
  const micros = [];
  let firstMs;
  for (let i = -unmeasured; i < requests; i++) {
    const sent = performance.now();
    const { ifname } = await lastValueFrom(nl.link.get$({ index: 1 }));
    const now = performance.now();
    firstMs ??= now - start;
    if (i >= 0) micros.push((now - sent) * 1e3);
    if (ifname !== "lo") throw new Error(`wrong reply: ${ifname}`);
  }
  printRoundTrips(workload, firstMs, micros);
}

export const workloads = {
  rtt: () => roundTrips("rtt", 0),
  warm: () => roundTrips("warm", number("PEER_WARM", 20_000)),
};
