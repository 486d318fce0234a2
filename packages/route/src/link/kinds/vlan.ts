import {
  attributes,
  be16,
  enumeration,
  fixed,
  flags,
  type Infer,
  masked,
  maskOf,
  nest,
  repeated,
  required,
  struct,
  u16,
  u32,
} from "@rxnetlink/core";

/** Ethernet protocols of VLAN tags (`ETH_P_8021*`). */
export const vlanProtocol = enumeration("ETH_P_", be16, {
  /** C-VLAN, the ordinary tag. */
  "8021q": 0x8100,
  /** S-VLAN, the outer tag. */
  "8021ad": 0x88a8,
});

/** What a VLAN does beyond tagging (`VLAN_FLAG_*`). */
export const vlanFlag = flags("VLAN_FLAG_", u32, {
  /** The tag is taken out before anybody sees the packet. */
  reorderHdr: 0x1,
  /** The VLAN is announced by GVRP. */
  gvrp: 0x2,
  /** It does not follow the state of the link below. */
  looseBinding: 0x4,
  /** The VLAN is announced by MVRP. */
  mvrp: 0x8,
  /** It follows the ports of the bridge below that carry the VLAN. */
  bridgeBinding: 0x10,
});

/** What a VLAN does beyond tagging, and which of that counts (`struct ifla_vlan_flags`). */
export const vlanFlags = struct("ifla_vlan_flags", {
  /** The bits; {@link vlanFlag} has their names. */
  flags: masked(vlanFlag, "mask"),
  /** Those that a request means to set or clear; where absent those that it names. */
  mask: maskOf(vlanFlag),
});
/** What a VLAN does beyond tagging, and which of that counts. */
export interface VlanFlags extends Infer<typeof vlanFlags> {}

/** One priority for another (`struct ifla_vlan_qos_mapping`). */
export const vlanQosMapping = struct("ifla_vlan_qos_mapping", {
  /** Out of the kernel its own priority, into it that of the tag (0 to 7). */
  from: required(u32),
  /** Out of the kernel that of the tag (0 to 7), into it its own. */
  to: required(u32),
});
/** One priority for another. */
export interface VlanQosMapping extends Infer<typeof vlanQosMapping> {}

/** Priorities of a VLAN (`IFLA_VLAN_QOS_*`). */
export const vlanQosAttributes = attributes("ifla-vlan-qos", "IFLA_VLAN_QOS_", {
  /** The pairs. */
  mapping: [1, repeated(nest<VlanQosMapping>(vlanQosMapping))],
});
/** Priorities of a VLAN. */
export interface VlanQos extends Infer<typeof vlanQosAttributes> {}

/** Settings of a VLAN (`IFLA_VLAN_*`). */
export const vlanAttributes = attributes("linkinfo-vlan-attrs", "IFLA_VLAN_", {
  /** VLAN id, 0 to 4094. For good: the kernel takes no notice of it in a change. */
  id: [1, fixed(u16)],
  /** What it does beyond tagging. */
  flags: [2, nest<VlanFlags>(vlanFlags)],
  /** Which priority of the kernel becomes which of the tag. */
  egressQos: [3, nest<VlanQos>(vlanQosAttributes)],
  /** Which priority of the tag becomes which of the kernel. */
  ingressQos: [4, nest<VlanQos>(vlanQosAttributes)],
  /** Protocol of the tag; `"8021q"` where absent in a request. For good, as the id is. */
  protocol: [5, fixed(vlanProtocol)],
});
/** Settings of a `vlan` link. */
export interface Vlan extends Infer<typeof vlanAttributes> {}
