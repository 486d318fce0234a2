import { type Followed, identityByAllBut, type StateDeclaration } from "@rxnetlink/core";
import { keptLink } from "./kept-link.js";
import { type Link, linkObject } from "./link.js";
import { afterLinks } from "./lost-link.js";
import type { Rule } from "./rule.js";

/** The flags of a rule say whether there is a link of its name: that changes as links come and go. */
const namedLink: Followed<Link> = {
  object: linkObject,
  identityOf: keptLink.identityOf,
  takes: ({ event }, previous) => event === "delete" || previous === undefined,
};

/** How the state of rules is kept. What a rule's flags say of links changes without a word. */
export const keptRule: StateDeclaration<Rule> = {
  identityOf: identityByAllBut("flags"),
  mayRepeat: () => true,
  follows: [namedLink],
  barrier: afterLinks,
};
