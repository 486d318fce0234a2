// Destroys all connections of TCP from and to an address, or a prefix, and prints them. Needs CAP_NET_ADMIN.
//
//   # node dist/sockets/kill-connections.js 192.0.2.0/24
//   192.0.2.1:443 > 192.0.2.7:50112
//   destroyed 1

import { lastValueFrom, tap, toArray } from "rxjs";
import { sockDiag, socketTerms } from "rxnetlink/diag";

const address = process.argv[2];
if (address === undefined) {
  console.error("usage: kill-connections ADDRESS");
  process.exit(2);
}

const { tcp } = sockDiag();
const { src, dst } = socketTerms;
const filter = src.in(address).or(dst.in(address));

// Both ends are here if the address is: each is destroyed, and one that has ended meanwhile is no error.
const destroyed$ = tcp.destroyAll$({ filter, states: ["established", "synSent", "closeWait"] }).pipe(
  tap(({ src: from, sport, dst: to, dport }) => console.log(`${from}:${sport} > ${to}:${dport}`)),
  toArray(),
);
console.log(`destroyed ${(await lastValueFrom(destroyed$)).length}`);
