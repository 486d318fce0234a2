import { type Rule, routeTables, ruleFlags } from "@rxnetlink/route";
import type { IpFamily } from "./ip-prefix.js";

const NONE = 0xffff_ffff;
const COMPAT = 256;

/** A rule as the fake kernel keeps it: what is told of it. */
export interface FakeRule extends Omit<Rule, "family" | "table" | "priority"> {
  readonly family: IpFamily;
  readonly table: number;
  readonly priority: number;
}

/** The members of requests that are modelled. */
export const KNOWN_OF_RULES = [
  "family",
  "dstLen",
  "srcLen",
  "tos",
  "frhTable",
  "action",
  "flags",
  "dst",
  "src",
  "iifname",
  "oifname",
  "goto",
  "priority",
  "fwmark",
  "fwmask",
  "table",
  "protocol",
  "suppressPrefixlen",
  "suppressIfgroup",
];

/** The members that a request may name a rule by; 0 names none. */
const SELECTORS = ["iifname", "oifname", "fwmark", "fwmask", "suppressPrefixlen", "suppressIfgroup"] as const;

/** The rule that a request asks for, but for its priority. */
export function ruleOf(request: Partial<Rule> & { family: Rule["family"] }): Omit<FakeRule, "priority"> {
  const { frhTable = 0, table = frhTable, fwmark, fwmask, flags = 0, action = "toTbl" } = request;
  const { dstLen = 0, srcLen = 0, tos = 0, src, dst, iifname, oifname, goto, protocol = "unspec" } = request;
  // A mark counts with all its bits unless there is a mask.
  const mask = fwmask ?? (fwmark ? NONE : 0);
  return {
    family: request.family as IpFamily,
    dstLen,
    srcLen,
    tos,
    frhTable: table < COMPAT ? table : routeTables.compat,
    action,
    flags: flags & (ruleFlags.bits.invert | ruleFlags.bits.permanent),
    table,
    suppressPrefixlen: request.suppressPrefixlen ?? NONE,
    ...(request.suppressIfgroup !== undefined && { suppressIfgroup: request.suppressIfgroup }),
    protocol,
    ...(goto !== undefined && { goto }),
    ...(srcLen > 0 && src !== undefined && { src }),
    ...(dstLen > 0 && dst !== undefined && { dst }),
    ...(iifname !== undefined && { iifname }),
    ...(oifname !== undefined && { oifname }),
    ...(fwmark && { fwmark }),
    ...(mask !== 0 && { fwmask: mask }),
  };
}

/** Whether a rule is about what another says of packets; what that does not say is not looked at. */
function isAbout(rule: FakeRule, { srcLen, dstLen, src, dst, tos }: Omit<Rule, "table">): boolean {
  return (
    (srcLen === 0 || (rule.srcLen === srcLen && rule.src === src)) &&
    (dstLen === 0 || (rule.dstLen === dstLen && rule.dst === dst)) &&
    (tos === 0 || rule.tos === tos)
  );
}

/** Whether a rule keeps another from being added with `NLM_F_EXCL`. */
export function isInTheWay(rule: FakeRule, wanted: FakeRule): boolean {
  const keys = ["action", "table", "priority", ...SELECTORS] as const;
  return keys.every((key) => rule[key] === wanted[key]) && isAbout(rule, wanted);
}

/** Whether a request to delete is about a rule: all that it says must be so. */
export function isMeantRule(rule: FakeRule, request: Rule): boolean {
  const { action, frhTable, table = frhTable, priority } = request;
  return (
    (action === "unspec" || rule.action === action) &&
    (table === 0 || rule.table === table) &&
    (priority === undefined || rule.priority === priority) &&
    SELECTORS.every((key) => !request[key] || rule[key] === request[key]) &&
    isAbout(rule, request)
  );
}
