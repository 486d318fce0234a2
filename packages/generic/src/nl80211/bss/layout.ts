import {
  attributes,
  byNumber,
  enumeration,
  flag,
  flags,
  type Infer,
  mac,
  padding,
  s8,
  s32,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { wifiElements } from "../elements/type.js";
import { wifiCapability } from "./capability.js";

/** Relations to a network (`NL80211_BSS_STATUS_*`). */
export const wifiBssStatus = enumeration("NL80211_BSS_STATUS_", u32, {
  /** Authenticated; gone since 3.6. */
  authenticated: 0,
  /** Connected. */
  associated: 1,
  /** Joined. */
  ibssJoined: 2,
});

/** Widths of the channel of a beacon, in MHz (`NL80211_BSS_CHAN_WIDTH_*`). */
export const wifiBssChannelWidth = enumeration("NL80211_BSS_CHAN_WIDTH_", u32, {
  20: 0,
  10: 1,
  5: 2,
  1: 3,
  2: 4,
});

/** Uses of a network (`NL80211_BSS_USE_FOR_*`). */
export const wifiBssUse = flags("NL80211_BSS_USE_FOR_", u32, {
  /** Connections. */
  normal: 0x1,
  /** Links of a multi-link device. */
  mldLink: 0x2,
});

/** Reasons why a network cannot be used (`NL80211_BSS_CANNOT_USE_*`). */
export const wifiBssObstacle = flags("NL80211_BSS_CANNOT_USE_", u32, {
  /** It is a second link only. */
  nstrNonprimary: 0x1,
  /** Its type of power at 6 GHz is not supported. */
  "6ghzPwrMismatch": 0x2,
});

/** Attributes of a network that a scan found (`NL80211_BSS_*`). */
export const wifiBssAttributes = attributes("wifi-bss", "NL80211_BSS_", {
  /** Address of the access point. */
  bssid: [1, mac],
  /** Frequency, in MHz. */
  frequency: [2, u32],
  /** Its clock (TSF) in the last frame, in microseconds. */
  tsf: [3, u64],
  /** Interval of beacons, in units of 1.024 ms. */
  beaconInterval: [4, u16],
  /** Capabilities; see {@link wifiCapability}. */
  capability: [5, wifiCapability],
  /** Elements of its beacon or probe response. */
  informationElements: [6, wifiElements],
  /** Strength, in mBm (100 × dBm). */
  signalMbm: [7, s32],
  /** Strength from 0 to 100, where the driver knows no unit. */
  signalUnspec: [8, u8],
  /** Relation to it; see {@link wifiBssStatus}. */
  status: [9, wifiBssStatus],
  /** Time since it was last seen, in milliseconds. */
  seenMsAgo: [10, u32],
  /** Elements of its beacon, where there was a probe response too. */
  beaconIes: [11, wifiElements],
  /** Width of the channel of its beacon. */
  chanWidth: [12, wifiBssChannelWidth],
  /** Its clock in the last beacon, in microseconds. */
  beaconTsf: [13, u64],
  /** Set if `informationElements` are of a probe response. */
  prespData: [14, flag],
  /** Time when it was last seen, in nanoseconds since boot. */
  lastSeenBoottime: [15, u64],
  /** Padding. */
  pad: [16, padding],
  /** Clock of the connected network when it was seen, in microseconds. */
  parentTsf: [17, u64],
  /** Address of that network. */
  parentBssid: [18, mac],
  /** Strength by antenna, in dBm. */
  chainSignal: [19, byNumber(s8)],
  /** Part of the frequency below 1 MHz, in kHz. */
  frequencyOffset: [20, u32],
  /** Number of the link, if connected by it. */
  mloLinkId: [21, u8],
  /** Address of its multi-link device, if connected by it. */
  mldAddr: [22, mac],
  /** Uses; see {@link wifiBssUse}. Since 6.8. */
  useFor: [23, wifiBssUse],
  /** Reasons why it cannot be used, numbered as {@link wifiBssObstacle}; since 6.8. */
  cannotUseReasons: [24, u64],
});

/** A network that a scan found. */
export interface WifiBss extends Infer<typeof wifiBssAttributes> {}
