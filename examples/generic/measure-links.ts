// Prints the speed of every link that has a connection, and what it receives and sends, every two seconds until Ctrl-C. Needs no
// privileges.
//
//   $ node dist/generic/measure-links.js
//   link            speed (Mbit/s)    received        sent
//   lo                           -        0.00        0.00
//   eth0                      1000      312.40       11.02

import { exhaustMap, forkJoin, share, skip, timer, toArray, zip } from "rxjs";
import { type Link, rtnetlink } from "rxnetlink";
import { ethtool } from "rxnetlink/ethtool";
import { rate } from "rxnetlink/operators";

const every = Number(process.argv[2] ?? 2000);
const nl = rtnetlink();
const et = ethtool({ transport: nl.transport });

/** Bytes of all links, by the name of the link and the direction. */
const bytesOf = (links: readonly Link[]) =>
  Object.fromEntries(
    links.flatMap(({ ifname, stats64 }) => [
      [`${ifname} rx`, stats64?.rxBytes ?? 0n],
      [`${ifname} tx`, stats64?.txBytes ?? 0n],
    ]),
  );

const samples$ = timer(0, every).pipe(
  exhaustMap(() =>
    forkJoin({
      links: nl.link.list$({ flags: { lowerUp: true } }).pipe(toArray()),
      modes: et.linkModes.list$({}, { members: ["devName", "speed"] }).pipe(toArray()),
    }),
  ),
  share(),
);
const rates$ = samples$.pipe(rate(({ links }) => bytesOf(links)));

const row = (name: string, speed: unknown, received: string, sent: string) =>
  `${name.padEnd(16)}${String(speed).padStart(14)}${received.padStart(12)}${sent.padStart(12)}`;
/** Megabits per second; 0 for a link that has just come. */
const megabits = (bytes = 0) => (((bytes || 0) * 8) / 1e6).toFixed(2);

zip(samples$.pipe(skip(1)), rates$).subscribe(([{ links, modes }, rates]) => {
  console.log(row("link", "speed (Mbit/s)", "received", "sent"));
  for (const { ifname = "" } of links) {
    const speed = modes.find(({ devName }) => devName === ifname)?.speed ?? "-";
    console.log(row(ifname, speed, megabits(rates[`${ifname} rx`]), megabits(rates[`${ifname} tx`])));
  }
});
