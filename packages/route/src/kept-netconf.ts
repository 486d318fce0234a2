import { identityBy, type StateDeclaration } from "@rxnetlink/core";
import { type Netconf, netconfIfindex } from "./netconf.js";

/** How the state of netconf is kept. Links that have no setting of their own follow the default without a word. */
export const keptNetconf: StateDeclaration<Netconf> = {
  identityOf: identityBy<Netconf>("family", "ifindex"),
  partial: true,
  leavesOpen: ({ value }) => value.ifindex === netconfIfindex.default,
};
