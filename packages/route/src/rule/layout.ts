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
} from "@rxnetlink/core";
import { addressFamily, ip } from "../common/address-family.js";
import { routeProtocol, tableNumber } from "../common/route-enums.js";

/** What a rule does with a packet that it fits (`FR_ACT_*`). */
export const ruleAction = enumeration("FR_ACT_", u8, {
  unspec: 0,
  /** Looks the route up in a table. */
  toTbl: 1,
  /** Goes on with another rule. */
  goto: 2,
  nop: 3,
  res3: 4,
  res4: 5,
  /** Drops it. */
  blackhole: 6,
  /** Drops it and says that the network is unreachable. */
  unreachable: 7,
  /** Drops it and says that it is prohibited. */
  prohibit: 8,
});

/** Flags of a rule (`FIB_RULE_*`). */
export const ruleFlags = flags("FIB_RULE_", u32, {
  permanent: 0x1,
  /** It fits what its selectors do not. */
  invert: 0x2,
  /** There is no rule that it could go on with. Read-only. */
  unresolved: 0x4,
  /** There is no link of the name `iifname`. Read-only. */
  iifDetached: 0x8,
  /** There is no link of the name `oifname`. Read-only. */
  oifDetached: 0x10,
  findSaddr: 0x1_0000,
});

/** The fixed header of rule messages. */
export const fibRuleHdr = struct("fib_rule_hdr", {
  /** `"inet"`, `"inet6"`, or `"ipmr"` and `"ip6mr"` for multicast routing; filled in from the addresses. */
  family: addressFamily,
  /** Length of the prefix of `dst`; filled in with that of a single host. */
  dstLen: u8,
  /** Length of the prefix of `src`; filled in with that of a single host. */
  srcLen: u8,
  /** Type of service; for newer kernels `dscp` is better. */
  tos: u8,
  /** Table, where it is below 256; `table` has them all. Filled in with `main` where the rule looks up in one. */
  frhTable: u8,
  _: pad(2),
  /** What the rule does; filled in with `"toTbl"`, or `"goto"`. */
  action: ruleAction,
  /** Flags; {@link ruleFlags} has their names. */
  flags: ruleFlags,
});

/** User ids from `start` to `end` (`struct fib_rule_uid_range`). */
export const fibRuleUidRange = struct("fib_rule_uid_range", {
  /** The first. */
  start: required(u32),
  /** The last; the first where a request lacks it. */
  end: derived(u32, ({ start = 0 }: { start?: number }) => start),
});
/** User ids from `start` to `end`. */
export interface FibRuleUidRange extends Infer<typeof fibRuleUidRange> {}

/** Ports from `start` to `end` (`struct fib_rule_port_range`). */
export const fibRulePortRange = struct("fib_rule_port_range", {
  /** The first. */
  start: required(u16),
  /** The last; the first where a request lacks it. */
  end: derived(u16, ({ start = 0 }: { start?: number }) => start),
});
/** Ports from `start` to `end`. */
export interface FibRulePortRange extends Infer<typeof fibRulePortRange> {}

/** The attributes of rule messages (`FRA_*`). */
export const ruleAttributes = attributes("fib-rule-attrs", "FRA_", {
  /** Destination. */
  dst: [1, ip],
  /** Source. */
  src: [2, ip],
  /** Name of the link that the packet came in by; `"lo"` for those of this host. */
  iifname: [3, string],
  /** Priority of the rule that it goes on with. */
  goto: [4, u32],
  /** Not used by the kernel. */
  unused2: [5, padding],
  /** Priority: the lowest is looked at first; the kernel chooses one where absent. */
  priority: [6, u32],
  /** Not used by the kernel. */
  unused3: [7, padding],
  /** Not used by the kernel. */
  unused4: [8, padding],
  /** Not used by the kernel. */
  unused5: [9, padding],
  /** Firewall mark. */
  fwmark: [10, u32],
  /** Realms that packets are given, source in the high and destination in the low 16 bits (IPv4). */
  flow: [11, u32],
  /** Key of the tunnel that the packet came by. */
  tunId: [12, be64],
  /** Passes over a route whose link is of that group; 4294967295 is none. */
  suppressIfgroup: [13, u32],
  /** Passes over a route whose prefix is that long or shorter; 4294967295 is none. */
  suppressPrefixlen: [14, u32],
  /** Table that it looks up in. */
  table: [15, tableNumber],
  /** Which bits of `fwmark` count. */
  fwmask: [16, u32],
  /** Name of the link that a socket of this host is bound to. */
  oifname: [17, string],
  /** Alignment. */
  pad: [18, padding],
  /** Whether it looks up in the table of the link's VRF, 0 or 1. */
  l3mdev: [19, u8],
  /** User ids. */
  uidRange: [20, nest<FibRuleUidRange>(fibRuleUidRange)],
  /** Who made it; since 4.17. */
  protocol: [21, routeProtocol],
  /** Transport protocol; since 4.17. */
  ipProto: [22, u8],
  /** Source ports; since 4.17. */
  sportRange: [23, nest<FibRulePortRange>(fibRulePortRange)],
  /** Destination ports; since 4.17. */
  dportRange: [24, nest<FibRulePortRange>(fibRulePortRange)],
  /** Differentiated services code point; since 6.12. Kernels before ignore it, and the rule selects more. */
  dscp: [25, u8],
  /** IPv6 flow label; since 6.14. Kernels before ignore it, and the rule selects more. */
  flowlabel: [26, be32],
  /** Which bits of `flowlabel` count; since 6.14. */
  flowlabelMask: [27, be32],
  /** Which bits of the source port count; since 6.15. Kernels before ignore it: all count. */
  sportMask: [28, u16],
  /** Which bits of the destination port count; since 6.15. Kernels before ignore it: all count. */
  dportMask: [29, u16],
  /** Which bits of `dscp` count; since 6.15. Kernels before ignore it: all count. */
  dscpMask: [30, u8],
});

/** The layout of `RTM_NEWRULE`, `RTM_DELRULE` and `RTM_GETRULE`. */
export const ruleMessage = message("rule", fibRuleHdr, ruleAttributes);
/** A rule of the routing policy: which packets are routed by which table. */
export interface Rule extends Infer<typeof ruleMessage> {}
