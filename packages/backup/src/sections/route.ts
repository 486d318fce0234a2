import { nexthopFlags, type Route, withoutPaths } from "@rxnetlink/route";
import { objectSection } from "../object-section.js";
import type { BackupRow } from "../row.js";

/** Families whose routes are configuration; those of multicast belong to daemons. */
const FAMILIES: ReadonlySet<unknown> = new Set(["inet", "inet6", "mpls"]);

/** Origins of routes that follow from addresses, or that routers announce. */
const KERNELS: ReadonlySet<unknown> = new Set(["kernel", "redirect", "ra"]);

function subject({ dst, dstLen, family, table, priority }: BackupRow): string {
  const to = dst === undefined ? `default ${family}` : `${dst}/${dstLen}`;
  const at = table === 254 || table === undefined ? "" : ` in table ${table}`;
  return `${to}${at}${priority === undefined ? "" : ` metric ${priority}`}`;
}

/** The flag `onlink` of the only nexthop, which routes have no name for. */
const ONLINK = `0x${nexthopFlags.bits.onlink}`;

/** Leaves out flags that are state, and the path that the kernel reports next to a nexthop object. */
function corrected(row: BackupRow, { flags }: Route): BackupRow {
  const route: BackupRow = { ...row, flags: nexthopFlags.has(flags, "onlink") ? [ONLINK] : [] };
  return row.nhId === undefined ? route : withoutPaths(route);
}

function lifetimeOf({ expires, cacheinfo }: Route): string | undefined {
  const left = cacheinfo?.expires ?? 0;
  if (expires === undefined && left === 0) return undefined;
  return `it expires in ${expires ?? Math.round(left / 100)} s`;
}

/** Routes of IPv4, IPv6 and MPLS. */
export const routes = objectSection<Route>({
  name: "route",
  object: ({ route }) => route.route,
  key: ["family", "dst", "dstLen", "src", "srcLen", "table", "tos", "priority"],
  subject,
  state: ["rtmTable"],
  bits: { "multipath.flags": ["onlink"] },
  isState: ({ family, protocol }) => !FAMILIES.has(family) || KERNELS.has(protocol),
  unsaved: lifetimeOf,
  corrected,
  // Several may have one key: the kernel keeps them in order.
  add: "append",
  change: "replace",
});
