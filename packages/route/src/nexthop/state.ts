import type { StateRules } from "@rxnetlink/core";
import { dependsOnLink, linkBarrier } from "../link/dependents.js";
import type { Nexthop } from "./layout.js";

/** How the state of nexthops is kept: those of a link end with it, without a word. */
export const nexthopStateRules: StateRules<Nexthop> = {
  identityOf: ({ id }) => id,
  volatile: ["groupStats", "unbalancedTime"],
  dependsOn: [dependsOnLink],
  barrier: linkBarrier,
};
