import { identityBy, type StateDeclaration } from "@rxnetlink/core";
import { type Netconf, netconfIfindex } from "./netconf.js";

/** How the state of netconf is kept. Links that have no setting of their own follow the default without a word. */
export const keptNetconf: StateDeclaration<Netconf> = {
  identityOf: identityBy<Netconf>("family", "ifindex"),
  partial: true,
  // So do IPv6's defaults with what is set for all.
  leavesOpen: ({ value: { family, ifindex } }) =>
    ifindex === netconfIfindex.default || (family === "inet6" && ifindex === netconfIfindex.all),
  silent: { bcForwarding: { reason: "no kernel notifies of it" } },
};
