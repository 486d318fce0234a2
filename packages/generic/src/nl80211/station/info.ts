import {
  attributes,
  byNumber,
  enumeration,
  flag,
  type Infer,
  nest,
  padding,
  s8,
  s64,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type WifiTxqStats, wifiTxqStatsAttributes } from "../interface/layout.js";
import { wifiStationFlagUpdate } from "./flags.js";
import { type WifiRate, wifiRateAttributes } from "./rate.js";

/** Attributes of a network as a station sees it (`NL80211_STA_BSS_PARAM_*`). */
const bssParamAttributes = attributes("wifi-sta-bss-param", "NL80211_STA_BSS_PARAM_", {
  /** Set if frames of older stations are protected. */
  ctsProt: [1, flag],
  /** Set for short preambles. */
  shortPreamble: [2, flag],
  /** Set for short slots. */
  shortSlotTime: [3, flag],
  /** Beacons from one delivery of multicast frames to the next. */
  dtimPeriod: [4, u8],
  /** Interval of beacons, in units of 1.024 ms. */
  beaconInterval: [5, u16],
});

/** A network as a station sees it. */
export interface WifiBssParam extends Infer<typeof bssParamAttributes> {}

/** Attributes of statistics of one traffic identifier (`NL80211_TID_STATS_*`). */
const tidStatsAttributes = attributes("wifi-tid-stats", "NL80211_TID_STATS_", {
  /** Packets received. */
  rxMsdu: [1, u64],
  /** Packets sent. */
  txMsdu: [2, u64],
  /** Repetitions. */
  txMsduRetries: [3, u64],
  /** Packets not sent. */
  txMsduFailed: [4, u64],
  /** Padding. */
  pad: [5, padding],
  /** Statistics of the queue. */
  txqStats: [6, nest<WifiTxqStats>(wifiTxqStatsAttributes)],
});

/** Statistics of one traffic identifier. */
export interface WifiTidStats extends Infer<typeof tidStatsAttributes> {}

/** States of a link in a mesh (`NL80211_PLINK_*`). */
export const wifiPlinkState = enumeration("NL80211_PLINK_", u8, {
  /** None yet. */
  listen: 0,
  /** Asked for. */
  opnSnt: 1,
  /** Asked for by both. */
  opnRcvd: 2,
  /** Confirmed by the peer. */
  cnfRcvd: 3,
  /** Established. */
  estab: 4,
  /** Being closed. */
  holding: 5,
  /** Blocked. */
  blocked: 6,
});

/** Power saving in a mesh (`NL80211_MESH_POWER_*`). */
export const wifiMeshPower = enumeration("NL80211_MESH_POWER_", u32, {
  /** Not known yet. */
  unknown: 0,
  /** Awake. */
  active: 1,
  /** Sleeps, and wakes for all beacons. */
  lightSleep: 2,
  /** Sleeps, and wakes for some beacons. */
  deepSleep: 3,
});

/** Attributes of statistics of a station (`NL80211_STA_INFO_*`). */
export const wifiStationInfoAttributes = attributes("wifi-sta-info", "NL80211_STA_INFO_", {
  /** Time since the last frame, in milliseconds. */
  inactiveTime: [1, u32],
  /** Bytes received, modulo 2^32. */
  rxBytes: [2, u32],
  /** Bytes sent, modulo 2^32. */
  txBytes: [3, u32],
  /** Local number of the link in a mesh. */
  llid: [4, u16],
  /** The peer's number of the link in a mesh. */
  plid: [5, u16],
  /** State of the link in a mesh; see {@link wifiPlinkState}. */
  plinkState: [6, wifiPlinkState],
  /** Strength of the last frame, in dBm. */
  signal: [7, s8],
  /** Rate of sending. */
  txBitrate: [8, nest<WifiRate>(wifiRateAttributes)],
  /** Packets received. */
  rxPackets: [9, u32],
  /** Packets sent. */
  txPackets: [10, u32],
  /** Repetitions. */
  txRetries: [11, u32],
  /** Packets not sent. */
  txFailed: [12, u32],
  /** Average strength, in dBm. */
  signalAvg: [13, s8],
  /** Rate of the last frame received. */
  rxBitrate: [14, nest<WifiRate>(wifiRateAttributes)],
  /** The network as the station sees it. */
  bssParam: [15, nest<WifiBssParam>(bssParamAttributes)],
  /** Time since it connected, in seconds. */
  connectedTime: [16, u32],
  /** State; see {@link wifiStationFlags}. */
  staFlags: [17, wifiStationFlagUpdate],
  /** Times that beacons were missed. */
  beaconLoss: [18, u32],
  /** Offset of its clock in a mesh, in microseconds. */
  tOffset: [19, s64],
  /** Power saving towards the peer in a mesh. */
  localPm: [20, wifiMeshPower],
  /** The peer's power saving in a mesh. */
  peerPm: [21, wifiMeshPower],
  /** The peer's power saving towards others. */
  nonpeerPm: [22, wifiMeshPower],
  /** Bytes received. */
  rxBytes64: [23, u64],
  /** Bytes sent. */
  txBytes64: [24, u64],
  /** Strength of the last frame by antenna, in dBm. */
  chainSignal: [25, byNumber(s8)],
  /** Average strength by antenna, in dBm. */
  chainSignalAvg: [26, byNumber(s8)],
  /** Expected throughput, in kbit/s. */
  expectedThroughput: [27, u32],
  /** Packets dropped. */
  rxDropMisc: [28, u64],
  /** Beacons received. */
  beaconRx: [29, u64],
  /** Average strength of beacons, in dBm. */
  beaconSignalAvg: [30, s8],
  /** Statistics by traffic identifier + 1; 17 is for frames without one. */
  tidStats: [31, byNumber(nest<WifiTidStats>(tidStatsAttributes))],
  /** Time that frames from it took, in microseconds. */
  rxDuration: [32, u64],
  /** Padding. */
  pad: [33, padding],
  /** Strength of the last acknowledgement, in dBm. */
  ackSignal: [34, s8],
  /** Average strength of acknowledgements, in dBm. */
  ackSignalAvg: [35, s8],
  /** Frames received. */
  rxMpdus: [36, u32],
  /** Frames received with a wrong checksum. */
  fcsErrorCount: [37, u32],
  /** 1 if it knows the way out of the mesh. */
  connectedToGate: [38, u8],
  /** Time that frames to it took, in microseconds. */
  txDuration: [39, u64],
  /** Its share of time. */
  airtimeWeight: [40, u16],
  /** Cost of the link in a mesh. */
  airtimeLinkMetric: [41, u32],
  /** Time of its association, in nanoseconds since boot. */
  assocAtBoottime: [42, u64],
  /** 1 if it knows the way to an authentication server. */
  connectedToAs: [43, u8],
});

/** Statistics of a station. */
export interface WifiStationInfo extends Infer<typeof wifiStationInfoAttributes> {}
