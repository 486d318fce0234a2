// Makes two network namespaces, joins them by a veth pair and gives each end an address.
// Needs root, or a user namespace: unshare -Urn node dist/veth-between-namespaces.js
//
//   left: west 192.0.2.1/24
//   right: east 192.0.2.2/24

import { concat, concatMap, defer, filter, lastValueFrom, map, mergeMap, tap } from "rxjs";
import { kernelTransport, linkFlags, rtnetlink } from "rxnetlink";

const transport = kernelTransport();
const [left, right] = await Promise.all([transport.createNamespace(), transport.createNamespace()]);

/** Sets up and shows one end: its link is up and has an address. */
function end(side: string, namespace: typeof left, ifname: string, local: string) {
  const { link, address } = rtnetlink({ transport, namespace: namespace.ref });
  return link.get$({ ifname }).pipe(
    concatMap(({ index }) =>
      concat(
        link.change$({ index, flags: linkFlags.of("up") }),
        address.add$({ index, local, prefixlen: 24 }),
        defer(() => address.list$({ index, family: "inet" })),
      ),
    ),
    filter((result) => "prefixlen" in result),
    map((found) => `${side}: ${ifname} ${found.local}/${found.prefixlen}`),
  );
}

const { link } = rtnetlink({ transport, namespace: left.ref });
const peer = { ifname: "east", netNsFd: right.fd };
const ends$ = link
  .add$({ ifname: "west", linkinfo: { data: { veth: { peer } } } })
  .pipe(
    mergeMap(() => concat(end("left", left, "west", "192.0.2.1"), end("right", right, "east", "192.0.2.2"))),
  );

await lastValueFrom(ends$.pipe(tap(console.log)));
await transport.close();
