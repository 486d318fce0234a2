import {
  attributes,
  enumeration,
  type Infer,
  lladdr,
  mac,
  nest,
  orDefault,
  pad,
  padding,
  readOnly,
  repeated,
  required,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { vlanProtocol } from "./kinds/vlan.js";

/** Address of a virtual function (`struct ifla_vf_mac`). */
export const vfMac = struct("ifla_vf_mac", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** MAC address; the kernel has room for longer ones. */
  mac: required(mac),
  _: pad(26),
});
/** Address of a virtual function. */
export interface VfMac extends Infer<typeof vfMac> {}

/** VLAN of a virtual function (`struct ifla_vf_vlan`). */
export const vfVlan = struct("ifla_vf_vlan", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** VLAN id; 0 is none. */
  vlan: required(u32),
  /** Priority of the tag, 0 to 7. */
  qos: u32,
});
/** VLAN of a virtual function. */
export interface VfVlan extends Infer<typeof vfVlan> {}

/** VLAN of a virtual function, with its protocol (`struct ifla_vf_vlan_info`). */
export const vfVlanInfo = struct("ifla_vf_vlan_info", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** VLAN id; 0 is none. */
  vlan: required(u32),
  /** Priority of the tag, 0 to 7. */
  qos: u32,
  /** Ethernet protocol of the tag; in a request defaults to `"8021q"`. */
  vlanProto: orDefault(vlanProtocol, "8021q"),
  _: pad(2),
});
/** VLAN of a virtual function, with its protocol. */
export interface VfVlanInfo extends Infer<typeof vfVlanInfo> {}

/** VLANs of a virtual function (`IFLA_VF_VLAN_*`). */
export const vfVlanAttributes = attributes("vf-vlan-attrs", "IFLA_VF_VLAN_", {
  /** VLANs; the kernel accepts one. */
  info: [1, repeated(nest<VfVlanInfo>(vfVlanInfo))],
});
/** VLANs of a virtual function. */
export interface VfVlans extends Infer<typeof vfVlanAttributes> {}

/** Transmit rate limit of a virtual function, legacy form (`struct ifla_vf_tx_rate`). */
export const vfTxRate = struct("ifla_vf_tx_rate", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** Maximum rate, in Mbit/s; 0 is no limit. */
  rate: required(u32),
});
/** Transmit rate limit of a virtual function, legacy form. */
export interface VfTxRate extends Infer<typeof vfTxRate> {}

/** Transmit rate limits of a virtual function (`struct ifla_vf_rate`). */
export const vfRate = struct("ifla_vf_rate", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** Guaranteed rate, in Mbit/s. */
  minTxRate: required(u32),
  /** Maximum rate, in Mbit/s; 0 is no limit. */
  maxTxRate: required(u32),
});
/** Transmit rate limits of a virtual function. */
export interface VfRate extends Infer<typeof vfRate> {}

/** Spoof check of a virtual function: drops frames with a false source address (`struct ifla_vf_spoofchk`). */
export const vfSpoofchk = struct("ifla_vf_spoofchk", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** 0 off, 1 on; 4294967295 if the driver does not report it. */
  setting: required(u32),
});
/** Spoof check of a virtual function: drops frames with a false source address. */
export interface VfSpoofchk extends Infer<typeof vfSpoofchk> {}

/** Permission of a virtual function to query the RSS configuration (`struct ifla_vf_rss_query_en`). */
export const vfRssQueryEn = struct("ifla_vf_rss_query_en", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** 0 off, 1 on; 4294967295 if the driver does not report it. */
  setting: required(u32),
});
/** Permission of a virtual function to query the RSS configuration. */
export interface VfRssQueryEn extends Infer<typeof vfRssQueryEn> {}

/** Trust in a virtual function (`struct ifla_vf_trust`). */
export const vfTrust = struct("ifla_vf_trust", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** 0 off, 1 on; 4294967295 if the driver does not report it. */
  setting: required(u32),
});
/** Trust in a virtual function. */
export interface VfTrust extends Infer<typeof vfTrust> {}

