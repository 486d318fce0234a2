import {
  attributes,
  binary,
  type Infer,
  ifDifferent,
  ipv6,
  nest,
  packed,
  readOnly,
  s32,
  struct,
  subMessage,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type BridgeAfSpec, bridgeAfSpecAttributes } from "./bridge/bridge.js";
import { addrGenMode } from "./enums.js";
import { type BridgePort, bridgePortAttributes } from "./kinds/bridge-port.js";

/** IPv4 settings of a link (`IFLA_INET_*`). */
export const inetAttributes = attributes("ifla-attrs", "IFLA_INET_", {
  /** Settings, indexed by `IPV4_DEVCONF_*` less 1; read-only. */
  conf: [1, readOnly(packed(u32))],
});
/** IPv4 settings of a link. */
export interface LinkInet extends Infer<typeof inetAttributes> {}

/** IPv6 limits and times of a link (`struct ifla_cacheinfo`). */
export const ifla6Cacheinfo = struct("ifla_cacheinfo", {
  /** Largest reassembled packet, in bytes. */
  maxReasmLen: u32,
  /** Time of the last change of settings, in 1/100 s since boot. */
  tstamp: u32,
  /** Time for which a neighbour is considered reachable, in ms. */
  reachableTime: u32,
  /** Time between solicitations, in ms. */
  retransTime: u32,
});
/** IPv6 limits and times of a link. */
export interface Ifla6Cacheinfo extends Infer<typeof ifla6Cacheinfo> {}

/** IPv6 settings of a link (`IFLA_INET6_*`). */
export const inet6Attributes = attributes("ifla6-attrs", "IFLA_INET6_", {
  /** Flags, `IF_RA_*` and `IF_READY`; read-only. */
  flags: [1, readOnly(u32)],
  /** Settings, indexed by `DEVCONF_*`; read-only. */
  conf: [2, readOnly(packed(s32))],
  /** Counters, indexed by `IPSTATS_MIB_*`; read-only. */
  stats: [3, readOnly(packed(u64))],
  /** Not used by the kernel. */
  mcast: [4, readOnly(binary)],
  /** Limits and times; read-only. */
  cacheinfo: [5, readOnly(nest<Ifla6Cacheinfo>(ifla6Cacheinfo))],
  /** Counters, indexed by `ICMP6_MIB_*`; read-only. */
  icmp6stats: [6, readOnly(packed(u64))],
  /** Interface identifier of addresses formed from router advertisements (`ip token`). */
  token: [7, ifDifferent(ipv6)],
  /** Method by which the link-local address is formed. */
  addrGenMode: [8, ifDifferent(addrGenMode)],
  /** MTU learnt from router advertisements, in bytes; read-only. */
  raMtu: [9, readOnly(u32)],
});
/** IPv6 settings of a link. */
export interface LinkInet6 extends Infer<typeof inet6Attributes> {}

/** MCTP settings of a link (`IFLA_MCTP_*`). */
export const mctpAttributes = attributes("mctp-attrs", "IFLA_MCTP_", {
  /** Network number. */
  net: [1, ifDifferent(u32)],
  /** Physical binding, `MCTP_PHYS_BINDING_*`; read-only. */
  physBinding: [2, readOnly(u8)],
});
/** MCTP settings of a link. */
export interface LinkMctp extends Infer<typeof mctpAttributes> {}

/** Settings of a link by address family (`IFLA_AF_SPEC`). */
export const afSpecAttributes = attributes("af-spec-attrs", "AF_", {
  /** IPv4 settings. */
  inet: [2, nest<LinkInet>(inetAttributes)],
  /** IPv6 settings. */
  inet6: [10, nest<LinkInet6>(inet6Attributes)],
  /** MCTP settings. */
  mctp: [45, nest<LinkMctp>(mctpAttributes)],
});
/** Settings of a link by address family. */
export interface AfSpecAttributes extends Infer<typeof afSpecAttributes> {}

/** `IFLA_AF_SPEC`: messages of `AF_BRIDGE` have other attributes than all others. */
export const linkAfSpec = subMessage("family", {
  /** In ordinary link messages. */
  unspec: nest<AfSpecAttributes>(afSpecAttributes),
  /** In messages about bridges and their ports. */
  bridge: nest<BridgeAfSpec>(bridgeAfSpecAttributes),
});
/** Settings of a link by address family; the member corresponds to the family of the message. */
export interface LinkAfSpec extends Infer<typeof linkAfSpec> {}

/** `IFLA_PROTINFO`: settings of the protocol given by the family of the message. */
export const linkProtinfo = subMessage("family", {
  /** Settings of the link as a bridge port. */
  bridge: nest<BridgePort>(bridgePortAttributes),
  /** IPv6 settings. */
  inet6: nest<LinkInet6>(inet6Attributes),
});
/** Settings of one protocol; the member corresponds to the family of the message. */
export interface LinkProtinfo extends Infer<typeof linkProtinfo> {}
