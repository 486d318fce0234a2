import { defineObject, type ObjectOf, type Verb } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { familyOf, hostLength } from "../common/address-family.js";
import { routeTables } from "../common/route-enums.js";
import { RTM_DELRULE, RTM_GETRULE, RTM_NEWRULE } from "../common/rtm.js";
import { RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE } from "../common/rtnlgrp.js";
import { type Rule, ruleAction, ruleFlags, ruleMessage } from "./layout.js";
import { ruleStateRules } from "./state.js";

const COMPAT = 256;
const NONE = 0xffff_ffff;
/** Flags that the kernel reports; in a request they would stick even after they cease to be true. */
const REPORTED = ruleFlags.of("unresolved", "iifDetached", "oifDetached");

/** Removes reported flags and unset suppressors, whose "none" the kernel would take for a value. */
function withoutUnset({
  suppressIfgroup,
  suppressPrefixlen,
  flags = 0,
  ...rule
}: Partial<Rule>): Partial<Rule> {
  return {
    ...rule,
    flags: (flags & ~REPORTED) >>> 0,
    ...(suppressIfgroup !== NONE && suppressIfgroup !== undefined && { suppressIfgroup }),
    ...(suppressPrefixlen !== NONE && suppressPrefixlen !== undefined && { suppressPrefixlen }),
  };
}

/** Returns what `ip rule add` fills in: action and table. A listed rule without a priority has priority 0. */
function defaultsOf(given: Partial<Rule>): Partial<Rule> {
  const { action = given.goto === undefined ? "toTbl" : "goto", table, l3mdev, priority } = given;
  const looksUp = (action === "toTbl" || action === ruleAction.values.toTbl) && !l3mdev;
  return {
    action,
    ...(table === undefined && looksUp && { frhTable: routeTables.main }),
    ...(priority === undefined && ruleMessage.isListed!(given) && { priority: 0 }),
  };
}

/** Completes a request as `ip rule` does: family, prefix lengths, action and table. The family defaults to IPv4. */
function completeRule(given: Partial<Rule>, verb: Verb): Partial<Rule> {
  if (verb === "list" || verb === "get") return given;
  const { table } = given;
  return {
    family: familyOf(given.src, given.dst) ?? "inet",
    dstLen: hostLength(given.dst),
    srcLen: hostLength(given.src),
    ...(table !== undefined && { frhTable: table < COMPAT ? table : routeTables.unspec }),
    ...(verb !== "delete" && defaultsOf(given)),
    ...withoutUnset(given),
  };
}

/** Rule messages (`RTM_*RULE`). The kernel cannot change a rule. */
export const ruleObject = defineObject({
  name: "rule",
  namedBy: ["family", "priority", "src", "srcLen", "dst", "dstLen", "table"],
  layout: nest<Rule>(ruleMessage),
  types: { new: RTM_NEWRULE, delete: RTM_DELRULE, get: RTM_GETRULE },
  groups: [RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE],
  verbs: ["list", "get", "add", "delete", "notify", "watch"],
  filters: ["family"],
  notFound: "ENOENT",
  complete: completeRule,
  keysOf: ({ flags, ...rule }, verb) => [
    // Reported flags change on their own.
    verb === "get" ? rule : { ...rule, flags: (flags ?? 0) & ruleFlags.bits.invert },
  ],
  state: ruleStateRules,
});
/** Verbs of routing policy rules; the kernel cannot change one. */
export interface Rules extends ObjectOf<typeof ruleObject> {}
