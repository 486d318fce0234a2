// The agent: what is seen becomes a decision, the decision a route, and all of it a status.

import {
  asapScheduler,
  auditTime,
  catchError,
  combineLatest,
  distinctUntilChanged,
  filter,
  ignoreElements,
  map,
  type Observable,
  of,
  scan,
  share,
  startWith,
  switchMap,
} from "rxjs";
import type { Rtnetlink } from "rxnetlink";
import { choose } from "./choose.js";
import { leadsBy, moveTo$ } from "./default-route.js";
import { type Health, healthOf, type Uplink } from "./uplink.js";

/** Options of {@link failover$}. */
export interface FailoverOptions {
  /** Uplinks, in order of preference. */
  readonly uplinks: readonly Uplink[];
  /** Time for which an uplink must be healthy before it is returned to, in milliseconds. */
  readonly holdDown: number;
}

/** State of the agent, as it is printed. */
export interface Status {
  /** The link that packets shall leave by; `null` if no uplink is healthy. */
  readonly active: string | null;
  /** Health of each uplink, by its link. */
  readonly uplinks: Readonly<Record<string, Health>>;
  /** Reason why the route could not be moved there, if it could not. */
  readonly error?: string;
}

/** Health of each uplink, whenever one changes. */
const healths$ = (nl: Rtnetlink, uplinks: readonly Uplink[]) =>
  nl.topology$().pipe(
    scan(
      (before, topology) => uplinks.map((uplink, i) => healthOf(topology, uplink, before[i])),
      [] as readonly Health[],
    ),
    distinctUntilChanged((one, other) => one.join() === other.join()),
  );

/**
 * Keeps the default route on the best uplink while it is subscribed, and emits the status whenever it changes. A route that
 * somebody deletes is put back.
 */
export function failover$(nl: Rtnetlink, { uplinks, holdDown }: FailoverOptions): Observable<Status> {
  const shared$ = healths$(nl, uplinks).pipe(share());
  const chosen$ = shared$.pipe(
    choose(holdDown),
    map((index) => (index === undefined ? undefined : uplinks[index])),
  );
  // All that follows from one change is seen together.
  const seen$ = combineLatest([nl.topology$(), shared$, chosen$]).pipe(auditTime(0, asapScheduler), share());
  const error$ = seen$.pipe(
    filter(([topology, , chosen]) => chosen !== undefined && !leadsBy(topology, chosen)),
    switchMap(([, , chosen]) =>
      moveTo$(nl, chosen!).pipe(
        ignoreElements(),
        startWith(undefined),
        catchError(({ message }: Error) => of(message)),
      ),
    ),
    startWith(undefined),
    distinctUntilChanged(),
  );
  return combineLatest([seen$, error$]).pipe(
    map(([[, healths, chosen], error]) => statusOf(uplinks, healths, chosen, error)),
    distinctUntilChanged((one, other) => JSON.stringify(one) === JSON.stringify(other)),
  );
}

function statusOf(
  uplinks: readonly Uplink[],
  healths: readonly Health[],
  chosen: Uplink | undefined,
  error: string | undefined,
): Status {
  const byLink = Object.fromEntries(uplinks.map(({ ifname }, i) => [ifname, healths[i] ?? "absent"]));
  return { active: chosen?.ifname ?? null, uplinks: byLink, ...(error !== undefined && { error }) };
}
