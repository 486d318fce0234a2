import { type Rule, routeTables, ruleFlags } from "@rxnetlink/route";
import { covers, type IpFamily } from "./ip-prefix.js";

const NONE = 0xffff_ffff;
const COMPAT = 256;

/** A rule of the fake kernel: the members of its message. */
export interface FakeRule extends Omit<Rule, "family" | "table" | "priority"> {
  readonly family: IpFamily;
  readonly table: number;
  readonly priority: number;
}

/** The members of requests that are modelled. */
export const MODELLED = [
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

/** The members by which a request selects a rule; 0 selects none. */
const SELECTORS = ["iifname", "oifname", "fwmark", "fwmask", "suppressPrefixlen", "suppressIfgroup"] as const;

/** Returns the rule of a request without its priority. */
export function ruleOf(value: Partial<Rule> & { family: Rule["family"] }): Omit<FakeRule, "priority"> {
  const { frhTable = 0, table = frhTable, fwmark, fwmask, flags = 0, action = "toTbl" } = value;
  const { dstLen = 0, srcLen = 0, tos = 0, src, dst, iifname, oifname, goto, protocol = "unspec" } = value;
  // Without a mask, all bits of a mark count.
  const mask = fwmask ?? (fwmark ? NONE : 0);
  return {
    family: value.family as IpFamily,
    dstLen,
    srcLen,
    tos,
    frhTable: table < COMPAT ? table : routeTables.compat,
    action,
    flags: flags & (ruleFlags.bits.invert | ruleFlags.bits.permanent),
    table,
    suppressPrefixlen: value.suppressPrefixlen ?? NONE,
    ...(value.suppressIfgroup !== undefined && { suppressIfgroup: value.suppressIfgroup }),
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

/** True if a rule matches packets by the same addresses and TOS as another; absent members are ignored. */
function matchesSame(rule: FakeRule, { srcLen, dstLen, src, dst, tos }: Omit<Rule, "table">): boolean {
  return (
    (srcLen === 0 || (rule.srcLen === srcLen && rule.src === src)) &&
    (dstLen === 0 || (rule.dstLen === dstLen && rule.dst === dst)) &&
    (tos === 0 || rule.tos === tos)
  );
}

/** True if a rule prevents another one from being added with `NLM_F_EXCL`. */
export function conflicts(rule: FakeRule, wanted: FakeRule): boolean {
  const keys = ["action", "table", "priority", ...SELECTORS] as const;
  return keys.every((key) => rule[key] === wanted[key]) && matchesSame(rule, wanted);
}

/** True if a request deletes a rule: each of its members must match. */
export function isDeletedBy(rule: FakeRule, value: Rule): boolean {
  const { action, frhTable, table = frhTable, priority } = value;
  return (
    (action === "unspec" || rule.action === action) &&
    (table === 0 || rule.table === table) &&
    (priority === undefined || rule.priority === priority) &&
    SELECTORS.every((key) => !value[key] || rule[key] === value[key]) &&
    matchesSame(rule, value)
  );
}

/** The members of a packet that rules match. */
export interface PolicyPacket {
  readonly dst: string;
  readonly src: string;
  readonly oifname: string | undefined;
}

/** True if a rule matches a packet of this host. */
export function matches(rule: FakeRule, { dst, src, oifname }: PolicyPacket): boolean {
  const fits =
    covers(rule.dst ?? dst, rule.dstLen, dst) &&
    covers(rule.src ?? src, rule.srcLen, src) &&
    (rule.iifname === undefined || rule.iifname === "lo") &&
    (rule.oifname === undefined || rule.oifname === oifname) &&
    !rule.fwmark &&
    rule.tos === 0;
  return fits !== ((rule.flags & ruleFlags.bits.invert) !== 0);
}
