import {
  type Change,
  type Followed,
  identityByAllBut,
  type Known,
  type StateDeclaration,
} from "@rxnetlink/core";
import { afterLinks } from "../link/dependents.js";
import { type Link, linkObject } from "../link/link.js";
import { keptLink } from "../link/state.js";
import type { Rule } from "./rule.js";

/** The flags of a rule say whether there is a link of its name: that changes as links come and go. */
const namedLink: Followed<Link> = {
  object: linkObject,
  identityOf: keptLink.identityOf,
  takes: ({ event, value }, previous) => event === "delete" || value.ifname !== previous?.ifname,
};

/** The flags of a rule that goes on with another say whether there is one. */
function leavesOpen({ value }: Change<Rule>, { rows }: Known<Rule>): boolean {
  const { family, priority } = value;
  for (const rule of rows.values())
    if (rule.goto !== undefined && rule.goto === priority && rule.family === family) return true;
  return false;
}

/** How the state of rules is kept. What a rule's flags say of links changes without a word. */
export const keptRule: StateDeclaration<Rule> = {
  identityOf: identityByAllBut("flags"),
  mayRepeat: () => true,
  leavesOpen,
  follows: [namedLink],
  barrier: afterLinks,
};
