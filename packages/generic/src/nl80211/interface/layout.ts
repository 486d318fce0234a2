import {
  attributes,
  bytes,
  enumeration,
  flag,
  type Infer,
  indexedArray,
  mac,
  nest,
  readOnly,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { mloLinkAttributes, type WifiMloLink } from "./link.js";

/** Frames that a monitor receives (`NL80211_MNTR_FLAG_*`). */
const monitorFlagAttributes = attributes("mntr-flags", "NL80211_MNTR_FLAG_", {
  /** Frames whose checksum is wrong. */
  fcsfail: [1, flag],
  /** Frames whose physical header is broken. */
  plcpfail: [2, flag],
  /** Control frames. */
  control: [3, flag],
  /** Frames of other networks. */
  otherBss: [4, flag],
  /** Frames after processing; new kernels refuse it. */
  cookFrames: [5, flag],
  /** Acknowledges frames to its address. */
  active: [6, flag],
  /** Leaves out frames that this phy sends. */
  skipTx: [7, flag],
});

/** Frames that a monitor receives. */
export interface WifiMonitorFlags extends Infer<typeof monitorFlagAttributes> {}

/** Statistics of queues (`NL80211_TXQ_STATS_*`). */
export const wifiTxqStatsAttributes = attributes("txq-stats-attrs", "NL80211_TXQ_STATS_", {
  /** Bytes that wait. */
  backlogBytes: [1, u32],
  /** Packets that wait. */
  backlogPackets: [2, u32],
  /** Flows seen. */
  flows: [3, u32],
  /** Packets dropped. */
  drops: [4, u32],
  /** Packets marked by ECN. */
  ecnMarks: [5, u32],
  /** Packets dropped since the queues were full. */
  overlimit: [6, u32],
  /** Packets dropped since the queues took too much memory. */
  overmemory: [7, u32],
  /** Flows that shared a queue. */
  collisions: [8, u32],
  /** Bytes sent. */
  txBytes: [9, u32],
  /** Packets sent. */
  txPackets: [10, u32],
  /** Number of queues of flows. */
  maxFlows: [11, u32],
});

/** Statistics of queues. */
export interface WifiTxqStats extends Infer<typeof wifiTxqStatsAttributes> {}

/** Power saving (`NL80211_PS_*`). */
export const wifiPsState = enumeration("NL80211_PS_", u32, {
  /** Always awake. */
  disabled: 0,
  /** Sleeps while idle. */
  enabled: 1,
});

/** Attributes of interfaces (`NL80211_ATTR_*`). */
export const wifiInterfaceAttributes = attributes("wifi-interface-attrs", "NL80211_ATTR_", {
  /** Frames that a monitor receives. */
  mntrFlags: [23, nest<WifiMonitorFlags>(monitorFlagAttributes)],
  /** 1 if frames carry four addresses, as bridges need. */
  "4addr": [83, u8],
  /** Statistics of its queues; since 4.18. Read-only. */
  txqStats: [265, readOnly(nest<WifiTxqStats>(wifiTxqStatsAttributes))],
  /** Group that a monitor follows, membership and position (MU-MIMO). */
  muMimoGroupData: [231, bytes(24)],
  /** Station whose frames a monitor follows (MU-MIMO). */
  muMimoFollowMacAddr: [232, mac],
  /** Radios that it may use, a bit each; 0 means all. */
  vifRadioMask: [333, u32],
  /** Links of a multi-link device; since 6.1. */
  mloLinks: [312, indexedArray(nest<WifiMloLink>(mloLinkAttributes))],
  /** Power saving; see {@link wifiPsState}. */
  psState: [93, wifiPsState],
  /** Sends multicast packets to each station alone. */
  multicastToUnicastEnabled: [244, flag],
  /** Traffic identifiers whose frames are not acknowledged, a bit each. */
  noackMap: [149, u16],
  /** Rate of multicast frames, in 100 kbit/s. */
  mcastRate: [107, u32],
  /** Interval of scans in the background, in seconds; 0 turns them off. */
  bgScanPeriod: [152, u16],
});

/** Members of interfaces. */
export interface WifiInterfaceMembers extends Infer<typeof wifiInterfaceAttributes> {}
