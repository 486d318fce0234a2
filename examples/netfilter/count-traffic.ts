// Shows who sent how much to whom, from connections as they end and, every 10 s, those that go on.
// Needs CAP_NET_ADMIN, a rule that tracks connections and their counters:
//
//   # nft add table inet t; nft 'add chain inet t c { type filter hook input priority 0; }'
//   # nft add rule inet t c ct state new counter; sysctl net.netfilter.nf_conntrack_acct=1
//   $ node dist/netfilter/count-traffic.js
//   192.0.2.1 > 192.0.2.7 tcp 443: 1829 bytes there, 90412 back

import { concatMap, filter, map, merge, timer } from "rxjs";
import { type Conntrack, netfilter } from "rxnetlink/netfilter";

const { conntrack } = netfilter();

/** Returns a connection as a line, without the port that the client happened to use. */
function line({ tupleOrig, countersOrig, countersReply }: Conntrack): string {
  const { ip, proto } = tupleOrig ?? {};
  const port = proto?.dstPort === undefined ? "" : ` ${proto.dstPort}`;
  const counts = `${countersOrig?.bytes ?? "?"} bytes there, ${countersReply?.bytes ?? "?"} back`;
  return `${ip?.src} > ${ip?.dst} ${proto?.num}${port}: ${counts}`;
}

const ended$ = conntrack.events$({ events: ["destroy"], listening: () => console.log("listening") }).pipe(
  filter((event) => event.type === "destroy"),
  map((event) => event.conntrack),
);

// Read and zeroed at once, so that nothing is counted twice when a connection ends.
const current$ = timer(0, 10_000).pipe(
  concatMap(() => conntrack.zeroCounters$("all")),
  filter(({ countersOrig }) => countersOrig?.packets !== 0n),
);

merge(ended$, current$).pipe(map(line)).subscribe(console.log);
