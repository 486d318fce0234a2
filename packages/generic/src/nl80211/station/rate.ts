import { attributes, enumeration, flag, type Infer, u8, u16, u32 } from "@rxnetlink/core/schema";

/** Guard intervals of 802.11ax, in µs (`NL80211_RATE_INFO_HE_GI_*`). */
export const wifiHeGi = enumeration("NL80211_RATE_INFO_HE_GI_", u8, {
  "0_8": 0,
  "1_6": 1,
  "3_2": 2,
});

/** Guard intervals of 802.11be, in µs (`NL80211_RATE_INFO_EHT_GI_*`). */
export const wifiEhtGi = enumeration("NL80211_RATE_INFO_EHT_GI_", u8, {
  "0_8": 0,
  "1_6": 1,
  "3_2": 2,
});

/** Resource units of 802.11ax, in tones (`NL80211_RATE_INFO_HE_RU_ALLOC_*`). */
export const wifiHeRuAlloc = enumeration("NL80211_RATE_INFO_HE_RU_ALLOC_", u8, {
  26: 0,
  52: 1,
  106: 2,
  242: 3,
  484: 4,
  996: 5,
  "2x996": 6,
});

/** Resource units of 802.11be, in tones (`NL80211_RATE_INFO_EHT_RU_ALLOC_*`). */
export const wifiEhtRuAlloc = enumeration("NL80211_RATE_INFO_EHT_RU_ALLOC_", u8, {
  26: 0,
  52: 1,
  "52p26": 2,
  106: 3,
  "106p26": 4,
  242: 5,
  484: 6,
  "484p242": 7,
  996: 8,
  "996p484": 9,
  "996p484p242": 10,
  "2x996": 11,
  "2x996p484": 12,
  "3x996": 13,
  "3x996p484": 14,
  "4x996": 15,
});

/** Attributes of a bitrate (`NL80211_RATE_INFO_*`). */
export const wifiRateAttributes = attributes("wifi-rate-info", "NL80211_RATE_INFO_", {
  /** Rate, in 100 kbit/s, if it fits; see {@link wifiBitrate}. */
  bitrate: [1, u16],
  /** Modulation of 802.11n. */
  mcs: [2, u8],
  /** Set for 40 MHz. */
  "40MhzWidth": [3, flag],
  /** Set for a guard interval of 0.4 µs. */
  shortGi: [4, flag],
  /** Rate, in 100 kbit/s. */
  bitrate32: [5, u32],
  /** Modulation of 802.11ac. */
  vhtMcs: [6, u8],
  /** Streams of 802.11ac. */
  vhtNss: [7, u8],
  /** Set for 80 MHz. */
  "80MhzWidth": [8, flag],
  /** Unused. */
  "80p80MhzWidth": [9, flag],
  /** Set for 160 MHz. */
  "160MhzWidth": [10, flag],
  /** Set for 10 MHz. */
  "10MhzWidth": [11, flag],
  /** Set for 5 MHz. */
  "5MhzWidth": [12, flag],
  /** Modulation of 802.11ax. */
  heMcs: [13, u8],
  /** Streams of 802.11ax. */
  heNss: [14, u8],
  /** Guard interval of 802.11ax. */
  heGi: [15, wifiHeGi],
  /** 1 for dual carrier modulation. */
  heDcm: [16, u8],
  /** Resource unit of 802.11ax. */
  heRuAlloc: [17, wifiHeRuAlloc],
  /** Set for 320 MHz. */
  "320MhzWidth": [18, flag],
  /** Modulation of 802.11be. */
  ehtMcs: [19, u8],
  /** Streams of 802.11be. */
  ehtNss: [20, u8],
  /** Guard interval of 802.11be. */
  ehtGi: [21, wifiEhtGi],
  /** Resource unit of 802.11be. */
  ehtRuAlloc: [22, wifiEhtRuAlloc],
  /** Modulation of 802.11ah. */
  s1gMcs: [23, u8],
  /** Streams of 802.11ah. */
  s1gNss: [24, u8],
  /** Set for 1 MHz. */
  "1MhzWidth": [25, flag],
  /** Set for 2 MHz. */
  "2MhzWidth": [26, flag],
  /** Set for 4 MHz. */
  "4MhzWidth": [27, flag],
  /** Set for 8 MHz. */
  "8MhzWidth": [28, flag],
  /** Set for 16 MHz. */
  "16MhzWidth": [29, flag],
  /** Modulation of 802.11bn. */
  uhrMcs: [30, u8],
  /** Set for enhanced long range of 802.11bn. */
  uhrElr: [31, flag],
  /** Set for interference mitigation of 802.11bn. */
  uhrIm: [32, flag],
});

/** A bitrate, and how it is made. */
export interface WifiRate extends Infer<typeof wifiRateAttributes> {}
