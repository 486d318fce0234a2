import {
  attributes,
  binary,
  enumeration,
  flag,
  flags,
  type Infer,
  indexedArray,
  mac,
  nest,
  packed,
  readOnly,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type WifiBeacon, wifiBeaconAttributes } from "./beacon.js";
import { ftmStatsAttributes, type WifiFtmStats } from "./ftm.js";
import {
  bssColorAttributes,
  filsDiscoveryAttributes,
  mbssidAttributes,
  obssPdAttributes,
  probeRespAttributes,
  shortBeaconAttributes,
  type WifiBroadcastProbeResponse,
  type WifiBssColor,
  type WifiFilsDiscovery,
  type WifiMbssid,
  type WifiObssPd,
  type WifiShortBeacon,
} from "./he.js";

/** Ways to hide the name of a network (`NL80211_HIDDEN_SSID_*`). */
export const wifiHiddenSsid = enumeration("NL80211_HIDDEN_SSID_", u32, {
  /** It is shown. */
  notInUse: 0,
  /** It is empty in beacons. */
  zeroLen: 1,
  /** It is made of zeros in beacons. */
  zeroContents: 2,
});

/** Meanings of an access list (`NL80211_ACL_POLICY_*`). */
export const wifiAclPolicy = enumeration("NL80211_ACL_POLICY_", u32, {
  /** Those listed are refused. */
  acceptUnlessListed: 0,
  /** Only those listed are accepted. */
  denyUnlessListed: 1,
});

/** Power saving by using one antenna (`NL80211_SMPS_*`). */
export const wifiSmpsMode = enumeration("NL80211_SMPS_", u8, {
  /** All antennas. */
  off: 0,
  /** One antenna. */
  static: 1,
  /** One antenna until there is traffic. */
  dynamic: 2,
});

/** Abilities of the program behind an access point (`NL80211_AP_SETTINGS_*`). */
export const wifiApSettings = flags("NL80211_AP_SETTINGS_", u32, {
  /** It authenticates clients. */
  externalAuthSupport: 0x1,
  /** It leaves asking clients to the driver. */
  saQueryOffloadSupport: 0x2,
});

/** Attributes of access points (`NL80211_ATTR_*`). */
export const wifiApAttributes = attributes("wifi-ap-attrs", "NL80211_ATTR_", {
  /** Interval of beacons, in units of 1.024 ms. */
  beaconInterval: [12, u32],
  /** Beacons from one delivery of multicast frames to the next. */
  dtimPeriod: [13, u32],
  /** Way to hide the name; see {@link wifiHiddenSsid}. */
  hiddenSsid: [126, wifiHiddenSsid],
  /** Time after which silent clients are removed, in seconds. */
  inactivityTimeout: [150, u16],
  /** 1 if frames of older stations are protected. */
  bssCtsProt: [28, u8],
  /** 1 for short preambles. */
  bssShortPreamble: [29, u8],
  /** 1 for short slots. */
  bssShortSlotTime: [30, u8],
  /** Rates that all have to support, as their element encodes them. */
  bssBasicRates: [36, binary],
  /** Protection of 802.11n. */
  bssHtOpmode: [109, u16],
  /** 1 if clients cannot talk to each other. */
  apIsolate: [96, u8],
  /** Time that a group owner stays awake, in units of 1.024 ms. */
  p2pCtwindow: [162, u8],
  /** 1 if a group owner sleeps when it can. */
  p2pOppps: [163, u8],
  /** Meaning of the access list; see {@link wifiAclPolicy}. */
  aclPolicy: [165, wifiAclPolicy],
  /** Access list. */
  macAddrs: [166, indexedArray(mac)],
  /** Power saving by using one antenna; see {@link wifiSmpsMode}. */
  smpsMode: [213, wifiSmpsMode],
  /** Set if clients can agree on times to wake up. */
  twtResponder: [278, flag],
  /** Spatial reuse. */
  heObssPd: [279, nest<WifiObssPd>(obssPdAttributes)],
  /** Colour of the network. */
  heBssColor: [283, nest<WifiBssColor>(bssColorAttributes)],
  /** Frames of discovery. */
  filsDiscovery: [294, nest<WifiFilsDiscovery>(filsDiscoveryAttributes)],
  /** Probe responses to all. */
  unsolBcastProbeResp: [295, nest<WifiBroadcastProbeResponse>(probeRespAttributes)],
  /** Several networks in one beacon. */
  mbssidConfig: [306, nest<WifiMbssid>(mbssidAttributes)],
  /** Abilities of the program behind it; see {@link wifiApSettings}. */
  apSettingsFlags: [309, wifiApSettings],
  /** Settings of a network that can be changed. */
  bssParam: [341, binary],
  /** Memberships that the program supports, a byte each. */
  supportedSelectors: [334, binary],
  /** Intervals from one long beacon of 802.11ah to the next. */
  s1gLongBeaconPeriod: [339, u8],
  /** Short beacon of 802.11ah. */
  s1gShortBeacon: [340, nest<WifiShortBeacon>(shortBeaconAttributes)],
  /** Element of the operation of 802.11bn. */
  uhrOperation: [350, binary],
  /** Statistics of measurements of distance. Read-only. */
  ftmResponderStats: [271, readOnly(nest<WifiFtmStats>(ftmStatsAttributes))],
  /** Beacons until the channel changes. */
  chSwitchCount: [183, u32],
  /** Set if nobody may send until then. */
  chSwitchBlockTx: [184, flag],
  /** Beacons until then. */
  csaIes: [185, nest<WifiBeacon>(wifiBeaconAttributes)],
  /** Places of the counter in a frame, in bytes. */
  csaCOffsetsTx: [205, packed(u16)],
  /** Beacons until the colour changes. */
  colorChangeCount: [303, u8],
  /** New colour. */
  colorChangeColor: [304, u8],
  /** Beacons until then. */
  colorChangeElems: [305, nest<WifiBeacon>(wifiBeaconAttributes)],
  /** Colours of other networks, a bit each. Read-only. */
  obssColorBitmap: [302, readOnly(u64)],
});

/** Members of access points. */
export interface WifiApMembers extends Infer<typeof wifiApAttributes> {}
