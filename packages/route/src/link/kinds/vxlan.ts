import {
  attributes,
  be16,
  be32,
  enumeration,
  flag,
  type Infer,
  ifDifferent,
  ifindex,
  inRequests,
  ipv4,
  ipv6,
  nest,
  required,
  struct,
  type Type,
  u8,
  u32,
} from "@rxnetlink/core/schema";

/** Source ports of a VXLAN tunnel (`struct ifla_vxlan_port_range`). */
export const vxlanPortRange = struct("ifla_vxlan_port_range", {
  /** First port. */
  low: required(be16),
  /** Last port. */
  high: required(be16),
});
/** Source ports of a VXLAN tunnel. */
export interface VxlanPortRange extends Infer<typeof vxlanPortRange> {}

/** Don't-fragment bit of the outer header (`VXLAN_DF_*`). */
export const vxlanDf = enumeration("VXLAN_DF_", u8, { unset: 0, set: 1, inherit: 2 });

/** Source of the flow label of the outer header (`VXLAN_LABEL_*`). */
export const vxlanLabelPolicy = enumeration("VXLAN_LABEL_", u32, { fixed: 0, inherit: 1 });

/** Reserved bits of the VXLAN header that may be set (`struct ifla_vxlan_reserved_bits` is 8 bytes). */
export const vxlanReservedBits = struct("vxlanhdr", {
  /** Flags. */
  flags: be32,
  /** VNI. */
  vni: be32,
});
/** Reserved bits of the VXLAN header that may be set. */
export interface VxlanReservedBits extends Infer<typeof vxlanReservedBits> {}

/** Flag that requests carry without payload but replies with a byte, 0 or 1. */
const flagRepliedAsByte: Type<true> = {
  name: flag.name,
  mayBeAbsent: true,
  read: (view, at, end) => (at === end || view.getUint8(at) !== 0 || undefined) as true,
  write() {},
};

/** Settings of a virtual extensible LAN (`IFLA_VXLAN_*`). */
export const vxlanAttributes = attributes("linkinfo-vxlan-attrs", "IFLA_VXLAN_", {
  /** VXLAN network identifier (VNI), below 2^24. */
  id: [1, ifDifferent(u32)],
  /** IPv4 multicast group to join, or remote address. */
  group: [2, ipv4],
  /** Index of the underlying link, by which packets leave. */
  link: [3, ifindex(u32, "linkNetnsid")],
  /** Local IPv4 address. */
  local: [4, ipv4],
  /** Time to live of the outer header; 0 chooses it by the destination. */
  ttl: [5, u8],
  /** Type of service of the outer header; 1 inherits that of the inner packet. */
  tos: [6, u8],
  /** Learns source addresses, 0 or 1. */
  learning: [7, u8],
  /** Lifetime of learnt addresses, in seconds. */
  ageing: [8, u32],
  /** Maximum number of addresses in the forwarding database; 0 is no limit. */
  limit: [9, ifDifferent(u32)],
  /** Range of source ports. */
  portRange: [10, ifDifferent(nest<VxlanPortRange>(vxlanPortRange))],
  /** Answers ARP on behalf of others, 0 or 1. */
  proxy: [11, ifDifferent(u8)],
  /** Route short circuit: sends packets to known hosts past the router, 0 or 1. */
  rsc: [12, ifDifferent(u8)],
  /** Notifies of unknown link-layer addresses, 0 or 1. */
  l2miss: [13, ifDifferent(u8)],
  /** Notifies of unknown IP addresses, 0 or 1. */
  l3miss: [14, ifDifferent(u8)],
  /** UDP destination port. */
  port: [15, ifDifferent(be16)],
  /** IPv6 multicast group to join, or remote address. */
  group6: [16, ipv6],
  /** Local IPv6 address. */
  local6: [17, ipv6],
  /** Sends UDP checksums over IPv4, 0 or 1. */
  udpCsum: [18, ifDifferent(u8)],
  /** Omits UDP checksums over IPv6, 0 or 1. */
  udpZeroCsum6Tx: [19, ifDifferent(u8)],
  /** Accepts packets without UDP checksum over IPv6, 0 or 1. */
  udpZeroCsum6Rx: [20, ifDifferent(u8)],
  /** Sends remote checksum offload, 0 or 1. */
  remcsumTx: [21, ifDifferent(u8)],
  /** Accepts remote checksum offload, 0 or 1. */
  remcsumRx: [22, ifDifferent(u8)],
  /** Set when the group policy extension is used. */
  gbp: [23, ifDifferent(flag)],
  /** Set when remote checksum offload does not use partial checksums. */
  remcsumNopartial: [24, ifDifferent(flag)],
  /** Takes the tunnel metadata from outside (`external`), 0 or 1. */
  collectMetadata: [25, ifDifferent(u8)],
  /** IPv6 flow label of the outer header. */
  label: [26, be32],
  /** Set when the generic protocol extension is used. */
  gpe: [27, ifDifferent(flag)],
  /** Set when the time to live of the inner packet is inherited. */
  ttlInherit: [28, ifDifferent(flagRepliedAsByte)],
  /** Don't-fragment bit of the outer header. */
  df: [29, vxlanDf],
  /** Filters by VNI (`vnifilter`), 0 or 1; since 5.18. */
  vnifilter: [30, ifDifferent(u8)],
  /** Delivers to local destinations without the tunnel, 0 or 1; since 6.5. */
  localbypass: [31, u8],
  /** Source of the flow label; since 6.8. */
  labelPolicy: [32, vxlanLabelPolicy],
  /** Reserved bits of the header that may be set; since 6.14. */
  reservedBits: [33, ifDifferent(nest<VxlanReservedBits>(vxlanReservedBits))],
  /** Routes multicast, 0 or 1; write-only, since 6.16. */
  mcRoute: [34, u8],
});
/**
 * Layout of {@link Vxlan} without remote checksum offload that is off, which the kernel takes for a use of reserved
 * bits.
 */
export const vxlanSettings = inRequests(
  nest<Vxlan>(vxlanAttributes),
  ({ remcsumTx, remcsumRx, ...vxlan }) => ({
    ...vxlan,
    ...(remcsumTx && { remcsumTx }),
    ...(remcsumRx && { remcsumRx }),
  }),
);
/** Settings of a `vxlan` link. */
export interface Vxlan extends Infer<typeof vxlanAttributes> {}
