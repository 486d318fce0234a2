import { identityBy, type StateRules } from "@rxnetlink/core";
import type { Address } from "./layout.js";

/** How the state of addresses is kept. */
export const addressStateRules: StateRules<Address> = {
  identityOf: identityBy<Address>("index", "local", "address", "prefixlen"),
  // Lifetimes run down.
  volatile: ["cacheinfo"],
};