/** Link state of a virtual function (`IFLA_VF_LINK_STATE_*`). */
export const vfLinkStateValue = enumeration("IFLA_VF_LINK_STATE_", u32, {
  /** Follows the physical function. */
  auto: 0,
  /** Always up. */
  enable: 1,
  /** Always down. */
  disable: 2,
});

/** Link state of a virtual function (`struct ifla_vf_link_state`). */
export const vfLinkState = struct("ifla_vf_link_state", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** Configured link state. */
  linkState: required(vfLinkStateValue),
});
/** Link state of a virtual function. */
export interface VfLinkState extends Infer<typeof vfLinkState> {}

/** InfiniBand identifier of a virtual function (`struct ifla_vf_guid`). */
export const vfGuid = struct("ifla_vf_guid", {
  /** Number of the virtual function. */
  vf: required(u32),
  _: pad(4),
  /** InfiniBand GUID. */
  guid: required(u64),
});
/** InfiniBand identifier of a virtual function. */
export interface VfGuid extends Infer<typeof vfGuid> {}

/** Counters of a virtual function (`IFLA_VF_STATS_*`). */
export const vfStatsAttributes = attributes("vf-stats-attrs", "IFLA_VF_STATS_", {
  /** Packets received. */
  rxPackets: [0, u64],
  /** Packets sent. */
  txPackets: [1, u64],
  /** Bytes received. */
  rxBytes: [2, u64],
  /** Bytes sent. */
  txBytes: [3, u64],
  /** Broadcast packets received. */
  broadcast: [4, u64],
  /** Multicast packets received. */
  multicast: [5, u64],
  /** Alignment. */
  pad: [6, padding],
  /** Packets received but dropped. */
  rxDropped: [7, u64],
  /** Packets dropped during transmission. */
  txDropped: [8, u64],
});
/** Counters of a virtual function. */
export interface VfStats extends Infer<typeof vfStatsAttributes> {}

/** Virtual function (`IFLA_VF_*`); each member repeats its number. */
export const vfInfoAttributes = attributes("vfinfo-attrs", "IFLA_VF_", {
  /** MAC address. */
  mac: [1, nest<VfMac>(vfMac)],
  /** VLAN. */
  vlan: [2, nest<VfVlan>(vfVlan)],
  /** Transmit rate limit, legacy form. */
  txRate: [3, nest<VfTxRate>(vfTxRate)],
  /** Spoof check. */
  spoofchk: [4, nest<VfSpoofchk>(vfSpoofchk)],
  /** Link state. */
  linkState: [5, nest<VfLinkState>(vfLinkState)],
  /** Transmit rate limits. */
  rate: [6, nest<VfRate>(vfRate)],
  /** Permission to query the RSS configuration. */
  rssQueryEn: [7, nest<VfRssQueryEn>(vfRssQueryEn)],
  /** Counters; read-only. */
  stats: [8, readOnly(nest<VfStats>(vfStatsAttributes))],
  /** Trust. */
  trust: [9, nest<VfTrust>(vfTrust)],
  /** InfiniBand identifier of the node. Write-only before 5.6. */
  ibNodeGuid: [10, nest<VfGuid>(vfGuid)],
  /** InfiniBand identifier of the port. Write-only before 5.6. */
  ibPortGuid: [11, nest<VfGuid>(vfGuid)],
  /** VLANs, with their protocols. */
  vlanList: [12, nest<VfVlans>(vfVlanAttributes)],
  /** Broadcast address, 32 bytes; read-only. */
  broadcast: [13, readOnly(lladdr)],
});
/** Virtual function. */
export interface VfInfo extends Infer<typeof vfInfoAttributes> {}

/** Virtual functions of a link (`IFLA_VFINFO_LIST`). */
export const vfInfoListAttributes = attributes("vfinfo-list-attrs", "IFLA_VF_", {
  /** Virtual functions; a request has only those to change. */
  info: [1, repeated(nest<VfInfo>(vfInfoAttributes))],
});
/** Virtual functions of a link. */
export interface VfInfoList extends Infer<typeof vfInfoListAttributes> {}
