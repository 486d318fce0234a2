// Lists the links that are up, the busiest first. Needs no privileges.
//
//   $ node dist/routing/list-and-filter-links.js
//   1 lo up 184320 bytes

import { filter, map, mergeMap, toArray } from "rxjs";
import { type Link, linkFlags, rtnetlink } from "rxnetlink";

const bytes = ({ stats64 }: Link) => (stats64?.rxBytes ?? 0n) + (stats64?.txBytes ?? 0n);

rtnetlink()
  .link.list$()
  .pipe(
    filter(({ flags }) => linkFlags.has(flags, "up")),
    toArray(),
    mergeMap((links) => links.sort((a, b) => Number(bytes(b) - bytes(a)))),
    map((link) => `${link.index} ${link.ifname} up ${bytes(link)} bytes`),
  )
  .subscribe(console.log);
