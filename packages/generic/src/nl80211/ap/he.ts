import { attributes, binary, flag, type Infer, ifindex, u8, u32 } from "@rxnetlink/core/schema";

/** Attributes of spatial reuse (`NL80211_HE_OBSS_PD_ATTR_*`). */
export const obssPdAttributes = attributes("wifi-he-obss-pd", "NL80211_HE_OBSS_PD_ATTR_", {
  /** Least offset of power. */
  minOffset: [1, u8],
  /** Largest offset of power. */
  maxOffset: [2, u8],
  /** Largest offset of power outside the group. */
  nonSrgMaxOffset: [3, u8],
  /** Colours in the group, a bit each. */
  bssColorBitmap: [4, binary],
  /** Partial addresses in the group, a bit each. */
  partialBssidBitmap: [5, binary],
  /** Control field of its element. */
  srCtrl: [6, u8],
});

/** Spatial reuse. */
export interface WifiObssPd extends Infer<typeof obssPdAttributes> {}

/** Attributes of a colour (`NL80211_HE_BSS_COLOR_ATTR_*`). */
export const bssColorAttributes = attributes("wifi-he-bss-color", "NL80211_HE_BSS_COLOR_ATTR_", {
  /** Colour, 1 to 63. */
  color: [1, u8],
  /** Set if it is not in use. */
  disabled: [2, flag],
  /** Set for partial colours. */
  partial: [3, flag],
});

/** Colour of a network. */
export interface WifiBssColor extends Infer<typeof bssColorAttributes> {}

/** Attributes of frames of discovery (`NL80211_FILS_DISCOVERY_ATTR_*`). */
export const filsDiscoveryAttributes = attributes("wifi-fils-discovery", "NL80211_FILS_DISCOVERY_ATTR_", {
  /** Least interval, in units of 1.024 ms. */
  intMin: [1, u32],
  /** Largest interval, in units of 1.024 ms. */
  intMax: [2, u32],
  /** Template of the frame. */
  tmpl: [3, binary],
});

/** Frames of discovery. */
export interface WifiFilsDiscovery extends Infer<typeof filsDiscoveryAttributes> {}

/** Attributes of probe responses to all (`NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_*`). */
export const probeRespAttributes = attributes(
  "wifi-unsol-bcast-probe-resp",
  "NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_",
  {
    /** Interval, in units of 1.024 ms. */
    int: [1, u32],
    /** Template of the frame. */
    tmpl: [2, binary],
  },
);

/** Probe responses to all. */
export interface WifiBroadcastProbeResponse extends Infer<typeof probeRespAttributes> {}

/** Attributes of several networks in one beacon (`NL80211_MBSSID_CONFIG_ATTR_*`). */
export const mbssidAttributes = attributes("wifi-mbssid-config", "NL80211_MBSSID_CONFIG_ATTR_", {
  /** Most networks. */
  maxInterfaces: [1, u8],
  /** Most beacons that they are spread over. */
  maxEmaProfilePeriodicity: [2, u8],
  /** Number of this network; 0 sends the beacon. */
  index: [3, u8],
  /** Link of the network that sends the beacon. */
  txIfindex: [4, ifindex(u32)],
  /** Set if they are spread over several beacons. */
  ema: [5, flag],
  /** Number of the link that sends the beacon. */
  txLinkId: [6, u8],
});

/** Several networks in one beacon. */
export interface WifiMbssid extends Infer<typeof mbssidAttributes> {}

/** Attributes of a short beacon of 802.11ah (`NL80211_S1G_SHORT_BEACON_ATTR_*`). */
export const shortBeaconAttributes = attributes("wifi-s1g-short-beacon", "NL80211_S1G_SHORT_BEACON_ATTR_", {
  /** Part before the map of traffic. */
  head: [1, binary],
  /** Part after it. */
  tail: [2, binary],
});

/** A short beacon of 802.11ah. */
export interface WifiShortBeacon extends Infer<typeof shortBeaconAttributes> {}
