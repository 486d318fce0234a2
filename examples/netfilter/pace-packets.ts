// Lets queued packets pass at a fixed rate, in their order, and drops those for which too many wait. Needs CAP_NET_ADMIN.
//
//   # iptables-nft -A OUTPUT -p udp --dport 99 -j NFQUEUE --queue-num 3 --queue-bypass
//   # node dist/netfilter/pace-packets.js 20
//   20 packets a second pass through queue 3
//   passed 127.0.0.1 > 127.0.0.1

import { concatMap, map, mergeMap, timer } from "rxjs";
import { netfilter } from "rxnetlink/netfilter";
import { decodePacket } from "rxnetlink/packet";

const rate = Number(process.argv[2] ?? 20);
const MOST = 100;
const nf = netfilter();
let waiting = 0;

const subscription = nf
  // Packets wait for their turn, so the verdict that they get without one comes late.
  .nfqueue$(3, {
    timeout: 60_000,
    listening: () => console.log(`${rate} packets a second pass through queue 3`),
  })
  .pipe(
    mergeMap((event) => {
      if (event.type !== "packet") return [];
      if (waiting < MOST) {
        waiting++;
        return [event];
      }
      event.drop();
      return [];
    }),
    concatMap((packet) => timer(1000 / rate).pipe(map(() => packet))),
  )
  .subscribe((packet) => {
    waiting--;
    packet.accept();
    const headers = decodePacket(packet.payload);
    if ("saddr" in headers) console.log(`passed ${headers.saddr} > ${headers.daddr}`);
  });

// Unsubscribing lets all that wait pass; a process that is killed drops them.
process.once("SIGINT", () => subscription.unsubscribe());
