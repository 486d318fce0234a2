// Keeps a set of nftables equal to the addresses of a host name, which it looks up every minute. Needs root.
//
//   $ node dist/netfilter/sync-set.js deb.debian.org
//   + 151.101.2.132
//   + 151.101.66.132
//   $ nft list set inet sync-set hosts

import { lookup } from "node:dns/promises";
import { concatMap, distinctUntilChanged, map, timer } from "rxjs";
import { netfilter } from "rxnetlink/netfilter";
import { syncSet, transaction } from "rxnetlink/nftables";

const MINUTE = 60_000;
const [host = "localhost"] = process.argv.slice(2);
const nf = netfilter();

// The table is the program's own: it is made again whenever the program starts, and no other is touched.
const table = { family: "inet", name: "sync-set", owner: "sync-set" } as const;
const hosts = { family: "inet", table: "sync-set", name: "hosts", keyType: "ipv4_addr" } as const;
const made$ = nf.nftables.ensure$(table, transaction().add("set", hosts));

const addresses$ = timer(0, MINUTE).pipe(
  concatMap(() => lookup(host, { all: true, family: 4 })),
  map((found) => found.map(({ address }) => address).sort()),
  distinctUntilChanged((before, after) => before.join() === after.join()),
);

made$.pipe(concatMap(() => addresses$.pipe(syncSet(nf.nftables, hosts)))).subscribe(({ added, removed }) => {
  for (const { key } of added) console.log(`+ ${key}`);
  for (const { key } of removed) console.log(`- ${key}`);
});
