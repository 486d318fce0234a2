import { identityByAllBut, type StateDeclaration } from "@rxnetlink/core";
import { afterLinks, lostLink } from "./lost-link.js";
import type { Rule } from "./rule.js";

/** How the state of rules is kept. What a rule's flags say of links changes without a word. */
export const keptRule: StateDeclaration<Rule> = {
  identityOf: identityByAllBut("flags"),
  // There may be several that are alike, of which one is gone.
  leavesOpen: ({ event }) => event === "delete",
  follows: [lostLink],
  barrier: afterLinks,
};
