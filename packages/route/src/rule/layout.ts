import {
  attributes,
  be32,
  be64,
  derived,
  enumeration,
  flags,
  type Infer,
  message,
  nest,
  pad,
  padding,
  required,
  string,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily, ip } from "../common/address-family.js";
import { prefix } from "../common/prefix.js";
import { routeProtocol, tableNumber } from "../common/route-enums.js";

/** Action of a rule on matching packets (`FR_ACT_*`). */
export const ruleAction = enumeration("FR_ACT_", u8, {
  unspec: 0,
  /** Looks up the route in a table. */
  toTbl: 1,
  /** Continues with another rule. */
  goto: 2,
  nop: 3,
  res3: 4,
  res4: 5,
  /** Drops them silently. */
  blackhole: 6,
  /** Drops them and reports that the network is unreachable. */
  unreachable: 7,
  /** Drops them and reports that they are prohibited. */
  prohibit: 8,
});

/** Rule flags (`FIB_RULE_*`). */
export const ruleFlags = flags("FIB_RULE_", u32, {
  permanent: 0x1,
  /** Matches packets that the selectors do not. */
  invert: 0x2,
  /** The target of `goto` does not exist. Read-only. */
  unresolved: 0x4,
  /** No link is named `iifname`. Read-only. */
  iifDetached: 0x8,
  /** No link is named `oifname`. Read-only. */
  oifDetached: 0x10,
  findSaddr: 0x1_0000,
});

/** Fixed header of rule messages. */
export const fibRuleHdr = struct("fib_rule_hdr", {
  /** `"inet"`, `"inet6"`, or `"ipmr"` and `"ip6mr"` for multicast routing; filled in from the addresses. */
  family: addressFamily,
  /** Prefix length of `dst`; filled in with that of a single host, 32 or 128. */
  dstLen: u8,
  /** Prefix length of `src`; filled in with that of a single host, 32 or 128. */
  srcLen: u8,
  /** Type of service; prefer `dscp` since 6.12. */
  tos: u8,
  /** Table if below 256; `table` holds any. Filled in with `main` if the rule looks up a table. */
  frhTable: u8,
  _: pad(2),
  /** Action; filled in with `"toTbl"`, or with `"goto"` if the rule has one. */
  action: ruleAction,
  /** Flags; see {@link ruleFlags}. */
  flags: ruleFlags,
});

/** Range of user ids (`struct fib_rule_uid_range`). */
export const fibRuleUidRange = struct("fib_rule_uid_range", {
  /** First user id. */
  start: required(u32),
  /** Last user id; in a request defaults to `start`. */
  end: derived(u32, ({ start = 0 }: { start?: number }) => start),
});
/** Range of user ids. */
export interface FibRuleUidRange extends Infer<typeof fibRuleUidRange> {}

/** Range of ports (`struct fib_rule_port_range`). */
export const fibRulePortRange = struct("fib_rule_port_range", {
  /** First port. */
  start: required(u16),
  /** Last port; in a request defaults to `start`. */
  end: derived(u16, ({ start = 0 }: { start?: number }) => start),
});
/** Range of ports. */
export interface FibRulePortRange extends Infer<typeof fibRulePortRange> {}

/** Attributes of rule messages (`FRA_*`). */
export const ruleAttributes = attributes("fib-rule-attrs", "FRA_", {
  /** Destination prefix; requests and matches also take it with its length, `"198.51.100.0/24"`, and `"default"`. */
  dst: [1, prefix(ip, "dstLen")],
  /** Source prefix; requests and matches also take it with its length. */
  src: [2, prefix(ip, "srcLen")],
  /** Name of the link that received the packet; `"lo"` for packets from this host. */
  iifname: [3, string],
  /** Priority of the rule to continue with. */
  goto: [4, u32],
  /** Not used by the kernel. */
  unused2: [5, padding],
  /** Priority; the lowest is evaluated first. The kernel chooses one if absent. */
  priority: [6, u32],
  /** Not used by the kernel. */
  unused3: [7, padding],
  /** Not used by the kernel. */
  unused4: [8, padding],
  /** Not used by the kernel. */
  unused5: [9, padding],
  /** Firewall mark. */
  fwmark: [10, u32],
  /** Realms assigned to packets: source in the high, destination in the low 16 bits (IPv4). */
  flow: [11, u32],
  /** Key of the tunnel that delivered the packet. */
  tunId: [12, be64],
  /** Link group whose routes are skipped; 4294967295 is none. */
  suppressIfgroup: [13, u32],
  /** Prefix length up to which routes are skipped; 4294967295 is none. */
  suppressPrefixlen: [14, u32],
  /** Table to look up. */
  table: [15, tableNumber],
  /** Bits of `fwmark` to compare. */
  fwmask: [16, u32],
  /** Name of the link to which the sending socket is bound. */
  oifname: [17, string],
  /** Alignment. */
  pad: [18, padding],
  /** 1 to look up the table of the link's VRF, else 0. */
  l3mdev: [19, u8],
  /** User ids of the sending socket. */
  uidRange: [20, nest<FibRuleUidRange>(fibRuleUidRange)],
  /** Origin of the rule; since 4.17. */
  protocol: [21, routeProtocol],
  /** Transport protocol; since 4.17. */
  ipProto: [22, u8],
  /** Source ports; since 4.17. */
  sportRange: [23, nest<FibRulePortRange>(fibRulePortRange)],
  /** Destination ports; since 4.17. */
  dportRange: [24, nest<FibRulePortRange>(fibRulePortRange)],
  /** Differentiated services code point; since 6.12. Older kernels ignore it, so the rule matches more packets. */
  dscp: [25, u8],
  /** IPv6 flow label; since 6.14. Older kernels ignore it, so the rule matches more packets. */
  flowlabel: [26, be32],
  /** Bits of `flowlabel` to compare; since 6.14. */
  flowlabelMask: [27, be32],
  /** Bits of the source port to compare; since 6.15. Older kernels ignore it and compare all. */
  sportMask: [28, u16],
  /** Bits of the destination port to compare; since 6.15. Older kernels ignore it and compare all. */
  dportMask: [29, u16],
  /** Bits of `dscp` to compare; since 6.15. Older kernels ignore it and compare all. */
  dscpMask: [30, u8],
});

/** Layout of `RTM_NEWRULE`, `RTM_DELRULE` and `RTM_GETRULE`. */
export const ruleMessage = message("rule", fibRuleHdr, ruleAttributes);
/** A policy routing rule: selects the table that routes matching packets. */
export interface Rule extends Infer<typeof ruleMessage> {}
