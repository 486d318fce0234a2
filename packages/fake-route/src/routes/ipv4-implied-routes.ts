import { addressFlags, routeTables } from "@rxnetlink/route";
import type { FakeAddress } from "../addresses/fake-address.js";
import { type FakeLink, isUp } from "../links/fake-link.js";
import type { FakeRoute } from "./fake-route.js";
import { covers, lastOf, masked } from "./ip-prefix.js";

const { noprefixroute, secondary } = addressFlags.bits;
const LIMITED_BROADCAST = "255.255.255.255";
/** Longest prefix that has a broadcast address. */
const LONGEST_WITH_BROADCAST = 30;

/** Returns the primary address in the subnet of another one. */
export function primaryOf(rows: readonly FakeAddress[], row: FakeAddress): FakeAddress | undefined {
  return rows.find(
    (one) =>
      one !== row &&
      (one.flags & secondary) === 0 &&
      one.prefixlen === row.prefixlen &&
      covers(one.address, one.prefixlen, row.address),
  );
}

/** Returns the routes that an address implies, in the kernel's order of insertion. */
export function impliedRoutes(link: FakeLink, rows: readonly FakeAddress[], row: FakeAddress): FakeRoute[] {
  const isSecondary = (row.flags & secondary) !== 0;
  const prefsrc = (isSecondary ? primaryOf(rows, row) : row)?.local;
  if (prefsrc === undefined) return [];
  const common = { family: "inet", tos: 0, protocol: "kernel", priority: 0, prefsrc } as const;
  const { index, kind } = link;
  const nexthops = [{ oif: index }];
  const local = { ...common, type: "local", scope: "host", table: routeTables.local, nexthops } as const;
  const broadcast = { ...local, type: "broadcast", scope: "link", dstLen: 32 } as const;
  const routes: FakeRoute[] = [{ ...local, dst: row.local, dstLen: 32 }];
  if (!isUp(link)) return routes;
  if (row.broadcast !== undefined && row.broadcast !== LIMITED_BROADCAST)
    routes.push({ ...broadcast, dst: row.broadcast });
  const { prefixlen } = row;
  const dst = masked(row.address, prefixlen);
  if (isSecondary || dst.startsWith("0.") || (dst === row.local && prefixlen === 32)) return routes;
  const direct = { ...common, type: "unicast", scope: "link", table: routeTables.main, nexthops } as const;
  const prefix = kind.type === "loopback" ? local : direct;
  if ((row.flags & noprefixroute) === 0)
    routes.push({ ...prefix, dst, dstLen: prefixlen, priority: row.rtPriority ?? 0 });
  if (prefixlen <= LONGEST_WITH_BROADCAST) routes.push({ ...broadcast, dst: lastOf(dst, prefixlen) });
  return routes;
}
