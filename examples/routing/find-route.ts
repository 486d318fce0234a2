// Prints the way that packets to an address take, as `ip route get` does, and again whenever it changes, until Ctrl-C. Needs no
// privileges.
//
//   $ node dist/routing/find-route.js 198.51.100.7
//   198.51.100.7 via 192.0.2.254 on eth0 from 192.0.2.1
//   198.51.100.7 is unreachable: ENETUNREACH

import { catchError, distinctUntilChanged, map, of, switchMap } from "rxjs";
import { type KernelError, type Route, rtnetlink, type Topology } from "rxnetlink";
import { settle } from "rxnetlink/operators";

const [dst = "127.0.0.1"] = process.argv.slice(2);
const nl = rtnetlink();

function inWords({ gateway, oif = 0, prefsrc }: Route, { links }: Topology): string {
  const nexthop = gateway === undefined ? "" : ` via ${gateway}`;
  return `${dst}${nexthop} on ${links.get(oif)?.link.ifname} from ${prefsrc}`;
}

// Links, addresses, routes and rules decide together; the kernel knows how.
nl.topology$()
  .pipe(
    settle(50, { maxWait: 500 }),
    switchMap((topology) =>
      nl.route.get$({ dst }).pipe(
        map((route) => inWords(route, topology)),
        catchError(({ code }: KernelError) => of(`${dst} is unreachable: ${code}`)),
      ),
    ),
    distinctUntilChanged(),
  )
  .subscribe((line) => console.log(line));
