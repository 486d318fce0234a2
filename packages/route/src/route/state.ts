import { type Dependency, identityBy, identityByAllExcept, type StateRules } from "@rxnetlink/core";
import { NLM_F_REPLACE } from "@rxnetlink/core/schema";
import { addressObject } from "../address/address.js";
import type { Address } from "../address/layout.js";
import { addressStateRules } from "../address/state.js";
import { routeFlags } from "../common/route-enums.js";
import { dependsOnLink, linkBarrier } from "../link/dependents.js";
import type { Nexthop } from "../nexthop/layout.js";
import { nexthopObject } from "../nexthop/nexthop.js";
import { nexthopStateRules } from "../nexthop/state.js";
import type { Route } from "./layout.js";

/** Routes with a preferred source end with that address; the kernel sends notifications since 6.6 (IPv4). */
const dependsOnAddress: Dependency<Address> = {
  object: addressObject,
  identityOf: addressStateRules.identityOf,
  invalidates: ({ type: event }) => event === "delete",
};

/** Routes silently end with their nexthop object, and change with it. */
const dependsOnNexthop: Dependency<Nexthop> = {
  object: nexthopObject,
  identityOf: nexthopStateRules.identityOf,
  invalidates: ({ type: event, flags }, previous) =>
    event === "delete" || previous !== undefined || (flags & NLM_F_REPLACE) !== 0,
};

const SLOT = ["family", "table", "dst", "dstLen", "src", "srcLen", "tos", "priority"] as const;
const PATH = [
  "type",
  "scope",
  "protocol",
  "gateway",
  "oif",
  "iif",
  "prefsrc",
  "nhId",
  "newdst",
  "flow",
] as const;
const slotOf = identityBy<Route>(...SLOT);
/** Joins all at once: texts joined later would all stay in memory, which doubles that of an identity. */
const keyOf = identityBy<Route>(...SLOT, ...PATH);
const split = identityByAllExcept("flags");

const isMulticast = ({ family }: Route) => family === "ipmr" || family === "ip6mr";

/** Returns what distinguishes a route from others in the same slot; a multicast route is alone there. */
function identityOf(route: Route): string | undefined {
  // A clone holds what was learnt about one host; it is not in the table.
  if (routeFlags.has(route.flags, "cloned")) return undefined;
  if (isMulticast(route)) return `${slotOf(route)}`;
  const { metrics, multipath, via, encap } = route;
  const parts = metrics ?? multipath ?? via ?? encap;
  const all = parts === undefined ? "" : ` ${split({ metrics, multipath, via, encap })}`;
  return `${keyOf(route)}${all}`;
}

/** State rules of routes. */
export const routeStateRules: StateRules<Route> = {
  identityOf,
  slotOf,
  remembers: [],
  volatile: ["cacheinfo", "expires", "mfcStats"],
  // Notifications have one nexthop, while IPv6 treats all nexthops to a destination as one route.
  needsRelist: ({ type: event, value }, { same, others }) =>
    (event === "delete" && same === undefined) ||
    (value.family === "inet6" && same === undefined && others > 0),
  mayDuplicate: ({ family }) => family === "inet6",
  dependsOn: [dependsOnLink, dependsOnAddress, dependsOnNexthop],
  barrier: linkBarrier,
};
