import {
  attributes,
  binary,
  enumeration,
  flag,
  type Infer,
  ifindex,
  nest,
  readOnly,
  s16,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { wifiStationFlagUpdate } from "./flags.js";
import { type WifiStationInfo, wifiMeshPower, wifiPlinkState, wifiStationInfoAttributes } from "./info.js";

/** Attributes of a station's power saving by class (`NL80211_STA_WME_*`). */
const staWmeAttributes = attributes("wifi-sta-wme", "NL80211_STA_WME_", {
  /** Classes of traffic, a bit each. */
  uapsdQueues: [1, u8],
  /** Most frames at once, as the standard encodes it. */
  maxSp: [2, u8],
});

/** Power saving of a station by class of traffic. */
export interface WifiStationWme extends Infer<typeof staWmeAttributes> {}

/** Actions on a link in a mesh (`NL80211_PLINK_ACTION_*`). */
export const wifiPlinkAction = enumeration("NL80211_PLINK_ACTION_", u8, {
  /** None. */
  noAction: 0,
  /** Opens it. */
  open: 1,
  /** Blocks it. */
  block: 2,
});

/** Power saving of Wi-Fi Direct (`NL80211_P2P_PS_*`). */
export const wifiStaP2pPs = enumeration("NL80211_P2P_PS_", u8, {
  /** Not supported. */
  unsupported: 0,
  /** Supported. */
  supported: 1,
});

/** Attributes of stations (`NL80211_ATTR_*`). */
export const wifiStationAttributes = attributes("wifi-station-attrs", "NL80211_ATTR_", {
  /** Statistics. Read-only. */
  staInfo: [21, readOnly(nest<WifiStationInfo>(wifiStationInfoAttributes))],
  /** State to set; see {@link wifiStationFlags}. */
  staFlags2: [67, wifiStationFlagUpdate],
  /** State to set, in an older form. */
  staFlags: [17, binary],
  /** Association id. */
  staAid: [16, u16],
  /** Beacons from one waking up to the next. */
  staListenInterval: [18, u16],
  /** Supported rates, as their element encodes them. */
  staSupportedRates: [19, binary],
  /** Link of its VLAN. */
  staVlan: [20, ifindex(u32)],
  /** Capabilities. */
  staCapability: [171, u16],
  /** Extended capabilities. */
  staExtCapability: [172, binary],
  /** Power saving by class of traffic. */
  staWme: [129, nest<WifiStationWme>(staWmeAttributes)],
  /** Action on the link in a mesh. */
  staPlinkAction: [25, wifiPlinkAction],
  /** State of the link in a mesh. */
  staPlinkState: [116, wifiPlinkState],
  /** Power saving of Wi-Fi Direct. */
  staSupportP2pPs: [228, wifiStaP2pPs],
  /** Supported channels: first channel and count, in turn. */
  staSupportedChannels: [189, binary],
  /** Supported operating classes. */
  staSupportedOperClasses: [190, binary],
  /** Setting of power towards it, numbered as {@link wifiTxPowerSetting}; since 5.1. */
  staTxPowerSetting: [275, u8],
  /** Power towards it, in dBm; since 5.1. */
  staTxPower: [276, s16],
  /** Association id of a direct peer (TDLS). */
  peerAid: [181, u16],
  /** Element with its capabilities of 802.11n. */
  htCapability: [31, binary],
  /** Element with its capabilities of 802.11ac. */
  vhtCapability: [157, binary],
  /** Element with its capabilities of 802.11ax; since 4.19. */
  heCapability: [269, binary],
  /** Element with its capabilities at 6 GHz; since 5.8. */
  he_6ghzCapability: [293, binary],
  /** Element with its capabilities of 802.11ah; since 5.10. */
  s1gCapability: [296, binary],
  /** Element with its capabilities of 802.11be; since 5.18. */
  ehtCapability: [310, binary],
  /** Element with its capabilities of 802.11bn. */
  uhrCapability: [347, binary],
  /** Capabilities of multi-link operation with few radios; since 6.1. */
  emlCapability: [317, u16],
  /** Operating mode that it announced. */
  opmodeNotif: [194, u8],
  /** Streams that it receives. */
  nss: [262, u8],
  /** Its share of time; since 5.1. */
  airtimeWeight: [274, u16],
  /** Power saving towards the peer in a mesh. */
  localMeshPowerMode: [164, wifiMeshPower],
  /** Association id of a peer in a mesh. */
  meshPeerAid: [237, u16],
  /** VLAN of the station and of its group's key; since 5.6. */
  vlanId: [282, u16],
  /** Set if its frames of management are encrypted (EPP). */
  eppPeer: [346, flag],
});

/** Members of stations. */
export interface WifiStationMembers extends Infer<typeof wifiStationAttributes> {}
