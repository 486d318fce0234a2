import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { dependsOnLink, linkBarrier } from "../link/dependents.js";
import type { Link } from "../link/layout.js";
import { linkObject } from "../link/link.js";
import { linkStateRules } from "../link/state.js";
import type { Address } from "./layout.js";

/** Smallest MTU of a link that has IPv6, in bytes. */
const IPV6_MIN_MTU = 1280;

/** A link whose MTU falls below the IPv6 minimum silently leaves its groups. */
const dependsOnMtu: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates: ({ value }, previous) =>
    value.mtu !== previous?.mtu && (value.mtu ?? IPV6_MIN_MTU) < IPV6_MIN_MTU,
};

/** State rules of multicast and anycast addresses. */
export const joinedAddressStateRules: StateRules<Address> = {
  identityOf: identityBy<Address>("family", "index", "multicast", "anycast"),
  // The scope follows from the address; notifications and dumps do not always report the same.
  volatile: ["cacheinfo", "scope"],
  dependsOn: [dependsOnLink, dependsOnMtu],
  barrier: linkBarrier,
};
