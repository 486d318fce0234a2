import {
  attributes,
  enumeration,
  flag,
  type Infer,
  indexedArray,
  nest,
  padding,
  s8,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** States of a channel on which radar has to be looked for (`NL80211_DFS_*`). */
export const wifiDfsState = enumeration("NL80211_DFS_", u32, {
  /** Usable after a check. */
  usable: 0,
  /** Radar was found. */
  unavailable: 1,
  /** Checked, and free. */
  available: 2,
});

/** Attributes of limits of access (`NL80211_WMMR_*`). */
const wmmAttributes = attributes("wmm-attrs", "NL80211_WMMR_", {
  /** Smallest contention window, in slots. */
  cwMin: [1, u16],
  /** Largest contention window, in slots. */
  cwMax: [2, u16],
  /** Spacing between frames, in slots. */
  aifsn: [3, u8],
  /** Longest transmission, in units of 32 µs. */
  txop: [4, u16],
});

/** Limits of one class of access. */
export interface WifiWmmRule extends Infer<typeof wmmAttributes> {}

/** Attributes of a channel of a band (`NL80211_FREQUENCY_ATTR_*`). */
export const wifiFrequencyAttributes = attributes("frequency-attrs", "NL80211_FREQUENCY_ATTR_", {
  /** Frequency, in MHz. */
  freq: [1, u32],
  /** Set if it is not allowed here. */
  disabled: [2, flag],
  /** Set if nothing may be sent first: no active scans, no access points. */
  noIr: [3, flag],
  /** Same as `noIr`, for old programs. */
  noIbss: [4, flag],
  /** Set if radar has to be looked for. */
  radar: [5, flag],
  /** Largest power, in mBm (100 × dBm). */
  maxTxPower: [6, u32],
  /** State in the search for radar; see {@link wifiDfsState}. */
  dfsState: [7, wifiDfsState],
  /** Time in that state, in milliseconds. */
  dfsTime: [8, u32],
  /** Set if no second half below is allowed. */
  noHt40Minus: [9, flag],
  /** Set if no second half above is allowed. */
  noHt40Plus: [10, flag],
  /** Set if 80 MHz are not allowed. */
  no_80mhz: [11, flag],
  /** Set if 160 MHz are not allowed. */
  no_160mhz: [12, flag],
  /** Time that a check for radar takes, in milliseconds. */
  dfsCacTime: [13, u32],
  /** Set if it is allowed indoors only. */
  indoorOnly: [14, flag],
  /** Set if something may be sent first where a connection uses the channel too. */
  irConcurrent: [15, flag],
  /** Set if 20 MHz are not allowed. */
  no_20mhz: [16, flag],
  /** Set if 10 MHz are not allowed. */
  no_10mhz: [17, flag],
  /** Limits by class of access: voice, video, best effort, background. */
  wmm: [18, indexedArray(nest<WifiWmmRule>(wmmAttributes), 0)],
  /** Set if 802.11ax is not allowed. */
  noHe: [19, flag],
  /** Part of the frequency below 1 MHz, in kHz; since 5.8. */
  offset: [20, u32],
  /** Set if 1 MHz is allowed. */
  "1mhz": [21, flag],
  /** Set if 2 MHz are allowed. */
  "2mhz": [22, flag],
  /** Set if 4 MHz are allowed. */
  "4mhz": [23, flag],
  /** Set if 8 MHz are allowed. */
  "8mhz": [24, flag],
  /** Set if 16 MHz are allowed. */
  "16mhz": [25, flag],
  /** Set if 320 MHz are not allowed; since 5.18. */
  no_320mhz: [26, flag],
  /** Set if 802.11be is not allowed; since 5.18. */
  noEht: [27, flag],
  /** Largest density of power, in dBm per MHz. */
  psd: [28, s8],
  /** Set if peers may use it under another's search for radar; since 6.8. */
  dfsConcurrent: [29, flag],
  /** Set if no very-low-power access point may be used; since 6.8. */
  no_6ghzVlpClient: [30, flag],
  /** Set if no access point of a coordinated system may be used; since 6.8. */
  no_6ghzAfcClient: [31, flag],
  /** Set if a monitor may use it in any case; since 6.9. */
  canMonitor: [32, flag],
  /** Set if a very-low-power access point may be opened; since 6.10. */
  allow_6ghzVlpAp: [33, flag],
  /** Set if 20 MHz may be used although `noIr` is set. */
  allow_20mhzActivity: [34, flag],
  /** Set if 4 MHz are not allowed. */
  no_4mhz: [35, flag],
  /** Set if 8 MHz are not allowed. */
  no_8mhz: [36, flag],
  /** Set if 16 MHz are not allowed. */
  no_16mhz: [37, flag],
  /** Set if it cannot be a primary channel of 802.11ah. */
  s1gNoPrimary: [38, flag],
  /** Set if 802.11bn is not allowed. */
  noUhr: [39, flag],
  /** Start of the check for radar that runs, in nanoseconds since boot. */
  cacStartTime: [40, u64],
  /** Padding. */
  pad: [41, padding],
});

/** A channel of a band. */
export interface WifiFrequency extends Infer<typeof wifiFrequencyAttributes> {}
