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
} from "@rxnetlink/core/schema";

/** Ethernet protocols of VLAN tags (`ETH_P_8021*`). */
export const vlanProtocol = enumeration("ETH_P_", be16, {
  /** C-VLAN, the ordinary tag. */
  "8021q": 0x8100,
  /** S-VLAN, the outer tag. */
  "8021ad": 0x88a8,
});

/** Behaviour of a VLAN link beyond tagging (`VLAN_FLAG_*`). */
export const vlanFlag = flags("VLAN_FLAG_", u32, {
  /** Removes the tag before the packet is seen on the link. */
  reorderHdr: 0x1,
  /** Announces the VLAN by GVRP. */
  gvrp: 0x2,
  /** Does not follow the state of the lower link. */
  looseBinding: 0x4,
  /** Announces the VLAN by MVRP. */
  mvrp: 0x8,
  /** Follows the state of the ports of the lower bridge that carry the VLAN. */
  bridgeBinding: 0x10,
});

/** Behaviour beyond tagging with the mask of the bits to change (`struct ifla_vlan_flags`). */
export const vlanFlags = struct("ifla_vlan_flags", {
  /** Bits; {@link vlanFlag} lists their names. */
  flags: masked(vlanFlag, "mask"),
  /** Bits that a request sets or clears; those it names when absent. */
  mask: maskOf(vlanFlag),
});
/** Behaviour beyond tagging with the mask of the bits to change. */
export interface VlanFlags extends Infer<typeof vlanFlags> {}

/** Mapping of a priority (`struct ifla_vlan_qos_mapping`). */
export const vlanQosMapping = struct("ifla_vlan_qos_mapping", {
  /** Priority before: egress, the packet's priority; ingress, that of the tag (0 to 7). */
  from: required(u32),
  /** Priority after: egress, that of the tag (0 to 7); ingress, the packet's priority. */
  to: required(u32),
});
/** Mapping of a priority. */
export interface VlanQosMapping extends Infer<typeof vlanQosMapping> {}

/** Priority mappings of a VLAN (`IFLA_VLAN_QOS_*`). */
export const vlanQosAttributes = attributes("ifla-vlan-qos", "IFLA_VLAN_QOS_", {
  /** Mappings. */
  mapping: [1, repeated(nest<VlanQosMapping>(vlanQosMapping))],
});
/** Priority mappings of a VLAN. */
export interface VlanQos extends Infer<typeof vlanQosAttributes> {}

/** Settings of a VLAN (`IFLA_VLAN_*`). */
export const vlanAttributes = attributes("linkinfo-vlan-attrs", "IFLA_VLAN_", {
  /** VLAN id, 0 to 4094; permanent: the kernel ignores it in a change. */
  id: [1, fixed(u16)],
  /** Behaviour beyond tagging. */
  flags: [2, nest<VlanFlags>(vlanFlags)],
  /** Mappings of packet priorities to those of the tag. */
  egressQos: [3, nest<VlanQos>(vlanQosAttributes)],
  /** Mappings of the tag's priorities to those of packets. */
  ingressQos: [4, nest<VlanQos>(vlanQosAttributes)],
  /** Protocol of the tag; `"8021q"` when absent from a request; permanent, like the id. */
  protocol: [5, fixed(vlanProtocol)],
});
/** Settings of a `vlan` link. */
export interface Vlan extends Infer<typeof vlanAttributes> {}
