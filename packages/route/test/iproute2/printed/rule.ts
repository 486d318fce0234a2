// Rules as `ip -j -d rule` prints them.
import { type Rule, ruleFlags } from "#src/rule/layout.js";
import { type Json, nullIf, present } from "./common.js";
import { tableAsIp } from "./route.js";

const hex = (value: number | undefined) => value && `0x${value.toString(16)}`;
const PROTOCOLS: Json = { 6: "tcp", 17: "udp" };
const NONE = 0xffff_ffff;

function portsAsIp(name: string, range: Rule["sportRange"]): Json {
  if (range === undefined) return {};
  if (range.start === range.end) return { [name]: range.start };
  return { [`${name}_start`]: range.start, [`${name}_end`]: range.end };
}

function flowAsIp(flow: number | undefined): Json {
  if (!flow) return {};
  return present({
    flow_from: flow >>> 16 ? String(flow >>> 16) : undefined,
    flow_to: String(flow & 0xffff),
  });
}

function actionAsIp({ action, table = 0, goto }: Rule): Json {
  if (action === "toTbl") return table === 0 ? {} : { table: tableAsIp(table) };
  return action === "goto" ? { goto } : { action };
}

const shorterThanHost = ({ family }: Rule, length: number) =>
  length === (family === "inet6" ? 128 : 32) ? undefined : length;

/** Returns a rule as `ip -j -d rule` prints it. */
export function ruleAsIp(rule: Rule): Json {
  const has = (name: "invert" | "unresolved" | "iifDetached" | "oifDetached") =>
    nullIf(ruleFlags.has(rule.flags, name));
  return present({
    priority: rule.priority ?? 0,
    not: has("invert"),
    src: rule.src ?? "all",
    srclen: rule.src && shorterThanHost(rule, rule.srcLen),
    dst: rule.dst,
    dstlen: rule.dst && shorterThanHost(rule, rule.dstLen),
    tos: hex(rule.tos || undefined),
    fwmark: hex(rule.fwmark),
    fwmask: rule.fwmask === NONE ? undefined : hex(rule.fwmask),
    iif: rule.iifname,
    iif_detached: has("iifDetached"),
    oif: rule.oifname,
    oif_detached: has("oifDetached"),
    l3mdev: nullIf(rule.l3mdev),
    uid_start: rule.uidRange?.start,
    uid_end: rule.uidRange?.end,
    ipproto: rule.ipProto && PROTOCOLS[rule.ipProto],
    ...portsAsIp("sport", rule.sportRange),
    ...portsAsIp("dport", rule.dportRange),
    tun_id: rule.tunId && Number(rule.tunId),
    suppress_prefixlen: rule.suppressPrefixlen === NONE ? undefined : rule.suppressPrefixlen,
    suppress_ifgroup:
      rule.suppressIfgroup === NONE ? undefined : rule.suppressIfgroup && `${rule.suppressIfgroup}`,
    ...flowAsIp(rule.flow),
    ...actionAsIp(rule),
    unresolved: has("unresolved"),
    protocol: rule.protocol,
  });
}
