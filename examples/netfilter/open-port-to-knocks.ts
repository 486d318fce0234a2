// Opens a port to whoever knocks at secret ports in the right order, until Ctrl-C. Needs CAP_NET_ADMIN. Knocks are logged by a
// rule, and whoever has knocked is added to a set that another rule accepts:
//
//   # nft add table ip door
//   # nft 'add chain ip door input { type filter hook input priority 0; }'
//   # nft 'add rule ip door input udp dport { 7001, 7002, 7003 } log group 5 drop'
//   # node dist/netfilter/open-port-to-knocks.js
//   knock at 7001, 7002, 7003
//   192.0.2.7 may enter
//   # iptables -A INPUT -p tcp --dport 22 -m set ! --match-set guests src -j DROP

import { concatMap, filter, groupBy, map, mergeMap, scan } from "rxjs";
import { netfilter } from "rxnetlink/netfilter";
import { decodePackets } from "rxnetlink/packet";
import { done } from "rxnetlink/promises";

const KNOCKS = [7001, 7002, 7003];
const guests = { setname: "guests", typename: "hash:ip", data: { timeout: 60 } } as const;
const nf = netfilter();

await done(nf.ipset.create$(guests, { exist: true }));

nf.nflog$(5, { qthresh: 1, copyRange: 64, listening: () => console.log(`knock at ${KNOCKS.join(", ")}`) })
  .pipe(
    decodePackets(),
    mergeMap((event) => (event.type === "packet" && event.headers.type === "ipv4" ? [event.headers] : [])),
    groupBy(({ saddr }) => saddr),
    mergeMap((knocker$) =>
      knocker$.pipe(
        // Counts the knocks that were right, one after the other; a wrong one begins again.
        scan((count, { payload }) => {
          const port = payload.type === "udp" ? payload.dest : 0;
          if (port === KNOCKS[count]) return count + 1;
          return port === KNOCKS[0] ? 1 : 0;
        }, 0),
        filter((count) => count === KNOCKS.length),
        map(() => knocker$.key),
      ),
    ),
    concatMap((ip) => nf.ipset.add$(guests, { ip }, { exist: true }).pipe(map(() => ip))),
  )
  .subscribe((ip) => console.log(`${ip} may enter`));
