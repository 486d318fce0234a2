import type { Transport } from "@rxnetlink/core";
import { rate } from "@rxnetlink/core/operators";
import { type Link, type Rtnetlink, rtnetlink, type Topology } from "@rxnetlink/route";
import {
  catchError,
  concat,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  finalize,
  ignoreElements,
  last,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  type SchedulerLike,
  share,
  takeUntil,
  throttleTime,
  timer,
  toArray,
} from "rxjs";
import type { Rate } from "../wire/state.js";
import { rulesetChanges$ } from "./firewall.js";
import type { Place, PlaceEvent } from "./place.js";

/** What is reported of a namespace. */
type Report =
  | { readonly type: "opened"; readonly nl: Rtnetlink }
  | { readonly type: "topology"; readonly topology: Topology }
  | { readonly type: "rates"; readonly rates: ReadonlyMap<number, Rate> }
  | { readonly type: "ruleset"; readonly by: string }
  | { readonly type: "failed"; readonly error: unknown }
  | { readonly type: "gone" };

/** A report, with its namespace. */
export type PlaceReport = Report & { readonly place: Place };

/** Time in which changes are collected, in milliseconds. */
const COLLECT_MS = 100;
/** Time between two samples of counters, in milliseconds. */
const SAMPLE_MS = 1000;

type Sample = Pick<Link, "index" | "stats64">;

const counters = (links: readonly Sample[]) =>
  Object.fromEntries(
    links.flatMap(({ index, stats64 }) => [
      [`${index} rx`, stats64?.rxBytes ?? 0n],
      [`${index} tx`, stats64?.txBytes ?? 0n],
    ]),
  );

function rateMap(rates: Readonly<Record<string, number>>): Map<number, Rate> {
  const indexes = new Set(Object.keys(rates).map((key) => Number.parseInt(key, 10)));
  // A link that has just come has no rates.
  const of = (index: number, which: string) => Math.round(rates[`${index} ${which}`] || 0);
  return new Map([...indexes].map((index) => [index, [of(index, "rx"), of(index, "tx")]]));
}

/** Emits the rates of links each second. */
function rates$({ link }: Rtnetlink, scheduler: SchedulerLike): Observable<Report> {
  return timer(0, SAMPLE_MS, scheduler).pipe(
    exhaustMap(() => link.list$({}, { members: ["index", "stats64"] }).pipe(toArray())),
    rate(counters, scheduler),
    map((rates): Report => ({ type: "rates", rates: rateMap(rates) })),
    // Links remain visible without their rates.
    catchError(() => EMPTY),
  );
}

/** Follows one namespace until it ends. Changes that come in a storm are collected. */
function follow$(transport: Transport, { ref }: Place, scheduler: SchedulerLike): Observable<Report> {
  return defer(() => {
    const nl = rtnetlink({ transport, ...(ref !== undefined && { namespace: ref }) });
    const topologies$ = nl.topology$().pipe(share());
    const reports$ = topologies$.pipe(
      throttleTime(COLLECT_MS, scheduler, { leading: true, trailing: true }),
      map((topology): Report => ({ type: "topology", topology })),
    );
    const ended$ = topologies$.pipe(
      ignoreElements(),
      catchError(() => EMPTY),
      last(undefined, null),
    );
    const rulesets$ = rulesetChanges$(transport, ref).pipe(map((by): Report => ({ type: "ruleset", by })));
    return concat(
      of<Report>({ type: "opened", nl }),
      merge(reports$, merge(rates$(nl, scheduler), rulesets$).pipe(takeUntil(ended$))),
    ).pipe(
      catchError((error: unknown) => of<Report>({ type: "failed", error })),
      finalize(() => nl.connection.close()),
    );
  });
}

/** Follows namespaces as they come and go. */
export function reports$(
  transport: Transport,
  places$: Observable<PlaceEvent>,
  scheduler: SchedulerLike,
): Observable<PlaceReport> {
  return defer(() => {
    const shared$ = places$.pipe(share());
    return shared$.pipe(
      filter(({ type }) => type === "added"),
      mergeMap(({ place }) => {
        const removed$ = shared$.pipe(
          filter(({ type, place: { name } }) => type === "removed" && name === place.name),
        );
        const gone$ = defer(() => of<Report>({ type: "gone" }));
        const inside$ = follow$(transport, place, scheduler).pipe(takeUntil(removed$));
        return merge(inside$, removed$.pipe(mergeMap(() => gone$))).pipe(
          map((report) => ({ ...report, place })),
        );
      }),
    );
  });
}
