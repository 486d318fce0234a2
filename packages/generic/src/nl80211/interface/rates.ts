import {
  array,
  attributes,
  binary,
  byNumber,
  enumeration,
  flag,
  type Infer,
  nest,
  struct,
  u8,
  u16,
} from "@rxnetlink/core/schema";
import { wifiEhtGi, wifiHeGi } from "../station/rate.js";

/** Modulations of 802.11ac by stream. */
const vhtRates = struct("nl80211_txrate_vht", {
  /** Modulations, a bit each, by number of streams. */
  mcs: array(u16, 8),
});

/** Modulations of 802.11ac by stream. */
export interface WifiVhtRates extends Infer<typeof vhtRates> {}

/** Modulations of 802.11ax by stream. */
const heRates = struct("nl80211_txrate_he", {
  /** Modulations, a bit each, by number of streams. */
  mcs: array(u16, 8),
});

/** Modulations of 802.11ax by stream. */
export interface WifiHeRates extends Infer<typeof heRates> {}

/** Modulations of 802.11be by stream. */
const ehtRates = struct("nl80211_txrate_eht", {
  /** Modulations, a bit each, by number of streams. */
  mcs: array(u16, 16),
});

/** Modulations of 802.11be by stream. */
export interface WifiEhtRates extends Infer<typeof ehtRates> {}

/** Guard intervals of 802.11n and 802.11ac (`NL80211_TXRATE_*`). */
export const wifiGuardInterval = enumeration("NL80211_TXRATE_", u8, {
  /** Any. */
  defaultGi: 0,
  /** 0.4 µs. */
  forceSgi: 1,
  /** 0.8 µs. */
  forceLgi: 2,
});

/** Training fields of 802.11ax (`NL80211_RATE_INFO_HE_*XLTF`). */
export const wifiHeLtf = enumeration("NL80211_RATE_INFO_HE_", u8, {
  "1xltf": 0,
  "2xltf": 1,
  "4xltf": 2,
});

/** Training fields of 802.11be (`NL80211_RATE_INFO_EHT_*XLTF`). */
export const wifiEhtLtf = enumeration("NL80211_RATE_INFO_EHT_", u8, {
  "1xltf": 0,
  "2xltf": 1,
  "4xltf": 2,
  "6xltf": 3,
  "8xltf": 4,
});

/** Attributes of allowed rates of a band (`NL80211_TXRATE_*`). */
const wifiTxRateAttributes = attributes("wifi-tx-rates", "NL80211_TXRATE_", {
  /** Rates, in 500 kbit/s each. */
  legacy: [1, binary],
  /** Modulations of 802.11n, a number each. */
  ht: [2, binary],
  /** Modulations of 802.11ac. */
  vht: [3, nest<WifiVhtRates>(vhtRates)],
  /** Guard interval; see {@link wifiGuardInterval}. */
  gi: [4, wifiGuardInterval],
  /** Modulations of 802.11ax. */
  he: [5, nest<WifiHeRates>(heRates)],
  /** Guard interval of 802.11ax. */
  heGi: [6, wifiHeGi],
  /** Training fields of 802.11ax. */
  heLtf: [7, wifiHeLtf],
  /** Modulations of 802.11be. */
  eht: [8, nest<WifiEhtRates>(ehtRates)],
  /** Guard interval of 802.11be. */
  ehtGi: [9, wifiEhtGi],
  /** Training fields of 802.11be. */
  ehtLtf: [10, wifiEhtLtf],
});

/** Rates that may be used in a band. */
export interface WifiTxRates extends Infer<typeof wifiTxRateAttributes> {}

/** Attributes of rates and traffic (`NL80211_ATTR_*`). */
export const wifiRateSettingAttributes = attributes("wifi-rate-setting-attrs", "NL80211_ATTR_", {
  /** Rates that may be used, by number of the band. */
  txRates: [90, byNumber(nest<WifiTxRates>(wifiTxRateAttributes))],
  /** Settings of traffic identifiers; what a phy supports, or a list of them. */
  tidConfig: [285, binary],
  /** Sends no frames of 802.11b. */
  txNoCckRate: [135, flag],
  /** Stream of traffic. */
  tsid: [210, u8],
  /** Priority of the stream. */
  userPrio: [211, u8],
  /** Time admitted to the stream, in units of 32 µs per second. */
  admittedTime: [212, u16],
  /** Priorities of traffic by DSCP, as their element encodes them. */
  qosMap: [199, binary],
});

/** Settings of rates and traffic. */
export interface WifiRateSettings extends Infer<typeof wifiRateSettingAttributes> {}
