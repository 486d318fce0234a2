import { attributes, binary, flag, type Infer, mac, s32, u8, u16, u32 } from "@rxnetlink/core/schema";
import { wifiElements } from "../elements/type.js";
import { wifiChannelType, wifiChannelWidth } from "../phy/channel.js";

/** Attributes of a link of a multi-link device. */
export const mloLinkAttributes = attributes("mlo-link-attrs", "NL80211_ATTR_", {
  /** Number of the link. */
  mloLinkId: [313, u8],
  /** Address of the link. */
  mac: [6, mac],
  /** Address of the access point. */
  bssid: [245, mac],
  /** Frequency of the channel, in MHz. */
  wiphyFreq: [38, u32],
  /** Status code of the association. */
  statusCode: [72, u16],
  /** Width of the channel, in an older form. */
  wiphyChannelType: [39, wifiChannelType],
  /** Width of the channel. */
  channelWidth: [159, wifiChannelWidth],
  /** Centre of the channel, in MHz. */
  centerFreq1: [160, u32],
  /** Centre of its second part, in MHz. */
  centerFreq2: [161, u32],
  /** Part of `wiphyFreq` below 1 MHz, in kHz. */
  wiphyFreqOffset: [290, u32],
  /** Part of `centerFreq1` below 1 MHz, in kHz. */
  centerFreq1Offset: [291, u32],
  /** Parts of the channel that are left out, a bit each. */
  punctBitmap: [322, u32],
  /** Power of transmission, in mBm. */
  wiphyTxPowerLevel: [98, s32],
  /** Statistics of the link. */
  staInfo: [21, binary],
  /** Elements. */
  ie: [42, wifiElements],
  /** Address of the multi-link device. */
  mldAddr: [314, mac],
  /** Unused. */
  mloLinkDisabled: [326, flag],
});

/** A link of a multi-link device. */
export interface WifiMloLink extends Infer<typeof mloLinkAttributes> {}
