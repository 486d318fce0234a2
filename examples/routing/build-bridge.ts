// Builds a bridge of links, gives it an address, and waits until each port forwards: all of it, or, where a step is refused,
// nothing. Needs CAP_NET_ADMIN.
//
//   # node dist/routing/build-bridge.js br0 192.0.2.1/24 v0 v1
//   v0 is a port of br0
//   v1 is a port of br0
//   br0 has 192.0.2.1/24 and forwards

import { forkJoin, map } from "rxjs";
import { rtnetlink } from "rxnetlink";
import { waitFor } from "rxnetlink/operators";
import { done } from "rxnetlink/promises";

const [bridge = "br0", local = "192.0.2.1/24", ...ports] = process.argv.slice(2);
const { link, address, close } = rtnetlink();

/** Completes once a port forwards, which takes as long as `forwardDelay` says. */
const forwarding$ = (port: string) =>
  link.state$().pipe(
    map((links) => [...links.values()].find(({ ifname }) => ifname === port)?.linkinfo?.slaveData?.bridge),
    waitFor((settings) => settings?.state === "forwarding", { within: 5000, what: `${port} to forward` }),
  );

const settings = { forwardDelay: 200, mcastSnooping: 0 };
await done(link.add$({ ifname: bridge, linkinfo: { data: { bridge: settings } } }));
try {
  for (const ifname of ports) {
    await done(link.change$({ ifname, master: bridge, flags: { up: true } }));
    console.log(`${ifname} is a port of ${bridge}`);
  }
  await done(link.change$({ ifname: bridge, flags: { up: true } }));
  await done(address.add$({ index: bridge, local }));
  await done(forkJoin(ports.map(forwarding$)));
  console.log(`${bridge} has ${local} and forwards`);
} catch (error) {
  await done(link.delete$({ ifname: bridge }));
  console.error((error as Error).message);
  process.exitCode = 1;
}
close();
