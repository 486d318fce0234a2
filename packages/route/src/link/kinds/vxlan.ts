import {
  attributes,
  be16,
  be32,
  enumeration,
  flag,
  type Infer,
  ifOther,
  inRequests,
  ipv4,
  ipv6,
  nest,
  required,
  struct,
  type Type,
  u8,
  u32,
} from "@rxnetlink/core";

/** Source ports that a vxlan sends from (`struct ifla_vxlan_port_range`). */
export const vxlanPortRange = struct("ifla_vxlan_port_range", {
  /** First. */
  low: required(be16),
  /** Last. */
  high: required(be16),
});
/** Source ports that a vxlan sends from. */
export interface VxlanPortRange extends Infer<typeof vxlanPortRange> {}

/** The don't-fragment bit of the outer header (`VXLAN_DF_*`). */
export const vxlanDf = enumeration("VXLAN_DF_", u8, { unset: 0, set: 1, inherit: 2 });

/** Where the flow label of the outer header comes from (`VXLAN_LABEL_*`). */
export const vxlanLabelPolicy = enumeration("VXLAN_LABEL_", u32, { fixed: 0, inherit: 1 });

/** Which reserved bits of the vxlan header may be set (`struct ifla_vxlan_reserved_bits` is 8 bytes). */
export const vxlanReservedBits = struct("vxlanhdr", {
  /** Flags. */
  flags: be32,
  /** VNI. */
  vni: be32,
});
/** Which reserved bits of the vxlan header may be set. */
export interface VxlanReservedBits extends Infer<typeof vxlanReservedBits> {}

/** The kernel takes a flag without payload but answers with a byte, 0 or 1. */
const answeredFlag: Type<true> = {
  name: flag.name,
  mayBeAbsent: true,
  read: (view, at, end) => (at === end || view.getUint8(at) !== 0 || undefined) as true,
  write() {},
};

/** Settings of a virtual extensible LAN (`IFLA_VXLAN_*`). */
export const vxlanAttributes = attributes("linkinfo-vxlan-attrs", "IFLA_VXLAN_", {
  /** VXLAN network identifier (VNI), below 2^24. */
  id: [1, ifOther(u32)],
  /** IPv4 multicast group to join, or the address of the remote end. */
  group: [2, ipv4],
  /** Index of the link that packets leave by. */
  link: [3, u32],
  /** IPv4 source address. */
  local: [4, ipv4],
  /** Time to live of the outer header; 0 chooses by the destination. */
  ttl: [5, u8],
  /** Type of service of the outer header; 1 inherits it. */
  tos: [6, u8],
  /** Whether source addresses are learnt, 0 or 1. */
  learning: [7, u8],
  /** How long learnt addresses live, in seconds. */
  ageing: [8, u32],
  /** Most addresses in the forwarding database; 0 is no limit. */
  limit: [9, ifOther(u32)],
  /** Source ports to send from. */
  portRange: [10, ifOther(nest<VxlanPortRange>(vxlanPortRange))],
  /** Whether ARP is answered on behalf of others, 0 or 1. */
  proxy: [11, ifOther(u8)],
  /** Route short circuit, 0 or 1. */
  rsc: [12, ifOther(u8)],
  /** Whether unknown link-layer addresses are notified, 0 or 1. */
  l2miss: [13, ifOther(u8)],
  /** Whether unknown IP addresses are notified, 0 or 1. */
  l3miss: [14, ifOther(u8)],
  /** UDP destination port. */
  port: [15, ifOther(be16)],
  /** IPv6 multicast group to join, or the address of the remote end. */
  group6: [16, ipv6],
  /** IPv6 source address. */
  local6: [17, ipv6],
  /** Whether UDP checksums are sent over IPv4, 0 or 1. */
  udpCsum: [18, ifOther(u8)],
  /** Whether UDP checksums are left out over IPv6, 0 or 1. */
  udpZeroCsum6Tx: [19, ifOther(u8)],
  /** Whether packets without UDP checksum are taken over IPv6, 0 or 1. */
  udpZeroCsum6Rx: [20, ifOther(u8)],
  /** Whether remote checksum offload is sent, 0 or 1. */
  remcsumTx: [21, ifOther(u8)],
  /** Whether remote checksum offload is taken, 0 or 1. */
  remcsumRx: [22, ifOther(u8)],
  /** Group policy extension. */
  gbp: [23, ifOther(flag)],
  /** Remote checksum offload does not use partial checksums. */
  remcsumNopartial: [24, ifOther(flag)],
  /** Whether tunnel metadata come from outside (`external`), 0 or 1. */
  collectMetadata: [25, ifOther(u8)],
  /** IPv6 flow label of the outer header. */
  label: [26, be32],
  /** Generic protocol extension. */
  gpe: [27, ifOther(flag)],
  /** The time to live is inherited from the inner packet. */
  ttlInherit: [28, ifOther(answeredFlag)],
  /** The don't-fragment bit of the outer header. */
  df: [29, vxlanDf],
  /** Whether VNIs are filtered (`vnifilter`), 0 or 1; since 5.18. */
  vnifilter: [30, ifOther(u8)],
  /** Whether local destinations skip the tunnel, 0 or 1; since 6.5. */
  localbypass: [31, u8],
  /** Where the flow label comes from; since 6.8. */
  labelPolicy: [32, vxlanLabelPolicy],
  /** Which reserved bits of the header may be set; since 6.14. */
  reservedBits: [33, ifOther(nest<VxlanReservedBits>(vxlanReservedBits))],
  /** Whether multicast is routed, 0 or 1. Write-only, since 6.16. */
  mcRoute: [34, u8],
});
/** The kernel takes remote checksum offload that is off for a use of reserved bits. */
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
