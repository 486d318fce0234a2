import { attributes, enumeration, flag, type Infer, s32, u8, u32 } from "@rxnetlink/core/schema";

/** Widths of channels in an older form (`NL80211_CHAN_*`). */
export const wifiChannelType = enumeration("NL80211_CHAN_", u32, {
  /** 20 MHz without 802.11n. */
  noHt: 0,
  /** 20 MHz. */
  ht20: 1,
  /** 40 MHz, the second half below. */
  ht40minus: 2,
  /** 40 MHz, the second half above. */
  ht40plus: 3,
});

/** Widths of channels, in MHz (`NL80211_CHAN_WIDTH_*`). */
export const wifiChannelWidth = enumeration("NL80211_CHAN_WIDTH_", u32, {
  /** 20 MHz without 802.11n. */
  "20Noht": 0,
  20: 1,
  40: 2,
  80: 3,
  /** Two of 80 MHz. */
  "80p80": 4,
  160: 5,
  5: 6,
  10: 7,
  1: 8,
  2: 9,
  4: 10,
  8: 11,
  16: 12,
  /** Since 5.18. */
  320: 13,
});

/** Settings of power (`NL80211_TX_POWER_*`). */
export const wifiTxPowerSetting = enumeration("NL80211_TX_POWER_", u32, {
  /** Chosen by the driver. */
  automatic: 0,
  /** Up to a limit. */
  limited: 1,
  /** Fixed. */
  fixed: 2,
});

/** Attributes of channels (`NL80211_ATTR_*`). */
export const wifiChannelAttributes = attributes("wifi-channel-attrs", "NL80211_ATTR_", {
  /** Frequency of the channel, or of its primary part, in MHz. */
  wiphyFreq: [38, u32],
  /** Part of `wiphyFreq` below 1 MHz, in kHz; since 5.8. */
  wiphyFreqOffset: [290, u32],
  /** Width of the channel; see {@link wifiChannelWidth}. */
  channelWidth: [159, wifiChannelWidth],
  /** Centre of the channel, in MHz. */
  centerFreq1: [160, u32],
  /** Part of `centerFreq1` below 1 MHz, in kHz; since 5.8. */
  centerFreq1Offset: [291, u32],
  /** Centre of the second part of a channel of 80+80 MHz, in MHz. */
  centerFreq2: [161, u32],
  /** Width in an older form; see {@link wifiChannelType}. */
  wiphyChannelType: [39, wifiChannelType],
  /** Parts of 20 MHz that are left out, a bit each; since 6.3. */
  punctBitmap: [322, u32],
  /** Setting of power; see {@link wifiTxPowerSetting}. */
  wiphyTxPowerSetting: [97, wifiTxPowerSetting],
  /** Power of transmission, in mBm (100 × dBm). */
  wiphyTxPowerLevel: [98, s32],
  /** Channels of 2.16 GHz that may be used, a bit each (802.11ay). */
  wiphyEdmgChannels: [280, u8],
  /** Widths that are allowed, as 802.11ay numbers them. */
  wiphyEdmgBwConfig: [281, u8],
  /** Set if the primary channel of 802.11ah is 2 MHz wide. */
  s1gPrimary_2mhz: [345, flag],
  /** Primary channel of non-primary channel access, in MHz. */
  npcaPrimaryFreq: [365, u32],
  /** Parts left out in non-primary channel access, a bit each. */
  npcaPunctBitmap: [366, u32],
});

/** A channel, and the power to send with. */
export interface WifiChannel extends Infer<typeof wifiChannelAttributes> {}
