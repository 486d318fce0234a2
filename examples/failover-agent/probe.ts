// Has the kernel check that gateways answer, also those that no packet is sent to at the moment.

import { catchError, EMPTY, exhaustMap, ignoreElements, merge, type Observable, of, timer } from "rxjs";
import { neighbourFlags, neighbourState, type Rtnetlink } from "rxnetlink";
import type { Uplink } from "./uplink.js";

/**
 * Has the kernel resolve a gateway as if a packet were sent to it. What it finds out is announced as the neighbour's state.
 * An entry that an administrator has made permanent would lose that, and is left alone.
 */
function use$({ neighbour }: Rtnetlink, { ifname, gateway }: Uplink): Observable<never> {
  const key = { ndmIfindex: ifname, dst: gateway };
  const request = { ...key, state: 0, flags: neighbourFlags.of("use") };
  return neighbour.get$(key).pipe(
    catchError(() => of({ state: 0 })),
    exhaustMap(({ state }) => (neighbourState.has(state, "permanent") ? EMPTY : neighbour.replace$(request))),
    ignoreElements(),
    // A link that is absent or down says so elsewhere.
    catchError(() => EMPTY),
  );
}

/** Checks all gateways every so many milliseconds, until it is unsubscribed. */
export function probe$(nl: Rtnetlink, uplinks: readonly Uplink[], every: number): Observable<never> {
  return timer(0, every).pipe(exhaustMap(() => merge(...uplinks.map((uplink) => use$(nl, uplink)))));
}
