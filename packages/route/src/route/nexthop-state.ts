import type { StateDeclaration } from "@rxnetlink/core";
import { afterLinks, lostLink } from "../link/dependents.js";
import type { Nexthop } from "./nexthop.js";

/** How the state of nexthops is kept: those of a link end with it, without a word. */
export const keptNexthop: StateDeclaration<Nexthop> = {
  identityOf: ({ id }) => id,
  volatile: ["groupStats", "unbalancedTime"],
  follows: [lostLink],
  barrier: afterLinks,
};
