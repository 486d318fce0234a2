import {
  attributes,
  binary,
  enumeration,
  flag,
  type Infer,
  indexedArray,
  nest,
  packed,
  readOnly,
  string,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { wifiCipher } from "../connect/suites.js";
import { type WifiNanCapabilities, wifiNanCapabilityAttributes } from "../frame/nan.js";
import { type WifiIftypes, wifiIftypesAttributes } from "../interface/iftype.js";
import { wifiCommand } from "../message/command.js";
import { type WifiWakeSupport, wifiWakeSupportAttributes } from "../wake/layout.js";
import { type WifiBands, wifiBandsAttributes } from "./band.js";
import { wifiApSmeFeatures, wifiFeatures, wifiProbeRespOffload, wifiProtocolFeatures } from "./features.js";
import {
  frameTypesAttributes,
  iftypeAkmAttributes,
  iftypeCapaAttributes,
  type WifiFrameTypesByIftype,
  type WifiIftypeAkm,
  type WifiIftypeCapabilities,
  type WifiVendorCommand,
  wifiVendorCommand,
} from "./layout.js";
import {
  type WifiInterfaceCombination,
  type WifiRadio,
  type WifiSar,
  wifiCombinationAttributes,
  wifiRadioAttributes,
  wifiSarAttributes,
} from "./limits.js";

/** Attributes that a phy reports, and nobody sets (`NL80211_ATTR_*`). */
export const wifiPhyCapabilityAttributes = attributes("wifi-phy-capability-attrs", "NL80211_ATTR_", {
  /** Bands, with their channels and rates. Read-only. */
  wiphyBands: [22, readOnly(nest<WifiBands>(wifiBandsAttributes))],
  /** Types of interfaces. Read-only. */
  supportedIftypes: [32, readOnly(nest<WifiIftypes>(wifiIftypesAttributes))],
  /** Types of interfaces beside any others, such as monitors. Read-only. */
  softwareIftypes: [121, readOnly(nest<WifiIftypes>(wifiIftypesAttributes))],
  /** Interfaces that work together. Read-only. */
  interfaceCombinations: [
    120,
    readOnly(indexedArray(nest<WifiInterfaceCombination>(wifiCombinationAttributes))),
  ],
  /** The same of all radios together; since 6.11. Read-only. */
  wiphyInterfaceCombinations: [
    332,
    readOnly(indexedArray(nest<WifiInterfaceCombination>(wifiCombinationAttributes))),
  ],
  /** Radios, where it has several; since 6.11. Read-only. */
  wiphyRadios: [331, readOnly(indexedArray(nest<WifiRadio>(wifiRadioAttributes), 0))],
  /** Commands that it accepts; see {@link wifiCommand}. Read-only. */
  supportedCommands: [50, readOnly(indexedArray(wifiCommand))],
  /** Ciphers; see {@link wifiCipher}. Read-only. */
  cipherSuites: [57, readOnly(packed(wifiCipher))],
  /** Key managements by type of interface; since 5.6. Read-only. */
  iftypeAkmSuites: [284, readOnly(indexedArray(nest<WifiIftypeAkm>(iftypeAkmAttributes)))],
  /** Largest number of key managements to connect with. Read-only. */
  maxNumAkmSuites: [316, readOnly(u16)],
  /** Largest number of SSIDs of a scan. Read-only. */
  maxNumScanSsids: [43, readOnly(u8)],
  /** Longest elements that a scan can add, in bytes. Read-only. */
  maxScanIeLen: [56, readOnly(u16)],
  /** Largest number of SSIDs of a scheduled scan. Read-only. */
  maxNumSchedScanSsids: [123, readOnly(u8)],
  /** Longest elements that a scheduled scan can add, in bytes. Read-only. */
  maxSchedScanIeLen: [124, readOnly(u16)],
  /** Largest number of sets that results of a scheduled scan are matched with. Read-only. */
  maxMatchSets: [133, readOnly(u8)],
  /** Largest number of plans of a scheduled scan. Read-only. */
  maxNumSchedScanPlans: [222, readOnly(u32)],
  /** Longest interval of a plan, in seconds. Read-only. */
  maxScanPlanInterval: [223, readOnly(u32)],
  /** Largest number of scans of a plan. Read-only. */
  maxScanPlanIterations: [224, readOnly(u32)],
  /** Largest number of scheduled scans at once. Read-only. */
  schedScanMaxReqs: [256, readOnly(u32)],
  /** Largest number of cached keys. Read-only. */
  maxNumPmkids: [86, readOnly(u8)],
  /** Longest time on another channel, in milliseconds. Read-only. */
  maxRemainOnChannelDuration: [111, readOnly(u32)],
  /** Set if frames can be sent on another channel; allows that in requests. */
  offchannelTxOk: [108, flag],
  /** Set if the ethertype of key negotiation can be chosen. */
  controlPortEthertype: [102, flag],
  /** Set if independent networks can be encrypted. Read-only. */
  supportIbssRsn: [104, readOnly(flag)],
  /** Set if meshes can be encrypted. Read-only. */
  supportMeshAuth: [115, readOnly(flag)],
  /** Set if an access point can save power of clients (U-APSD). Read-only. */
  supportApUapsd: [130, readOnly(flag)],
  /** Set if the firmware changes the access point on its own. Read-only. */
  roamSupport: [131, readOnly(flag)],
  /** Set if clients can talk directly (TDLS). Read-only. */
  tdlsSupport: [139, readOnly(flag)],
  /** Set if direct talks are set up by programs. Read-only. */
  tdlsExternalSetup: [140, readOnly(flag)],
  /** Set if the driver manages clients of an access point; see {@link wifiApSmeFeatures}. Read-only. */
  deviceApSme: [141, readOnly(wifiApSmeFeatures)],
  /** Features; see {@link wifiFeatures}. Read-only. */
  featureFlags: [143, readOnly(wifiFeatures)],
  /** Further features, a bit each; see {@link wifiExtFeatureNames}. Read-only. */
  extFeatures: [217, readOnly(binary)],
  /** Probes that the driver answers; see {@link wifiProbeRespOffload}. Read-only. */
  probeRespOffload: [144, readOnly(wifiProbeRespOffload)],
  /** Frames that programs can send, by type of interface. Read-only. */
  txFrameTypes: [99, readOnly(nest<WifiFrameTypesByIftype>(frameTypesAttributes))],
  /** Frames that programs can receive, by type of interface. Read-only. */
  rxFrameTypes: [100, readOnly(nest<WifiFrameTypesByIftype>(frameTypesAttributes))],
  /** Largest number of addresses in an access list. Read-only. */
  macAclMax: [167, readOnly(u32)],
  /** Events that can wake the machine. Read-only. */
  wowlanTriggersSupported: [118, readOnly(nest<WifiWakeSupport>(wifiWakeSupportAttributes))],
  /** Extended capabilities, as in their element. */
  extCapa: [169, binary],
  /** Bits of them that the driver decides. */
  extCapaMask: [170, binary],
  /** Extended capabilities by type of interface. Read-only. */
  iftypeExtCapa: [230, readOnly(indexedArray(nest<WifiIftypeCapabilities>(iftypeCapaAttributes)))],
  /** Features of the protocol; see {@link wifiProtocolFeatures}. Read-only. */
  protocolFeatures: [173, readOnly(wifiProtocolFeatures)],
  /** Longest time without disturbance, in milliseconds. */
  maxCritProtDuration: [180, u16],
  /** Set if channels of 5 MHz can be used. Read-only. */
  support_5Mhz: [192, readOnly(flag)],
  /** Set if channels of 10 MHz can be used. Read-only. */
  support_10Mhz: [193, readOnly(flag)],
  /** Largest number of clients of an access point. Read-only. */
  maxApAssocSta: [202, readOnly(u32)],
  /** Largest number of counters of channel switches. Read-only. */
  maxCsaCounters: [206, readOnly(u8)],
  /** Set if the driver keeps its own regulatory domain. Read-only. */
  wiphySelfManagedReg: [216, readOnly(flag)],
  /** Events of the vendor. Read-only. */
  vendorEvents: [198, readOnly(indexedArray(nest<WifiVendorCommand>(wifiVendorCommand), 0))],
  /** Largest number of peers with timestamps of the hardware; since 6.4. Read-only. */
  maxHwTimestampPeers: [323, readOnly(u16)],
  /** Capabilities of neighbour-aware networking. Read-only. */
  nanCapabilities: [344, readOnly(nest<WifiNanCapabilities>(wifiNanCapabilityAttributes))],
});

/** Members that a phy reports. */
export interface WifiPhyCapabilities extends Infer<typeof wifiPhyCapabilityAttributes> {}

/** Classes of traffic (`NL80211_AC_*`). */
export const wifiAccessClass = enumeration("NL80211_AC_", u8, {
  /** Voice. */
  vo: 0,
  /** Video. */
  vi: 1,
  /** Best effort. */
  be: 2,
  /** Background. */
  bk: 3,
});

/** Attributes of access by a class of traffic (`NL80211_TXQ_ATTR_*`). */
const txqParamsAttributes = attributes("wifi-txq-params", "NL80211_TXQ_ATTR_", {
  /** Class; see {@link wifiAccessClass}. */
  ac: [1, wifiAccessClass],
  /** Longest transmission, in units of 32 µs. */
  txop: [2, u16],
  /** Smallest contention window, in slots. */
  cwmin: [3, u16],
  /** Largest contention window, in slots. */
  cwmax: [4, u16],
  /** Spacing between frames, in slots. */
  aifs: [5, u8],
});

/** Access to the channel by a class of traffic. */
export interface WifiTxqParams extends Infer<typeof txqParamsAttributes> {}

/** Attributes of phys that can be set (`NL80211_ATTR_*`). */
export const wifiPhySettingAttributes = attributes("wifi-phy-setting-attrs", "NL80211_ATTR_", {
  /** Name: `phy0`. */
  wiphyName: [2, string],
  /** Attempts to send a short frame. */
  wiphyRetryShort: [61, u8],
  /** Attempts to send a long frame. */
  wiphyRetryLong: [62, u8],
  /** Length from which frames are split, in bytes; 4294967295 means never. */
  wiphyFragThreshold: [63, u32],
  /** Length from which frames are announced (RTS), in bytes; 4294967295 means never. */
  wiphyRtsThreshold: [64, u32],
  /** Distance, in units of 450 m. */
  wiphyCoverageClass: [89, u8],
  /** Measures the distance. */
  wiphyDynAck: [209, flag],
  /** Antennas to send with, a bit each. */
  wiphyAntennaTx: [105, u32],
  /** Antennas to receive with, a bit each. */
  wiphyAntennaRx: [106, u32],
  /** Antennas that can send, a bit each. Read-only. */
  wiphyAntennaAvailTx: [113, readOnly(u32)],
  /** Antennas that can receive, a bit each. Read-only. */
  wiphyAntennaAvailRx: [114, readOnly(u32)],
  /** Access to the channel by class of traffic. */
  wiphyTxqParams: [37, indexedArray(nest<WifiTxqParams>(txqParamsAttributes))],
  /** Most packets in the queues of the phy; since 4.18. */
  txqLimit: [266, u32],
  /** Most memory of the queues, in bytes; since 4.18. */
  txqMemoryLimit: [267, u32],
  /** Bytes that a flow sends in turn; since 4.18. */
  txqQuantum: [268, u32],
  /** Radio that a setting is for. */
  wiphyRadioIndex: [338, u8],
  /** Process in whose namespace a phy is moved. */
  pid: [82, u32],
  /** File descriptor of the namespace that a phy is moved to. */
  netnsFd: [219, u32],
  /** Asks for each phy in several messages, as it may not fit into one. */
  splitWiphyDump: [174, flag],
  /** Limits of power near the body. */
  sarSpec: [300, nest<WifiSar>(wifiSarAttributes)],
});

/** Members of phys that can be set. */
export interface WifiPhySettings extends Infer<typeof wifiPhySettingAttributes> {}
