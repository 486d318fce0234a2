import { identityBy, type StateDeclaration } from "@rxnetlink/core";
import type { Address } from "./address.js";
import { afterLinks, lostLink } from "./lost-link.js";

/** How the state of multicast and anycast addresses is kept. */
export const keptJoinedAddress: StateDeclaration<Address> = {
  identityOf: identityBy<Address>("family", "index", "multicast", "anycast"),
  // The scope follows from the address; notifications do not always have that of the list.
  volatile: ["cacheinfo", "scope"],
  follows: [lostLink],
  barrier: afterLinks,
};
