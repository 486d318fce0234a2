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
} from "@rxnetlink/core";
import { vlanProtocol } from "./kinds/vlan.js";

/** The address of a virtual function (`struct ifla_vf_mac`). */
export const vfMac = struct("ifla_vf_mac", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** Its MAC address; the kernel has room for longer ones. */
  mac: required(mac),
  _: pad(26),
});
/** The address of a virtual function. */
export interface VfMac extends Infer<typeof vfMac> {}

/** The VLAN of a virtual function (`struct ifla_vf_vlan`). */
export const vfVlan = struct("ifla_vf_vlan", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** VLAN id; 0 is none. */
  vlan: required(u32),
  /** Priority of the tag, 0 to 7. */
  qos: u32,
});
/** The VLAN of a virtual function. */
export interface VfVlan extends Infer<typeof vfVlan> {}

/** A VLAN of a virtual function, with its protocol (`struct ifla_vf_vlan_info`). */
export const vfVlanInfo = struct("ifla_vf_vlan_info", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** VLAN id; 0 is none. */
  vlan: required(u32),
  /** Priority of the tag, 0 to 7. */
  qos: u32,
  /** Ethernet protocol of the tag; `"8021q"` where a request lacks it. */
  vlanProto: orDefault(vlanProtocol, "8021q"),
  _: pad(2),
});
/** A VLAN of a virtual function, with its protocol. */
export interface VfVlanInfo extends Infer<typeof vfVlanInfo> {}

/** The VLANs of a virtual function (`IFLA_VF_VLAN_*`). */
export const vfVlanAttributes = attributes("vf-vlan-attrs", "IFLA_VF_VLAN_", {
  /** Up to 1; the kernel takes no more yet. */
  info: [1, repeated(nest<VfVlanInfo>(vfVlanInfo))],
});
/** The VLANs of a virtual function. */
export interface VfVlans extends Infer<typeof vfVlanAttributes> {}

/** How fast a virtual function may send, the old way (`struct ifla_vf_tx_rate`). */
export const vfTxRate = struct("ifla_vf_tx_rate", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** Highest rate, in Mbit/s; 0 is no limit. */
  rate: required(u32),
});
/** How fast a virtual function may send, the old way. */
export interface VfTxRate extends Infer<typeof vfTxRate> {}

/** How fast a virtual function may send (`struct ifla_vf_rate`). */
export const vfRate = struct("ifla_vf_rate", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** Rate that it is sure of, in Mbit/s. */
  minTxRate: required(u32),
  /** Highest rate, in Mbit/s; 0 is no limit. */
  maxTxRate: required(u32),
});
/** How fast a virtual function may send. */
export interface VfRate extends Infer<typeof vfRate> {}

/** Whether false source addresses of a virtual function are dropped (`struct ifla_vf_spoofchk`). */
export const vfSpoofchk = struct("ifla_vf_spoofchk", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** 0 or 1; 4294967295 where the driver cannot tell. */
  setting: required(u32),
});
/** Whether false source addresses of a virtual function are dropped. */
export interface VfSpoofchk extends Infer<typeof vfSpoofchk> {}

/** Whether a virtual function may ask how packets are hashed (`struct ifla_vf_rss_query_en`). */
export const vfRssQueryEn = struct("ifla_vf_rss_query_en", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** 0 or 1; 4294967295 where the driver cannot tell. */
  setting: required(u32),
});
/** Whether a virtual function may ask how packets are hashed. */
export interface VfRssQueryEn extends Infer<typeof vfRssQueryEn> {}

/** Whether a virtual function is trusted (`struct ifla_vf_trust`). */
export const vfTrust = struct("ifla_vf_trust", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** 0 or 1; 4294967295 where the driver cannot tell. */
  setting: required(u32),
});
/** Whether a virtual function is trusted. */
export interface VfTrust extends Infer<typeof vfTrust> {}

/** What the link of a virtual function is made to be (`IFLA_VF_LINK_STATE_*`). */
export const vfLinkStateValue = enumeration("IFLA_VF_LINK_STATE_", u32, {
  /** That of the physical function. */
  auto: 0,
  /** Always up. */
  enable: 1,
  /** Always down. */
  disable: 2,
});

/** The link of a virtual function (`struct ifla_vf_link_state`). */
export const vfLinkState = struct("ifla_vf_link_state", {
  /** Number of the virtual function. */
  vf: required(u32),
  /** What it is made to be. */
  linkState: required(vfLinkStateValue),
});
/** The link of a virtual function. */
export interface VfLinkState extends Infer<typeof vfLinkState> {}

/** An InfiniBand identifier of a virtual function (`struct ifla_vf_guid`). */
export const vfGuid = struct("ifla_vf_guid", {
  /** Number of the virtual function. */
  vf: required(u32),
  _: pad(4),
  /** The identifier. */
  guid: required(u64),
});
/** An InfiniBand identifier of a virtual function. */
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
  /** Packets dropped on their way out. */
  txDropped: [8, u64],
});
/** Counters of a virtual function. */
export interface VfStats extends Infer<typeof vfStatsAttributes> {}

/** A virtual function (`IFLA_VF_*`); each member names it by its number. */
export const vfInfoAttributes = attributes("vfinfo-attrs", "IFLA_VF_", {
  /** Its address. */
  mac: [1, nest<VfMac>(vfMac)],
  /** Its VLAN. */
  vlan: [2, nest<VfVlan>(vfVlan)],
  /** How fast it may send, the old way. */
  txRate: [3, nest<VfTxRate>(vfTxRate)],
  /** Whether false source addresses are dropped. */
  spoofchk: [4, nest<VfSpoofchk>(vfSpoofchk)],
  /** Its link. */
  linkState: [5, nest<VfLinkState>(vfLinkState)],
  /** How fast it may send. */
  rate: [6, nest<VfRate>(vfRate)],
  /** Whether it may ask how packets are hashed. */
  rssQueryEn: [7, nest<VfRssQueryEn>(vfRssQueryEn)],
  /** Its counters; read-only. */
  stats: [8, readOnly(nest<VfStats>(vfStatsAttributes))],
  /** Whether it is trusted. */
  trust: [9, nest<VfTrust>(vfTrust)],
  /** InfiniBand identifier of the node. Write-only before 5.6. */
  ibNodeGuid: [10, nest<VfGuid>(vfGuid)],
  /** InfiniBand identifier of the port. Write-only before 5.6. */
  ibPortGuid: [11, nest<VfGuid>(vfGuid)],
  /** Its VLANs, with their protocols. */
  vlanList: [12, nest<VfVlans>(vfVlanAttributes)],
  /** Its broadcast address, in 32 bytes; read-only. */
  broadcast: [13, readOnly(lladdr)],
});
/** A virtual function. */
export interface VfInfo extends Infer<typeof vfInfoAttributes> {}

/** The virtual functions of a link (`IFLA_VFINFO_LIST`). */
export const vfInfoListAttributes = attributes("vfinfo-list-attrs", "IFLA_VF_", {
  /** Each of them; a request names those to change. */
  info: [1, repeated(nest<VfInfo>(vfInfoAttributes))],
});
/** The virtual functions of a link. */
export interface VfInfoList extends Infer<typeof vfInfoListAttributes> {}
