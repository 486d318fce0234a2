import { identityBy, type StateRules } from "@rxnetlink/core";
import type { Address } from "./layout.js";

/** State rules of addresses. */
export const addressStateRules: StateRules<Address> = {
  identityOf: identityBy<Address>("index", "local", "address", "prefixlen"),
  remembers: [],
  // Lifetimes count down.
  volatile: ["cacheinfo"],
};
