// Where the status comes from: streams of routing and of nftables, joined.

import {
  catchError,
  combineLatest,
  exhaustMap,
  map,
  type Observable,
  of,
  startWith,
  throttleTime,
  timer,
  toArray,
} from "rxjs";
import { type Link, type Rtnetlink, rate } from "rxnetlink";
import type { Netfilter } from "rxnetlink/netfilter";
import { type CounterRow, countersOf, type LinkRates, type RouterStatus, statusOf } from "./status.js";

const bytesOf = (links: readonly Pick<Link, "ifname" | "stats64">[]) =>
  Object.fromEntries(
    links.flatMap(({ ifname, stats64 }) => [
      [`${ifname} received`, stats64?.rxBytes ?? 0n],
      [`${ifname} sent`, stats64?.txBytes ?? 0n],
    ]),
  );

/** Rates of all links. Counters are no changes, so they are listed. */
const rates$ = ({ link }: Rtnetlink, every: number): Observable<LinkRates> =>
  timer(0, every).pipe(
    exhaustMap(() => link.list$({}, { members: ["ifname", "stats64"] }).pipe(toArray())),
    rate(bytesOf),
    startWith({}),
  );

/** Counters of nftables, or the reason why there are none, such as a lack of CAP_NET_ADMIN. */
const counters$ = (
  { nftables }: Pick<Netfilter, "nftables">,
  every: number,
): Observable<readonly CounterRow[] | string> =>
  nftables.ruleset$({ elements: false, relistEvery: every }).pipe(
    map(({ ruleset }) => countersOf(ruleset)),
    catchError(({ message }: Error) => of(message)),
  );

/** The status, at most once each `every` milliseconds. */
export function status$(
  nl: Rtnetlink,
  nf: Pick<Netfilter, "nftables">,
  every: number,
): Observable<RouterStatus> {
  return combineLatest([nl.topology$(), rates$(nl, every), counters$(nf, every)]).pipe(
    throttleTime(every, undefined, { leading: true, trailing: true }),
    map(([topology, rates, counters]) => statusOf(topology, rates, counters)),
  );
}
