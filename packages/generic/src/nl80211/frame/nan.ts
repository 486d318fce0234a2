import {
  attributes,
  type Binaries,
  binary,
  bytes,
  flag,
  type Infer,
  indexedArray,
  mac,
  nest,
  readOnly,
  repeated,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";

/** Attributes of capabilities of its data (`NL80211_NAN_PHY_CAP_ATTR_*`). */
const wifiNanPhyAttributes = attributes("wifi-nan-phy", "NL80211_NAN_PHY_CAP_ATTR_", {
  /** Modulations of 802.11n. */
  htMcsSet: [1, binary],
  /** Capabilities of 802.11n. */
  htCapa: [2, u16],
  /** Longest aggregate of 802.11n. */
  htAmpduFactor: [3, u8],
  /** Spacing in aggregates of 802.11n. */
  htAmpduDensity: [4, u8],
  /** Modulations of 802.11ac. */
  vhtMcsSet: [5, binary],
  /** Capabilities of 802.11ac. */
  vhtCapa: [6, u32],
  /** MAC capabilities of 802.11ax. */
  heMac: [7, binary],
  /** PHY capabilities of 802.11ax. */
  hePhy: [8, binary],
  /** Modulations of 802.11ax. */
  heMcsSet: [9, binary],
  /** Thresholds of packet extension of 802.11ax. */
  hePpe: [10, binary],
});

/** Capabilities of data of neighbour-aware networking. */
export interface WifiNanPhy extends Infer<typeof wifiNanPhyAttributes> {}

/** Attributes of capabilities of neighbour-aware networking (`NL80211_NAN_CAPA_*`). */
export const wifiNanCapabilityAttributes = attributes("wifi-nan-capabilities", "NL80211_NAN_CAPA_", {
  /** Set if synchronization can be set. */
  configurableSync: [1, flag],
  /** Set if programs look for services. */
  userspaceDe: [2, flag],
  /** Modes of operation. */
  opMode: [3, u8],
  /** Antennas: to send with in the lower half, to receive with in the upper. */
  numAntennas: [4, u8],
  /** Longest time to change the channel, in microseconds. */
  maxChannelSwitchTime: [5, u16],
  /** Capabilities, as the standard encodes them. */
  capabilities: [6, u8],
  /** Capabilities of its data. */
  phy: [7, nest<WifiNanPhy>(wifiNanPhyAttributes)],
});

/** Capabilities of neighbour-aware networking. */
export interface WifiNanCapabilities extends Infer<typeof wifiNanCapabilityAttributes> {}

/** Attributes of a schedule of a peer (`NL80211_NAN_PEER_MAP_ATTR_*`). */
const nanPeerMapAttributes = attributes("wifi-nan-peer-map", "NL80211_NAN_PEER_MAP_ATTR_", {
  /** Number of the schedule. */
  mapId: [1, u8],
  /** Number of the channel by slot of time; 255 is none. */
  timeSlots: [2, binary],
});

/** A schedule of a peer. */
export interface WifiNanPeerMap extends Infer<typeof nanPeerMapAttributes> {}

/** Attributes of neighbour-aware networking (`NL80211_ATTR_*`). */
export const wifiNanAttributes = attributes("wifi-nan-attrs", "NL80211_ATTR_", {
  /** Preference to lead. */
  nanMasterPref: [238, u8],
  /** Bands to work in, a bit each. */
  bands: [239, u32],
  /** A service that is offered or looked for (`NL80211_NAN_FUNC_*`). */
  nanFunc: [240, binary],
  /** A service that was found (`NL80211_NAN_MATCH_*`). Read-only. */
  nanMatch: [241, readOnly(binary)],
  /** Settings (`NL80211_NAN_CONF_*`). */
  nanConfig: [342, binary],
  /** Set if the group is new. Read-only. */
  nanNewCluster: [343, readOnly(flag)],
  /** Channels, each with the attributes of one. */
  nanChannel: [351, repeated(binary) as Binaries],
  /** Channel, as the standard encodes it. */
  nanChannelEntry: [352, bytes(6)],
  /** Number of the channel by slot of time; 255 is none. */
  nanTimeSlots: [353, binary],
  /** Streams that are received. */
  nanRxNss: [354, u8],
  /** Availability, as the standard encodes it. */
  nanAvailBlob: [355, binary],
  /** Set if the schedule changes later. */
  nanSchedDeferred: [356, flag],
  /** Set if the change succeeded. Read-only. */
  nanSchedUpdateSuccess: [357, readOnly(flag)],
  /** Address of the station that a station of data belongs to. */
  nanNmiMac: [358, mac],
  /** Times outside the schedule of a peer. */
  nanUlw: [359, binary],
  /** Windows of discovery that a peer attends. */
  nanCommittedDw: [360, u16],
  /** Number of a peer's schedule. */
  nanSeqId: [361, u8],
  /** Longest time to change the channel, in microseconds. */
  nanMaxChanSwitchTime: [362, u16],
  /** Schedules of a peer. */
  nanPeerMaps: [363, indexedArray(nest<WifiNanPeerMap>(nanPeerMapAttributes))],
});

/** Members of neighbour-aware networking. */
export interface WifiNanMembers extends Infer<typeof wifiNanAttributes> {}
