import {
  attributes,
  enumeration,
  flag,
  type Infer,
  indexedArray,
  nest,
  repeated,
  s32,
  u32,
} from "@rxnetlink/core/schema";
import { type WifiIftypes, wifiIftypesAttributes } from "../interface/iftype.js";

/** Attributes of a number of interfaces (`NL80211_IFACE_LIMIT_*`). */
const ifaceLimitAttributes = attributes("iface-limit-attributes", "NL80211_IFACE_LIMIT_", {
  /** Largest number of interfaces of these types together. */
  max: [1, u32],
  /** Types. */
  types: [2, nest<WifiIftypes>(wifiIftypesAttributes)],
});

/** Number of interfaces of some types. */
export interface WifiInterfaceLimit extends Infer<typeof ifaceLimitAttributes> {}

/** Attributes of interfaces that work together (`NL80211_IFACE_COMB_*`). */
export const wifiCombinationAttributes = attributes("if-combination-attributes", "NL80211_IFACE_COMB_", {
  /** Numbers of interfaces, by type. */
  limits: [1, indexedArray(nest<WifiInterfaceLimit>(ifaceLimitAttributes))],
  /** Largest number of all interfaces. */
  maxnum: [2, u32],
  /** Set if beacon intervals of a client and of an access point have to be equal. */
  staApBiMatch: [3, flag],
  /** Number of channels in use at once. */
  numChannels: [4, u32],
  /** Widths in which radar is found, a bit each, numbered as {@link wifiChannelWidth}. */
  radarDetectWidths: [5, u32],
  /** Regions in which radar is found, a bit each, numbered as {@link wifiDfsRegion}. */
  radarDetectRegions: [6, u32],
  /** Smallest common divisor of beacon intervals; since 4.8. */
  biMinGcd: [7, u32],
});

/** Interfaces that work together. */
export interface WifiInterfaceCombination extends Infer<typeof wifiCombinationAttributes> {}

/** Attributes of a range of frequencies (`NL80211_WIPHY_RADIO_FREQ_ATTR_*`). */
const radioFreqAttributes = attributes("wifi-radio-freq-attrs", "NL80211_WIPHY_RADIO_FREQ_ATTR_", {
  /** Lowest frequency, in kHz. */
  start: [1, u32],
  /** Highest frequency, in kHz. */
  end: [2, u32],
});

/** A range of frequencies. */
export interface WifiFrequencyRange extends Infer<typeof radioFreqAttributes> {}

/** Attributes of a radio (`NL80211_WIPHY_RADIO_ATTR_*`). */
export const wifiRadioAttributes = attributes("wifi-radio-attrs", "NL80211_WIPHY_RADIO_ATTR_", {
  /** Number of the radio in its phy. */
  index: [1, u32],
  /** Frequencies that it can use. */
  freqRange: [2, repeated(nest<WifiFrequencyRange>(radioFreqAttributes))],
  /** Interfaces that work together on it. */
  interfaceCombination: [3, repeated(nest<WifiInterfaceCombination>(wifiCombinationAttributes))],
  /** Its antennas, a bit each. */
  antennaMask: [4, u32],
  /** Length from which frames are announced, in bytes. */
  rtsThreshold: [5, u32],
});

/** A radio of a phy that has several; since 6.11. */
export interface WifiRadio extends Infer<typeof wifiRadioAttributes> {}

/** Attributes of a limit of power near the body (`NL80211_SAR_ATTR_SPECS_*`). */
const sarSpecAttributes = attributes("sar-specs", "NL80211_SAR_ATTR_SPECS_", {
  /** Largest power, in units of 0.25 dBm. */
  power: [1, s32],
  /** Number of the range of frequencies. */
  rangeIndex: [2, u32],
  /** Lowest frequency, in kHz. */
  startFreq: [3, u32],
  /** Highest frequency, in kHz. */
  endFreq: [4, u32],
});

/** A limit of power near the body. */
export interface WifiSarSpec extends Infer<typeof sarSpecAttributes> {}

/** Types of limits of power near the body (`NL80211_SAR_TYPE_*`). */
export const wifiSarType = enumeration("NL80211_SAR_TYPE_", u32, {
  /** Of power. */
  power: 0,
});

/** Attributes of limits of power near the body (`NL80211_SAR_ATTR_*`). */
export const wifiSarAttributes = attributes("sar-attributes", "NL80211_SAR_ATTR_", {
  /** Type of the limits. */
  type: [1, wifiSarType],
  /** Limits. */
  specs: [2, indexedArray(nest<WifiSarSpec>(sarSpecAttributes))],
});

/** Limits of power near the body. */
export interface WifiSar extends Infer<typeof wifiSarAttributes> {}
