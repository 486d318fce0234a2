import {
  type ChangeNotification,
  type Dependency,
  identityByAllExcept,
  type KnownObjects,
  type StateRules,
} from "@rxnetlink/core";
import { linkBarrier } from "../link/dependents.js";
import type { Link } from "../link/layout.js";
import { linkObject } from "../link/link.js";
import { linkStateRules } from "../link/state.js";
import type { Rule } from "./layout.js";

/** A rule's flags report if a link with the rule's link name exists, which changes as links come and go. */
const dependsOnLinkName: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates: ({ type: event, value }, previous) => event === "delete" || value.ifname !== previous?.ifname,
};

/** Relists if a rule's target of `goto` may have appeared or gone, which the rule's flags report. */
function needsRelist({ value }: ChangeNotification<Rule>, { rows }: KnownObjects<Rule>): boolean {
  const { family, priority } = value;
  for (const rule of rows.values())
    if (rule.goto !== undefined && rule.goto === priority && rule.family === family) return true;
  return false;
}

/** State rules of rules. The kernel silently changes the flags that report on links. */
export const ruleStateRules: StateRules<Rule> = {
  identityOf: identityByAllExcept("flags"),
  remembers: ["family", "goto"],
  mayDuplicate: () => true,
  needsRelist,
  dependsOn: [dependsOnLinkName],
  barrier: linkBarrier,
};
