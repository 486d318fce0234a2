import {
  attributes,
  type BinaryByNumber,
  binary,
  byNumber,
  flag,
  flags,
  type Infer,
  indexedArray,
  mac,
  nest,
  readOnly,
  s8,
  s32,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type WifiBss, wifiBssAttributes } from "../bss/layout.js";
import { wifiSsid } from "../elements/ssid.js";

/** Ways to scan (`NL80211_SCAN_FLAG_*`). */
export const wifiScanFlags = flags("NL80211_SCAN_FLAG_", u32, {
  /** Gives way to traffic. */
  lowPriority: 0x1,
  /** Forgets what was found before. */
  flush: 0x2,
  /** Scans although an access point runs. */
  ap: 0x4,
  /** Sends from a random address. */
  randomAddr: 0x8,
  /** Stays as long as access points with fast setup need. */
  filsMaxChannelTime: 0x10,
  /** Takes responses to all. */
  acceptBcastProbeResp: 0x20,
  /** Sends probes fast. */
  oceProbeReqHighTxRate: 0x40,
  /** Leaves out probes that others sent. */
  oceProbeReqDeferralSuppression: 0x80,
  /** Takes little time. */
  lowSpan: 0x100,
  /** Takes little power. */
  lowPower: 0x200,
  /** Finds as much as it can. */
  highAccuracy: 0x400,
  /** Uses random sequence numbers. */
  randomSn: 0x800,
  /** Sends as little of itself as it can. */
  minPreqContent: 0x1000,
  /** The results give frequencies in kHz. */
  freqKhz: 0x2000,
  /** Looks at 6 GHz where others say there is something. */
  colocated_6ghz: 0x4000,
});

/** Attributes that results of a scheduled scan are matched with (`NL80211_SCHED_SCAN_MATCH_*`). */
const schedScanMatchAttributes = attributes("wifi-sched-scan-match", "NL80211_SCHED_SCAN_MATCH_", {
  /** SSID. */
  attrSsid: [1, wifiSsid],
  /** Least strength, in dBm. */
  attrRssi: [2, s32],
  /** Unused. */
  attrRelativeRssi: [3, flag],
  /** Unused. */
  attrRssiAdjust: [4, binary],
  /** Address of the access point. */
  attrBssid: [5, mac],
  /** Least strength by band, in dBm. */
  perBandRssi: [6, byNumber(s32)],
});

/** What results of a scheduled scan are matched with. */
export interface WifiScanMatch extends Infer<typeof schedScanMatchAttributes> {}

/** Attributes of a plan of a scheduled scan (`NL80211_SCHED_SCAN_PLAN_*`). */
const schedScanPlanAttributes = attributes("wifi-sched-scan-plan", "NL80211_SCHED_SCAN_PLAN_", {
  /** Interval of scans, in seconds. */
  interval: [1, u32],
  /** Number of scans; absent in the last plan. */
  iterations: [2, u32],
});

/** A plan of a scheduled scan. */
export interface WifiScanPlan extends Infer<typeof schedScanPlanAttributes> {}

/** Strength to add to that of networks of a band. */
export const rssiAdjust = struct("nl80211_bss_select_rssi_adjust", {
  /** Number of the band. */
  band: u8,
  /** Strength to add, in dB. */
  delta: s8,
});

/** Strength to add to that of networks of a band. */
export interface WifiRssiAdjust extends Infer<typeof rssiAdjust> {}

/** Attributes of scans (`NL80211_ATTR_*`). */
export const wifiScanAttributes = attributes("wifi-scan-attrs", "NL80211_ATTR_", {
  /** SSIDs to probe for; `""` stands for any. Passive without. */
  scanSsids: [45, indexedArray(wifiSsid, 0)],
  /** Frequencies to scan, in MHz; all by default. */
  scanFrequencies: [44, indexedArray(u32, 0)],
  /** Frequencies to scan, in kHz; since 5.8. */
  scanFreqKhz: [292, indexedArray(u32, 0)],
  /** Ways to scan; see {@link wifiScanFlags}. */
  scanFlags: [158, wifiScanFlags],
  /** Supported rates to announce, by band. */
  scanSuppRates: [125, byNumber(binary) as BinaryByNumber],
  /** Address of the one access point to look for. */
  bssid: [245, mac],
  /** Bits of the random address that are those of `mac`. */
  macMask: [215, mac],
  /** Time on each channel, in units of 1.024 ms. */
  measurementDuration: [235, u16],
  /** Set if that time has to be kept. */
  measurementDurationMandatory: [236, flag],
  /** Start of the scan by the clock of the connected network, in microseconds. */
  scanStartTimeTsf: [233, u64],
  /** Address of that network. */
  scanStartTimeTsfBssid: [234, mac],
  /** A network that was found. Read-only. */
  bss: [47, readOnly(nest<WifiBss>(wifiBssAttributes))],
  /** Asks for networks that cannot be used too; since 6.8. */
  bssDumpIncludeUseData: [327, flag],
  /** Interval of scheduled scans, in milliseconds. */
  schedScanInterval: [119, u32],
  /** Delay of the first scheduled scan, in seconds. */
  schedScanDelay: [220, u32],
  /** What results of a scheduled scan are matched with. */
  schedScanMatch: [132, indexedArray(nest<WifiScanMatch>(schedScanMatchAttributes))],
  /** Plans of a scheduled scan, one after the other. */
  schedScanPlans: [225, indexedArray(nest<WifiScanPlan>(schedScanPlanAttributes))],
  /** Strength by which networks have to be better than the connected one, in dB. */
  schedScanRelativeRssi: [246, s8],
  /** Strength to add to that of networks of a band. */
  schedScanRssiAdjust: [247, rssiAdjust],
  /** Set if several scheduled scans are fine. */
  schedScanMulti: [255, flag],
});

/** Members of scans. */
export interface WifiScanMembers extends Infer<typeof wifiScanAttributes> {}
