import { NLM_F_EXCL } from "@rxnetlink/core";
import { type Rule, routeTables, ruleFlags, ruleObject } from "@rxnetlink/route";
import type { FakeObject } from "../kernel/fake-object.js";
import { type Asked, type Cause, has } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse, refuseOthers } from "../kernel/refused.js";
import { type FakeRule, isInTheWay, isMeantRule, KNOWN_OF_RULES, ruleOf } from "./fake-rule.js";
import { covers, HOST, type IpFamily } from "./ip-prefix.js";

export type { FakeRule } from "./fake-rule.js";

const { iifDetached, invert, oifDetached, unresolved } = ruleFlags.bits;
const LAST = 32767;
const MAIN = 32766;

/** What rules look at. */
interface Packet {
  readonly dst: string;
  readonly src: string;
  readonly oifname: string | undefined;
}

/** Rules of the routing policy. */
export class Rules implements FakeObject<Rule> {
  readonly declaration = ruleObject;
  readonly filters = ["family"];
  readonly generation = 0;
  readonly #rows: Readonly<Record<IpFamily, FakeRule[]>>;
  readonly #net: Net;
  #changed = false;

  constructor(net: Net) {
    this.#net = net;
    const { local, main, default: last } = routeTables;
    const rule = (family: IpFamily, priority: number, table: number): FakeRule => ({
      ...ruleOf({ family, action: "toTbl", table, protocol: "kernel" }),
      priority,
    });
    this.#rows = {
      inet: [rule("inet", 0, local), rule("inet", MAIN, main), rule("inet", LAST, last)],
      inet6: [rule("inet6", 0, local), rule("inet6", MAIN, main)],
    };
  }

  /** Whether those of IPv4 are, or have ever been, others than at the beginning. */
  get changed(): boolean {
    return this.#changed;
  }

  /** The rules of a family in the order in which they are looked at. */
  of(family: IpFamily): readonly FakeRule[] {
    return this.#rows[family];
  }

  put(request: Rule, asked: Asked): void {
    refuseOthers(request, KNOWN_OF_RULES);
    const rows = this.#rowsOf(request);
    this.#check(request);
    const rule = { ...ruleOf(request), priority: request.priority ?? nextPriority(rows) };
    if (has(asked, NLM_F_EXCL) && rows.some((one) => isInTheWay(one, rule))) refuse("EEXIST");
    this.#changed ||= rule.family === "inet";
    const behind = rows.findLastIndex(({ priority }) => priority <= rule.priority);
    rows.splice(behind + 1, 0, rule);
    this.#tell("new", rule, asked);
  }

  remove(request: Rule, asked: Asked): void {
    refuseOthers(request, KNOWN_OF_RULES);
    const rows = this.#rowsOf(request);
    this.#checkAddresses(request);
    const at = rows.findIndex((rule) => isMeantRule(rule, request));
    const [rule] = at < 0 ? refuse("ENOENT") : rows.splice(at, 1);
    if (rule === undefined) return;
    this.#changed ||= rule.family === "inet";
    this.#tell("delete", rule, asked);
  }

  get(): never {
    return refuse("EOPNOTSUPP");
  }

  *list({ family }: Rule): Generator<Partial<Rule>> {
    for (const one of ["inet", "inet6"] as const) {
      if (family !== one && family !== "unspec") continue;
      for (const rule of [...this.#rows[one]]) if (this.#rows[one].includes(rule)) yield this.#message(rule);
    }
  }

  /** Whether a rule is about a packet. */
  fits(rule: FakeRule, { dst, src, oifname }: Packet): boolean {
    const fits =
      covers(rule.dst ?? dst, rule.dstLen, dst) &&
      covers(rule.src ?? src, rule.srcLen, src) &&
      (rule.iifname === undefined || rule.iifname === "lo") &&
      (rule.oifname === undefined || rule.oifname === oifname) &&
      !rule.fwmark &&
      rule.tos === 0;
    return fits !== ((rule.flags & invert) !== 0);
  }

  #rowsOf({ family }: Rule): FakeRule[] {
    if (family !== "inet" && family !== "inet6") return refuse("EAFNOSUPPORT", "Rule family not supported");
    return this.#rows[family];
  }

  #checkAddresses({ family, src, dst, srcLen, dstLen }: Rule): void {
    const longest = HOST[family === "inet6" ? "inet6" : "inet"];
    if (srcLen > 0 && (src === undefined || srcLen > longest)) refuse("EINVAL", "Invalid source address");
    if (dstLen > 0 && (dst === undefined || dstLen > longest)) refuse("EINVAL", "Invalid dst address");
  }

  #check(request: Rule): void {
    this.#checkAddresses(request);
    const { action, goto, priority, table, frhTable, tos } = request;
    if (action === "goto" && goto === undefined) refuse("EINVAL", "Missing goto target for action goto");
    if (action === "goto" && (goto ?? 0) <= (priority ?? 0)) refuse("EINVAL", "Backwards goto not supported");
    if (action !== "goto" && goto !== undefined)
      refuse("EINVAL", "Unexpected goto target for action other than goto");
    if ((tos & 3) !== 0) refuse("EINVAL", "Invalid dsfield (tos): ECN bits must be 0");
    if (action === "toTbl" && (table ?? frhTable) === 0)
      refuse(request.family === "inet6" ? "EINVAL" : "EOPNOTSUPP", "Invalid table");
  }

  #message({ action, ...rule }: FakeRule): Partial<Rule> {
    const { links } = this.#net;
    const isThere = (ifname?: string) => ifname === undefined || links.byName(ifname) !== undefined;
    const resolved = action !== "goto" || this.#hasTarget(rule.family, rule.goto);
    const found =
      (isThere(rule.iifname) ? 0 : iifDetached) |
      (isThere(rule.oifname) ? 0 : oifDetached) |
      (resolved ? 0 : unresolved);
    const { priority, ...rest } = rule;
    return { ...rest, action, flags: rule.flags | found, ...(priority !== 0 && { priority }) };
  }

  #hasTarget(family: IpFamily, goto: number | undefined): boolean {
    return this.#rows[family].some(({ priority }) => priority === goto);
  }

  #tell(event: "new" | "delete", rule: FakeRule, cause: Cause): void {
    this.#net.tell<Rule>(ruleObject, event, this.#message(rule), { cause });
  }
}

/** The priority of a rule of which none is given: before the second one. */
function nextPriority([, second]: readonly FakeRule[]): number {
  return second === undefined || second.priority === 0 ? 0 : second.priority - 1;
}
