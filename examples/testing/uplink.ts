// Picks an uplink: the first of several links that is up. Tested by testing-with-vitest.test.ts, run by record-uplink.ts.

import { distinctUntilChanged, map, type Observable } from "rxjs";
import type { Rtnetlink } from "rxnetlink";

/** The first of these links that is up, now and whenever that changes; `undefined` if none is. */
export function uplink$(
  { link }: Pick<Rtnetlink, "link">,
  names: readonly string[],
): Observable<string | undefined> {
  return link.state$().pipe(
    map((links) => [...links.values()].filter(({ operstate }) => operstate === "up")),
    map((up) => names.find((name) => up.some(({ ifname }) => ifname === name))),
    distinctUntilChanged(),
  );
}
