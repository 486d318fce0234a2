import { flags, u32 } from "@rxnetlink/core/schema";

/** Features of a phy (`NL80211_FEATURE_*`). */
export const wifiFeatures = flags("NL80211_FEATURE_", u32, {
  skTxStatus: 0x1,
  htIbss: 0x2,
  inactivityTimer: 0x4,
  cellBaseRegHints: 0x8,
  p2pDeviceNeedsChannel: 0x10,
  sae: 0x20,
  lowPriorityScan: 0x40,
  scanFlush: 0x80,
  apScan: 0x100,
  vifTxpower: 0x200,
  needObssScan: 0x400,
  p2pGoCtwin: 0x800,
  p2pGoOppps: 0x1000,
  advertiseChanLimits: 0x4000,
  fullApClientState: 0x8000,
  userspaceMpm: 0x0001_0000,
  activeMonitor: 0x0002_0000,
  apModeChanWidthChange: 0x0004_0000,
  dsParamSetIeInProbes: 0x0008_0000,
  wfaTpcIeInProbes: 0x0010_0000,
  quiet: 0x0020_0000,
  txPowerInsertion: 0x0040_0000,
  acktoEstimation: 0x0080_0000,
  staticSmps: 0x0100_0000,
  dynamicSmps: 0x0200_0000,
  supportsWmmAdmission: 0x0400_0000,
  macOnCreate: 0x0800_0000,
  tdlsChannelSwitch: 0x1000_0000,
  scanRandomMacAddr: 0x2000_0000,
  schedScanRandomMacAddr: 0x4000_0000,
  ndRandomMacAddr: 0x8000_0000,
});

/** Probes that a driver answers as an access point (`NL80211_PROBE_RESP_OFFLOAD_SUPPORT_*`). */
export const wifiProbeRespOffload = flags("NL80211_PROBE_RESP_OFFLOAD_SUPPORT_", u32, {
  /** Of Wi-Fi Protected Setup. */
  wps: 0x1,
  /** Of its second version. */
  wps2: 0x2,
  /** Of Wi-Fi Direct. */
  p2p: 0x4,
  /** Of interworking. */
  "80211u": 0x8,
});

/** Features of a driver that manages clients (`NL80211_AP_SME_*`). */
export const wifiApSmeFeatures = flags("NL80211_AP_SME_", u32, {
  /** Asks clients whether they are still associated. */
  saQueryOffload: 0x1,
});

/** Features of the protocol (`NL80211_PROTOCOL_FEATURE_*`). */
export const wifiProtocolFeatures = flags("NL80211_PROTOCOL_FEATURE_", u32, {
  /** Phys can be listed in several messages each. */
  splitWiphyDump: 0x1,
});
