// Keeps an IP set equal to a stream of addresses, which it reads from its input: one a line, with a "-" before those that leave.
// Needs root.
//
//   $ printf '192.0.2.1\n198.51.100.0/24\n-192.0.2.1\n' | node dist/netfilter/keep-block-list.js blocked
//   blocked holds 198.51.100.0/24
//   $ iptables -A INPUT -m set --match-set blocked src -j DROP

import { createInterface } from "node:readline";
import { auditTime, concatMap, from, map, type Observable, scan } from "rxjs";
import { type IpSets, netfilter } from "rxnetlink/netfilter";

/** Keeps a set of networks equal to the latest list; emits each list once packets meet it. */
export function syncSet(
  ipset: Pick<IpSets, "replace$">,
  setname: string,
  addresses$: Observable<readonly string[]>,
): Observable<readonly string[]> {
  return addresses$.pipe(
    concatMap((addresses) =>
      ipset
        .replace$(
          { setname, typename: "hash:net" },
          addresses.map((ip) => ({ ip })),
        )
        .pipe(map(() => addresses)),
    ),
  );
}

const [setname = "blocked"] = process.argv.slice(2);
const nf = netfilter();

const addresses$ = from(createInterface(process.stdin)).pipe(
  scan(
    (known, line) => {
      const address = line.replace("-", "");
      const others = known.filter((one) => one !== address);
      return line.startsWith("-") ? others : [...others, address];
    },
    [] as readonly string[],
  ),
  auditTime(20),
);

syncSet(nf.ipset, setname, addresses$).subscribe({
  next: (addresses) => console.log(`${setname} holds ${addresses.join(" ")}`),
  complete: () => nf.close(),
});
