import {
  attributes,
  binary,
  enumeration,
  flag,
  type Infer,
  nest,
  packed,
  readOnly,
  s32,
  u32,
} from "@rxnetlink/core/schema";

/** Events of radar (`NL80211_RADAR_*`). */
export const wifiRadarEvent = enumeration("NL80211_RADAR_", u32, {
  /** Radar was found. */
  detected: 0,
  /** The check ended without. */
  cacFinished: 1,
  /** The check was stopped. */
  cacAborted: 2,
  /** The channel may be checked again. */
  nopFinished: 3,
  /** The check is too old. */
  preCacExpired: 4,
  /** A check began. */
  cacStarted: 5,
});

/** Reasons why an access point refused a client (`NL80211_CONN_FAIL_*`). */
export const wifiConnFailedReason = enumeration("NL80211_CONN_FAIL_", u32, {
  /** There are too many. */
  maxClients: 0,
  /** It is blocked. */
  blockedClient: 1,
});

/** Changes of strength (`NL80211_CQM_RSSI_*`). */
export const wifiCqmThreshold = enumeration("NL80211_CQM_RSSI_", u32, {
  /** Fell below the threshold. */
  thresholdEventLow: 0,
  /** Rose above it. */
  thresholdEventHigh: 1,
  /** Beacons were lost. */
  beaconLossEvent: 2,
});

/** Attributes of a watch over the quality of a connection (`NL80211_ATTR_CQM_*`). */
const cqmAttributes = attributes("wifi-cqm", "NL80211_ATTR_CQM_", {
  /** Thresholds of strength, in dBm; one or several, rising. */
  rssiThold: [1, packed(s32)],
  /** Difference that counts, in dB. */
  rssiHyst: [2, u32],
  /** Change of strength; see {@link wifiCqmThreshold}. */
  rssiThresholdEvent: [3, wifiCqmThreshold],
  /** Packets lost in a row. */
  pktLossEvent: [4, u32],
  /** Share of failures to report, in percent. */
  txeRate: [5, u32],
  /** Packets from which on they are counted. */
  txePkts: [6, u32],
  /** Interval of counting, in seconds. */
  txeIntvl: [7, u32],
  /** Set if beacons were lost. */
  beaconLossEvent: [8, flag],
  /** Strength, in dBm. */
  rssiLevel: [9, s32],
});

/** Quality of a connection. */
export interface WifiCqm extends Infer<typeof cqmAttributes> {}

/** Attributes that are mainly those of events (`NL80211_ATTR_*`). */
export const wifiEventAttributes = attributes("wifi-event-attrs", "NL80211_ATTR_", {
  /** Quality of the connection. */
  cqm: [94, nest<WifiCqm>(cqmAttributes)],
  /** Event of radar; see {@link wifiRadarEvent}. Read-only. */
  radarEvent: [168, readOnly(wifiRadarEvent)],
  /** Looks for radar with a radio of its own. */
  radarBackground: [308, flag],
  /** Reason why a client was refused; see {@link wifiConnFailedReason}. Read-only. */
  connFailedReason: [155, readOnly(wifiConnFailedReason)],
  /** Parts of the channel that others use, a bit each. Read-only. */
  incumbentSignalInterferenceBitmap: [349, readOnly(u32)],
  /** Measurements of the distance to peers (`NL80211_PMSR_*`). */
  peerMeasurements: [273, binary],
});

/** Members of events. */
export interface WifiEventMembers extends Infer<typeof wifiEventAttributes> {}
