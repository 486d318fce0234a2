/**
 * Builders of rules that read like `nft`.
 */
export type { AnonymousSet, CompiledRule, Family } from "./compile/compiled.js";
export type { Statement } from "./compile/statement.js";
export { type Concatenation, concat, type Joined } from "./field/concat.js";
export type { Field, FlagsField } from "./field/field.js";
export { ct } from "./field/kinds/ct.js";
export { type Fib, type FibInput, fib } from "./field/kinds/fib.js";
export { type JhashOptions, jhash, type Modulus, numgen, symhash } from "./field/kinds/generator.js";
export { ipsec, type OsfOptions, osf, rt, socket } from "./field/kinds/kernel.js";
export { meta } from "./field/kinds/meta.js";
export { payload } from "./field/kinds/raw.js";
export type { Mapping } from "./field/mapping.js";
export type { Literal, MapContents, NamedLookup, Others, Searchable } from "./field/operations.js";
export type { Presence } from "./field/presence.js";
export type { Value } from "./field/value.js";
export type { VerdictStatement } from "./field/verdict.js";
export type { WritableField, WritableFlagsField } from "./field/writable.js";
export { arp } from "./header/kinds/arp.js";
export { dccp } from "./header/kinds/dccp.js";
export { ether } from "./header/kinds/ether.js";
export { icmp } from "./header/kinds/icmp.js";
export { icmpv6 } from "./header/kinds/icmpv6.js";
export { igmp } from "./header/kinds/igmp.js";
export { ip } from "./header/kinds/ip.js";
export { ip6 } from "./header/kinds/ip6.js";
export { ah, comp, esp } from "./header/kinds/ipsec.js";
export { sctp } from "./header/kinds/sctp.js";
export { tcp } from "./header/kinds/tcp.js";
export { th } from "./header/kinds/th.js";
export { udp, udplite } from "./header/kinds/udp.js";
export { vlan } from "./header/kinds/vlan.js";
export { dst, frag, hbh, mh, routingHeader, rt0, rt2, srh } from "./header/options/exthdr.js";
export { ListedStatement, statementsOf } from "./listed.js";
export { Comment, comment, type PlacedRule, RuleDraft, type RulePart, type RulePlace, rule } from "./rule.js";
export { ctExpectation, ctHelper, ctTimeout, secmark } from "./statement/kinds/assign.js";
export {
  type Device,
  type DupOptions,
  dup,
  type FwdOptions,
  flowAdd,
  fwd,
  notrack,
  type QueueOptions,
  queue,
  type TproxyOptions,
  tproxy,
} from "./statement/kinds/divert.js";
export { type DynsetOptions, dynset } from "./statement/kinds/dynset.js";
export { type LogFlag, type LogOptions, log } from "./statement/kinds/log.js";
export {
  dnat,
  masquerade,
  type NatAddress,
  type NatFlags,
  type NatOptions,
  type NatPort,
  type PortOptions,
  redirect,
  snat,
} from "./statement/kinds/nat.js";
export {
  type RejectIcmp,
  type RejectIcmpv6,
  type RejectIcmpx,
  type RejectOptions,
  type RejectTcp,
  reject,
} from "./statement/kinds/reject.js";
export {
  type ConnlimitOptions,
  type CounterOptions,
  connlimit,
  counter,
  type LimitOptions,
  last,
  limit,
  type QuotaOptions,
  quota,
  type Referenced,
  type SynproxyOptions,
  synproxy,
} from "./statement/kinds/stateful.js";
export { accept, continues, drop, goto, jump, returns } from "./statement/kinds/verdict.js";
export type { ObjectName } from "./statement/object.js";
export { type PrintableRule, type RuleTextOptions, ruleText } from "./text/rule-text.js";
export type { NftWord } from "./value/data-type.js";
export { type Range, range } from "./value/interval.js";
export type { AddressType, IcmpCode, Icmpv6Code, IcmpxCode } from "./value/words.js";
