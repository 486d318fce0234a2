// Logs each request with its outcome and how long it took, also those of libraries: it listens to the diagnostics channels.
// Needs CAP_NET_ADMIN.
//
//   # node dist/telemetry/log-requests.js
//   list link: completed, 1 replies, 2.1 ms
//   add link ifname=br7: completed, 1 replies, 0.4 ms
//   add link ifname=br7: EEXIST, 0 replies, 0.2 ms

import { subscribe } from "node:diagnostics_channel";
import { rtnetlink } from "rxnetlink";
import { all, done } from "rxnetlink/promises";
import type { RequestTrace, SocketOverrun } from "rxnetlink/transport";

subscribe("tracing:rxnetlink:request:asyncEnd", (event) => {
  const { verb, object, identity, replies, outcome, code, duration = 0 } = event as RequestTrace;
  const what = [verb, object, identity].filter(Boolean).join(" ");
  console.log(`${what}: ${code ?? outcome}, ${replies} replies, ${duration.toFixed(1)} ms`);
});
subscribe("rxnetlink:overrun", (event) => {
  console.error(`socket ${(event as SocketOverrun).portId} has lost messages`);
});

const { link } = rtnetlink();
await all(link.list$());
await done(link.add$({ ifname: "br7", linkinfo: { kind: "bridge" } })).catch(() => {});
await done(link.add$({ ifname: "br7", linkinfo: { kind: "bridge" } })).catch(() => {});
await done(link.delete$({ ifname: "br7" })).catch(() => {});
