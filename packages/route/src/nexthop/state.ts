import type { StateRules } from "@rxnetlink/core";
import { dependsOnLink, linkBarrier } from "../link/dependents.js";
import type { Nexthop } from "./layout.js";

/** State rules of nexthops, which silently end with their link. */
export const nexthopStateRules: StateRules<Nexthop> = {
  identityOf: ({ id }) => id,
  remembers: [],
  volatile: ["groupStats", "unbalancedTime"],
  dependsOn: [dependsOnLink],
  barrier: linkBarrier,
};
