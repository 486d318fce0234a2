import { identityBy, type StateRules } from "@rxnetlink/core";
import { type Netconf, netconfIfindex } from "./netconf.js";

/** How the state of netconf is kept. Links that have no setting of their own follow the default without a word. */
export const netconfStateRules: StateRules<Netconf> = {
  identityOf: identityBy<Netconf>("family", "ifindex"),
  partial: true,
  // So do IPv6's defaults with what is set for all.
  needsRelist: ({ value: { family, ifindex } }) =>
    ifindex === netconfIfindex.default || (family === "inet6" && ifindex === netconfIfindex.all),
  silent: { bcForwarding: { reason: "no kernel notifies of it" } },
};
