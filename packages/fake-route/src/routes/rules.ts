import { NLM_F_EXCL } from "@rxnetlink/core/schema";
import { type Rule, routeTables, ruleFlags, ruleObject } from "@rxnetlink/route";
import { type Cause, type FakeRequest, hasFlags, reject, rejectUnmodelled } from "@rxnetlink/testing/fake";
import type { Network, NetworkObject, RuleTable } from "../network.js";
import { conflicts, type FakeRule, isDeletedBy, MODELLED, ruleOf } from "./fake-rule.js";
import { HOST, type IpFamily } from "./ip-prefix.js";

const { iifDetached, oifDetached, unresolved } = ruleFlags.bits;
const LAST = 32767;
const MAIN = 32766;

/** The rules of policy routing. */
export class Rules implements NetworkObject<Rule>, RuleTable {
  readonly definition = ruleObject;
  readonly filters = ["family"];
  readonly generation = 0;
  readonly #rows: Readonly<Record<IpFamily, FakeRule[]>>;
  readonly #network: Network;
  #changed = false;

  constructor(network: Network) {
    this.#network = network;
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

  get changed(): boolean {
    return this.#changed;
  }

  of(family: IpFamily): readonly FakeRule[] {
    return this.#rows[family];
  }

  put(value: Rule, request: FakeRequest): void {
    rejectUnmodelled(value, MODELLED);
    const rows = this.#rowsOf(value);
    this.#check(value);
    const rule = { ...ruleOf(value), priority: value.priority ?? nextPriority(rows) };
    if (hasFlags(request, NLM_F_EXCL) && rows.some((one) => conflicts(one, rule))) reject("EEXIST");
    this.#changed ||= rule.family === "inet";
    const behind = rows.findLastIndex(({ priority }) => priority <= rule.priority);
    rows.splice(behind + 1, 0, rule);
    this.#notify("new", rule, request);
  }

  remove(value: Rule, request: FakeRequest): void {
    rejectUnmodelled(value, MODELLED);
    const rows = this.#rowsOf(value);
    this.#checkAddresses(value);
    const at = rows.findIndex((rule) => isDeletedBy(rule, value));
    const [rule] = at < 0 ? reject("ENOENT") : rows.splice(at, 1);
    if (rule === undefined) return;
    this.#changed ||= rule.family === "inet";
    this.#notify("delete", rule, request);
  }

  get(): never {
    return reject("EOPNOTSUPP");
  }

  *list({ family }: Rule): Generator<Partial<Rule>> {
    for (const one of ["inet", "inet6"] as const) {
      if (family !== one && family !== "unspec") continue;
      for (const rule of [...this.#rows[one]]) if (this.#rows[one].includes(rule)) yield this.#message(rule);
    }
  }

  #rowsOf({ family }: Rule): FakeRule[] {
    if (family !== "inet" && family !== "inet6") return reject("EAFNOSUPPORT", "Rule family not supported");
    return this.#rows[family];
  }

  #checkAddresses({ family, src, dst, srcLen, dstLen }: Rule): void {
    const longest = HOST[family === "inet6" ? "inet6" : "inet"];
    if (srcLen > 0 && (src === undefined || srcLen > longest)) reject("EINVAL", "Invalid source address");
    if (dstLen > 0 && (dst === undefined || dstLen > longest)) reject("EINVAL", "Invalid dst address");
  }

  #check(value: Rule): void {
    this.#checkAddresses(value);
    const { action, goto, priority, table, frhTable, tos } = value;
    if (action === "goto" && goto === undefined) reject("EINVAL", "Missing goto target for action goto");
    if (action === "goto" && (goto ?? 0) <= (priority ?? 0)) reject("EINVAL", "Backwards goto not supported");
    if (action !== "goto" && goto !== undefined)
      reject("EINVAL", "Unexpected goto target for action other than goto");
    if ((tos & 3) !== 0) reject("EINVAL", "Invalid dsfield (tos): ECN bits must be 0");
    if (action === "toTbl" && (table ?? frhTable) === 0)
      reject(value.family === "inet6" ? "EINVAL" : "EOPNOTSUPP", "Invalid table");
  }

  #message({ action, ...rule }: FakeRule): Partial<Rule> {
    const { links } = this.#network;
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

  #notify(event: "new" | "delete", rule: FakeRule, cause: Cause): void {
    this.#network.notify<Rule>(ruleObject, event, this.#message(rule), { cause });
  }
}

/** Returns the priority of a rule without a given one: before the second rule. */
function nextPriority([, second]: readonly FakeRule[]): number {
  return second === undefined || second.priority === 0 ? 0 : second.priority - 1;
}
