// Waits until a link has its carrier, at most for a minute. Needs no privilege.
//
//   $ node dist/wait-for-carrier.js eth0
//   waiting for eth0
//   eth0 is up

import { defer, filter, first, map, merge, Subject, switchMap, timeout } from "rxjs";
import { type Change, type Link, rtnetlink } from "rxnetlink";

const name = process.argv[2] ?? "lo";
const { link } = rtnetlink();

const listening$ = new Subject<void>();
const changes$ = link.notifications$({ listening: () => listening$.next() }).pipe(
  filter((event): event is Change<Link> => event.event === "new"),
  map(({ value }) => value),
);
// Listen first and look then: a carrier that comes in between is not missed.
const now$ = listening$.pipe(switchMap(() => defer(() => link.list$({ ifname: name }))));

console.log(`waiting for ${name}`);
merge(now$, changes$)
  .pipe(
    first(({ ifname, operstate, carrier }) => ifname === name && (operstate === "up" || carrier === 1)),
    timeout(60_000),
  )
  .subscribe({
    next: () => console.log(`${name} is up`),
    error: (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  });
