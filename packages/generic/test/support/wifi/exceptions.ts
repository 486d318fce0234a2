//  Where the declarations of nl80211 and the kernel's header or spec differ.

/** Members that are newer than the spec, by set. */
const NEWER: Readonly<Record<string, string>> = {
  "frequency-attrs": "allow_20mhzActivity no_4mhz no_8mhz no_16mhz s1gNoPrimary noUhr cacStartTime pad",
  "iftype-attrs": "nanData pd",
  "iftype-data-attrs": "uhrCapMac uhrCapPhy",
  "nl80211-attrs": `s1gPrimary_2mhz npcaPrimaryFreq npcaPunctBitmap nanCapabilities wiphyRadioIndex uhrCapability eppPeer
    assocEncrypted disableUhr extMldCapaAndOps mloReconfRemLinks epcs bssParam supportedSelectors s1gLongBeaconPeriod
    s1gShortBeacon uhrOperation incumbentSignalInterferenceBitmap nanConfig nanNewCluster nanChannel nanChannelEntry
    nanTimeSlots nanRxNss nanAvailBlob nanSchedDeferred nanSchedUpdateSuccess nanNmiMac nanUlw nanCommittedDw nanSeqId
    nanMaxChanSwitchTime nanPeerMaps`,
  "supported-iftypes": "nanData pd",
};

const newer = Object.entries(NEWER).flatMap(([set, names]) =>
  names.split(/\s+/).map((name) => [`${set}.${name}`, "newer than the spec"]),
);

const SIGNED = "negative too, which the spec does not say";
const FLAGS = "the spec takes all for flags";
const SECOND_NAME = "another name of NO_IR; the number is that of the name with underscores in front";

/** Reasons, by constant, prefix or member. */
export const exceptions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(newer),
  "frame-type-attrs.frameType": "there are several, which the spec does not say",
  "genlmsghdr.event": "the command of an event says what happened",
  "nl80211-attrs.mloTtlmDlink": "eight numbers",
  "nl80211-attrs.mloTtlmUlink": "eight numbers",
  "nl80211-attrs.rxSignalDbm": SIGNED,
  "nl80211-attrs.staFlags2": "named as the header names the struct",
  "nl80211-attrs.wiphyTxPowerLevel": SIGNED,
  "wowlan-triggers-attrs.netDetect": `${FLAGS}; a phy reports a number`,
  "wowlan-triggers-attrs.pktPattern": `${FLAGS}; a phy reports a struct`,
  "wowlan-triggers-attrs.tcpConnection": `${FLAGS}; a phy reports a nest`,
  NL80211_FREQUENCY_ATTR_NO_IBSS: SECOND_NAME,
  NL80211_RRF_NO_IBSS: SECOND_NAME,
  NL80211_RATE_INFO_: "the header writes 2x996 with a small letter",
  NL80211_STA_FLAG_: "the header has the numbers of the bits",
  WLAN_: "of IEEE 802.11; the kernel has them in no header for programs",
  wifiNetwork: "GET_SCAN is answered by NEW_SCAN_RESULTS",
  wifiRegulatory: "GET_REG is answered by itself, and REG_CHANGE reports changes",
  wifiSurvey: "GET_SURVEY is answered by NEW_SURVEY_RESULTS",
};
