import {
  attributes,
  binary,
  type Infer,
  ifOther,
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
} from "@rxnetlink/core";
import { type BridgeAfSpec, bridgeAfSpecAttributes } from "./bridge/bridge.js";
import { addrGenMode } from "./enums.js";
import { type BridgePort, bridgePortAttributes } from "./kinds/bridge-port.js";

/** IPv4 settings of a link (`IFLA_INET_*`). */
export const inetAttributes = attributes("ifla-attrs", "IFLA_INET_", {
  /** Settings in the order of `IPV4_DEVCONF_*`, from 1; read-only. */
  conf: [1, readOnly(packed(u32))],
});
/** IPv4 settings of a link. */
export interface LinkInet extends Infer<typeof inetAttributes> {}

/** Ages and times of IPv6 on a link (`struct ifla_cacheinfo`). */
export const ifla6Cacheinfo = struct("ifla_cacheinfo", {
  /** Largest packet that is put together from fragments, in bytes. */
  maxReasmLen: u32,
  /** When the settings were last changed, in 1/100 s since boot. */
  tstamp: u32,
  /** How long a neighbour is believed reachable, in ms. */
  reachableTime: u32,
  /** Time between solicitations, in ms. */
  retransTime: u32,
});
/** Ages and times of IPv6 on a link. */
export interface Ifla6Cacheinfo extends Infer<typeof ifla6Cacheinfo> {}

/** IPv6 settings of a link (`IFLA_INET6_*`). */
export const inet6Attributes = attributes("ifla6-attrs", "IFLA_INET6_", {
  /** `IF_RA_*` and `IF_READY`. */
  flags: [1, readOnly(u32)],
  /** Settings in the order of `DEVCONF_*`; read-only. */
  conf: [2, readOnly(packed(s32))],
  /** Counters in the order of `IPSTATS_MIB_*`. */
  stats: [3, readOnly(packed(u64))],
  /** Not used by the kernel. */
  mcast: [4, readOnly(binary)],
  /** Ages and times. */
  cacheinfo: [5, readOnly(nest<Ifla6Cacheinfo>(ifla6Cacheinfo))],
  /** Counters in the order of `ICMP6_MIB_*`. */
  icmp6stats: [6, readOnly(packed(u64))],
  /** Interface identifier for addresses made from router advertisements (`ip token`). */
  token: [7, ifOther(ipv6)],
  /** How the link-local address is made. */
  addrGenMode: [8, ifOther(addrGenMode)],
  /** MTU learnt from router advertisements, in bytes. */
  raMtu: [9, readOnly(u32)],
});
/** IPv6 settings of a link. */
export interface LinkInet6 extends Infer<typeof inet6Attributes> {}

/** MCTP settings of a link (`IFLA_MCTP_*`). */
export const mctpAttributes = attributes("mctp-attrs", "IFLA_MCTP_", {
  /** Network number. */
  net: [1, ifOther(u32)],
  /** Physical binding, `MCTP_PHYS_BINDING_*`. */
  physBinding: [2, readOnly(u8)],
});
/** MCTP settings of a link. */
export interface LinkMctp extends Infer<typeof mctpAttributes> {}

/** Settings of a link by address family (`IFLA_AF_SPEC`). */
export const afSpecAttributes = attributes("af-spec-attrs", "AF_", {
  /** IPv4. */
  inet: [2, nest<LinkInet>(inetAttributes)],
  /** IPv6. */
  inet6: [10, nest<LinkInet6>(inet6Attributes)],
  /** MCTP. */
  mctp: [45, nest<LinkMctp>(mctpAttributes)],
});
/** Settings of a link by address family. */
export interface AfSpecAttributes extends Infer<typeof afSpecAttributes> {}

/** `IFLA_AF_SPEC` holds other attributes in messages of `AF_BRIDGE` than in the others. */
export const linkAfSpec = subMessage("family", {
  /** In ordinary link messages. */
  unspec: nest<AfSpecAttributes>(afSpecAttributes),
  /** In messages about bridges and their ports. */
  bridge: nest<BridgeAfSpec>(bridgeAfSpecAttributes),
});
/** Settings of a link by address family; the member says of which family the message is. */
export interface LinkAfSpec extends Infer<typeof linkAfSpec> {}

/** `IFLA_PROTINFO`: settings of the protocol that the message is about. */
export const linkProtinfo = subMessage("family", {
  /** As the port of a bridge. */
  bridge: nest<BridgePort>(bridgePortAttributes),
  /** IPv6. */
  inet6: nest<LinkInet6>(inet6Attributes),
});
/** Settings of the protocol that a message is about; the member says of which family it is. */
export interface LinkProtinfo extends Infer<typeof linkProtinfo> {}
