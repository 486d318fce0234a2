// Tells by which of some links to go: the first one that is up. A part of a program, which
// testing-with-vitest.test.ts tests and record-uplink.ts runs.

import { distinctUntilChanged, map, type Observable } from "rxjs";
import type { Rtnetlink } from "rxnetlink";

/** The first of these links that is up, now and whenever that changes; `undefined` where none is. */
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
