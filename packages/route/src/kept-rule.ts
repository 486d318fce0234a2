import { identityByAllBut, type StateDeclaration } from "@rxnetlink/core";
import { afterLinks, lostLink } from "./lost-link.js";
import type { Rule } from "./rule.js";

/** How the state of rules is kept. What a rule's flags say of links changes without a word. */
export const keptRule: StateDeclaration<Rule> = {
  identityOf: identityByAllBut("flags"),
  mayRepeat: () => true,
  follows: [lostLink],
  barrier: afterLinks,
};
