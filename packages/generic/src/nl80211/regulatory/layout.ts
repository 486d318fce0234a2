import {
  attributes,
  enumeration,
  flag,
  flags,
  type Infer,
  indexedArray,
  nest,
  readOnly,
  s8,
  string,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { type WifiFrequency, wifiFrequencyAttributes } from "../phy/frequency.js";

/** Sources of a regulatory domain (`NL80211_REGDOM_SET_BY_*`). */
export const wifiRegInitiator = enumeration("NL80211_REGDOM_SET_BY_", u8, {
  /** The kernel. */
  core: 0,
  /** A person. */
  user: 1,
  /** The driver. */
  driver: 2,
  /** An access point. */
  countryIe: 3,
});

/** Types of regulatory domains (`NL80211_REGDOM_TYPE_*`). */
export const wifiRegType = enumeration("NL80211_REGDOM_TYPE_", u8, {
  /** Of a country. */
  country: 0,
  /** Of the world. */
  world: 1,
  /** Of the world, as a driver has it. */
  customWorld: 2,
  /** What several allow. */
  intersection: 3,
});

/** Regions with rules for radar (`NL80211_DFS_*`). */
export const wifiDfsRegion = enumeration("NL80211_DFS_", u8, {
  /** None. */
  unset: 0,
  /** North America. */
  fcc: 1,
  /** Europe. */
  etsi: 2,
  /** Japan. */
  jp: 3,
});

/** Sources of a person's hint (`NL80211_USER_REG_HINT_*`). */
export const wifiRegHintType = enumeration("NL80211_USER_REG_HINT_", u32, {
  /** The person. */
  user: 0,
  /** A cellular base station. */
  cellBase: 1,
  /** Knowledge that the device is indoors. */
  indoor: 2,
});

/** Restrictions of frequencies (`NL80211_RRF_*`). */
export const wifiRegRuleFlags = flags("NL80211_RRF_", u32, {
  /** No OFDM. */
  noOfdm: 0x1,
  /** No CCK. */
  noCck: 0x2,
  /** Not indoors. */
  noIndoor: 0x4,
  /** Not outdoors. */
  noOutdoor: 0x8,
  /** Radar has to be looked for. */
  dfs: 0x10,
  /** Only from point to point. */
  ptpOnly: 0x20,
  /** Only from point to many points. */
  ptmpOnly: 0x40,
  /** Nothing may be sent first. */
  noIr: 0x80,
  /** Same as `noIr`, for old programs. */
  noIbss: 0x100,
  /** The width follows from neighbouring rules. */
  autoBw: 0x800,
  /** Something may be sent first where a connection uses the channel too. */
  irConcurrent: 0x1000,
  /** No second half below. */
  noHt40minus: 0x2000,
  /** No second half above. */
  noHt40plus: 0x4000,
  /** No 80 MHz. */
  no_80mhz: 0x8000,
  /** No 160 MHz. */
  no_160mhz: 0x0001_0000,
  /** No 802.11ax. */
  noHe: 0x0002_0000,
  /** No 320 MHz. */
  no_320mhz: 0x0004_0000,
  /** No 802.11be. */
  noEht: 0x0008_0000,
  /** A density of power applies. */
  psd: 0x0010_0000,
  /** Peers may use it under another's search for radar. */
  dfsConcurrent: 0x0020_0000,
  /** No very-low-power access points. */
  no_6ghzVlpClient: 0x0040_0000,
  /** No access points of a coordinated system. */
  no_6ghzAfcClient: 0x0080_0000,
  /** A very-low-power access point may be opened. */
  allow_6ghzVlpAp: 0x0100_0000,
  /** 20 MHz may be used in any case. */
  allow_20mhzActivity: 0x0200_0000,
  /** No 802.11bn. */
  noUhr: 0x0400_0000,
});

/** Attributes of a rule (`NL80211_ATTR_REG_RULE_FLAGS`, `NL80211_ATTR_FREQ_RANGE_*`, `NL80211_ATTR_POWER_RULE_*`). */
const regRuleAttributes = attributes("wifi-reg-rule", "NL80211_ATTR_", {
  /** Restrictions; see {@link wifiRegRuleFlags}. */
  regRuleFlags: [1, wifiRegRuleFlags],
  /** Lowest frequency, in kHz. */
  freqRangeStart: [2, u32],
  /** Highest frequency, in kHz. */
  freqRangeEnd: [3, u32],
  /** Largest width, in kHz. */
  freqRangeMaxBw: [4, u32],
  /** Largest antenna gain, in units of 0.01 dBi. */
  powerRuleMaxAntGain: [5, u32],
  /** Largest power, in mBm (100 × dBm). */
  powerRuleMaxEirp: [6, u32],
  /** Time that a check for radar takes, in milliseconds. */
  dfsCacTime: [7, u32],
  /** Largest density of power, in dBm per MHz. */
  powerRulePsd: [8, s8],
});

/** What is allowed in a range of frequencies. */
export interface WifiRegRule extends Infer<typeof regRuleAttributes> {}

/** Attributes of regulatory domains (`NL80211_ATTR_*`). */
export const wifiRegAttributes = attributes("wifi-reg-attrs", "NL80211_ATTR_", {
  /** Country, by two letters; `"00"` is the world, `"99"` what a driver has. */
  regAlpha2: [33, string],
  /** Region with rules for radar; see {@link wifiDfsRegion}. */
  dfsRegion: [146, wifiDfsRegion],
  /** Rules, by frequency. */
  regRules: [34, indexedArray(nest<WifiRegRule>(regRuleAttributes), 0)],
  /** Source, in events; see {@link wifiRegInitiator}. Read-only. */
  regInitiator: [48, readOnly(wifiRegInitiator)],
  /** Type, in events; see {@link wifiRegType}. Read-only. */
  regType: [49, readOnly(wifiRegType)],
  /** Source of the hint; see {@link wifiRegHintType}. */
  userRegHintType: [154, wifiRegHintType],
  /** Set if the device is indoors, together with the hint `indoor`. */
  regIndoor: [221, flag],
  /** Channel before a beacon was seen on it, in events. Read-only. */
  freqBefore: [58, readOnly(nest<WifiFrequency>(wifiFrequencyAttributes))],
  /** Channel after that. Read-only. */
  freqAfter: [59, readOnly(nest<WifiFrequency>(wifiFrequencyAttributes))],
});

/** Members of regulatory domains. */
export interface WifiRegMembers extends Infer<typeof wifiRegAttributes> {}
