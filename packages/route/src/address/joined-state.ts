import { type Followed, identityBy, type StateRules } from "@rxnetlink/core";
import { dependsOnLink, linkBarrier } from "../link/dependents.js";
import type { Link } from "../link/layout.js";
import { linkObject } from "../link/link.js";
import { linkStateRules } from "../link/state.js";
import type { Address } from "./layout.js";

/** The MTU below which a link has no IPv6. */
const IPV6_MIN_MTU = 1280;

/** A link that becomes too small for IPv6 leaves its groups silently. */
const dependsOnMtu: Followed<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  takes: ({ value }, previous) => value.mtu !== previous?.mtu && (value.mtu ?? IPV6_MIN_MTU) < IPV6_MIN_MTU,
};

/** How the state of multicast and anycast addresses is kept. */
export const joinedAddressStateRules: StateRules<Address> = {
  identityOf: identityBy<Address>("family", "index", "multicast", "anycast"),
  // The scope follows from the address; notifications do not always have that of the list.
  volatile: ["cacheinfo", "scope"],
  dependsOn: [dependsOnLink, dependsOnMtu],
  barrier: linkBarrier,
};
