import {
  attributes,
  binary,
  flag,
  type Infer,
  indexedArray,
  nest,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { type WifiIftypes, wifiIftypesAttributes } from "../interface/iftype.js";
import { type WifiFrequency, wifiFrequencyAttributes } from "./frequency.js";

/** Attributes of a bitrate (`NL80211_BITRATE_ATTR_*`). */
const wifiBitrateAttributes = attributes("bitrate-attrs", "NL80211_BITRATE_ATTR_", {
  /** Rate, in 100 kbit/s. */
  rate: [1, u32],
  /** Set if a short preamble works too. */
  "2ghzShortpreamble": [2, flag],
});

/** A bitrate of a band. */
export interface WifiBasicRate extends Infer<typeof wifiBitrateAttributes> {}

/** Attributes of what some types of interfaces can do (`NL80211_BAND_IFTYPE_ATTR_*`). */
const iftypeDataAttributes = attributes("iftype-data-attrs", "NL80211_BAND_IFTYPE_ATTR_", {
  /** Types of interfaces. */
  iftypes: [1, nest<WifiIftypes>(wifiIftypesAttributes)],
  /** MAC capabilities of 802.11ax. */
  heCapMac: [2, binary],
  /** PHY capabilities of 802.11ax. */
  heCapPhy: [3, binary],
  /** Modulations of 802.11ax. */
  heCapMcsSet: [4, binary],
  /** Thresholds of packet extension of 802.11ax. */
  heCapPpe: [5, binary],
  /** Capabilities at 6 GHz. */
  he_6ghzCapa: [6, binary],
  /** Elements of vendors. */
  vendorElems: [7, binary],
  /** MAC capabilities of 802.11be. */
  ehtCapMac: [8, binary],
  /** PHY capabilities of 802.11be. */
  ehtCapPhy: [9, binary],
  /** Modulations of 802.11be. */
  ehtCapMcsSet: [10, binary],
  /** Thresholds of packet extension of 802.11be. */
  ehtCapPpe: [11, binary],
  /** MAC capabilities of 802.11bn. */
  uhrCapMac: [12, binary],
  /** PHY capabilities of 802.11bn. */
  uhrCapPhy: [13, binary],
});

/** Capabilities of some types of interfaces in a band. */
export interface WifiIftypeData extends Infer<typeof iftypeDataAttributes> {}

/** Attributes of a band (`NL80211_BAND_ATTR_*`). */
const wifiBandAttributes = attributes("band-attrs", "NL80211_BAND_ATTR_", {
  /** Channels, by frequency. */
  freqs: [1, indexedArray(nest<WifiFrequency>(wifiFrequencyAttributes), 0)],
  /** Bitrates. */
  rates: [2, indexedArray(nest<WifiBasicRate>(wifiBitrateAttributes), 0)],
  /** Modulations of 802.11n. */
  htMcsSet: [3, binary],
  /** Capabilities of 802.11n. */
  htCapa: [4, u16],
  /** Longest aggregate of 802.11n, as the standard encodes it. */
  htAmpduFactor: [5, u8],
  /** Spacing in aggregates of 802.11n, as the standard encodes it. */
  htAmpduDensity: [6, u8],
  /** Modulations of 802.11ac. */
  vhtMcsSet: [7, binary],
  /** Capabilities of 802.11ac. */
  vhtCapa: [8, u32],
  /** Capabilities that depend on the type of interface. */
  iftypeData: [9, indexedArray(nest<WifiIftypeData>(iftypeDataAttributes))],
  /** Channels of 802.11ay, a bit each. */
  edmgChannels: [10, u8],
  /** Widths of 802.11ay. */
  edmgBwConfig: [11, u8],
  /** Modulations of 802.11ah. */
  s1gMcsNssSet: [12, binary],
  /** Capabilities of 802.11ah. */
  s1gCapa: [13, binary],
});

/** A band of a phy. */
export interface WifiBand extends Infer<typeof wifiBandAttributes> {}

/** Bands (`NL80211_BAND_*`). */
export const wifiBandsAttributes = attributes("wiphy-bands", "NL80211_BAND_", {
  /** 2.4 GHz. */
  "2ghz": [0, nest<WifiBand>(wifiBandAttributes)],
  /** 5 GHz. */
  "5ghz": [1, nest<WifiBand>(wifiBandAttributes)],
  /** 60 GHz. */
  "60ghz": [2, nest<WifiBand>(wifiBandAttributes)],
  /** 6 GHz; since 5.4. */
  "6ghz": [3, nest<WifiBand>(wifiBandAttributes)],
  /** Below 1 GHz. */
  s1ghz: [4, nest<WifiBand>(wifiBandAttributes)],
  /** Light. */
  lc: [5, nest<WifiBand>(wifiBandAttributes)],
});

/** Bands of a phy, by name. */
export interface WifiBands extends Infer<typeof wifiBandsAttributes> {}
