import {
  type ChangeNotification,
  type Followed,
  identityByAllBut,
  type Known,
  type StateRules,
} from "@rxnetlink/core";
import { linkBarrier } from "../link/dependents.js";
import type { Link } from "../link/layout.js";
import { linkObject } from "../link/link.js";
import { linkStateRules } from "../link/state.js";
import type { Rule } from "./layout.js";

/** The flags of a rule say whether there is a link of its name: that changes as links come and go. */
const dependsOnLinkName: Followed<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  takes: ({ type: event, value }, previous) => event === "delete" || value.ifname !== previous?.ifname,
};

/** The flags of a rule that goes on with another say whether there is one. */
function needsRelist({ value }: ChangeNotification<Rule>, { rows }: Known<Rule>): boolean {
  const { family, priority } = value;
  for (const rule of rows.values())
    if (rule.goto !== undefined && rule.goto === priority && rule.family === family) return true;
  return false;
}

/** How the state of rules is kept. What a rule's flags say of links changes without a word. */
export const ruleStateRules: StateRules<Rule> = {
  identityOf: identityByAllBut("flags"),
  mayDuplicate: () => true,
  needsRelist,
  dependsOn: [dependsOnLinkName],
  barrier: linkBarrier,
};
