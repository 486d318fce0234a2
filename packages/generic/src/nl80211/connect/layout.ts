import {
  attributes,
  binary,
  enumeration,
  flag,
  type Infer,
  mac,
  nest,
  packed,
  readOnly,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { wifiSsid } from "../elements/ssid.js";
import { wifiElements } from "../elements/type.js";
import { rssiAdjust } from "../scan/layout.js";
import { wifiReasonCode, wifiStatusCode } from "./codes.js";

/** Steps at which a connection timed out (`NL80211_TIMEOUT_*`). */
export const wifiTimeoutReason = enumeration("NL80211_TIMEOUT_", u32, {
  /** Any. */
  unspecified: 0,
  /** Scanning. */
  scan: 1,
  /** Authentication. */
  auth: 2,
  /** Association. */
  assoc: 3,
});

/** Attributes of the choice among access points (`NL80211_BSS_SELECT_ATTR_*`). */
const bssSelectAttributes = attributes("wifi-bss-select", "NL80211_BSS_SELECT_ATTR_", {
  /** By strength. */
  rssi: [1, flag],
  /** By band: its number. */
  bandPref: [2, u32],
  /** By strength, some of which is added in a band. */
  rssiAdjust: [3, rssiAdjust],
});

/** Choice among access points. */
export interface WifiBssSelect extends Infer<typeof bssSelectAttributes> {}

/** Attributes of connections (`NL80211_ATTR_*`). */
export const wifiConnectAttributes = attributes("wifi-connect-attrs", "NL80211_ATTR_", {
  /** Name of the network. */
  ssid: [52, wifiSsid],
  /** Address of the access point to begin with. */
  macHint: [200, mac],
  /** Frequency to begin with, in MHz. */
  wiphyFreqHint: [201, u32],
  /** Address of the access point that is left. */
  prevBssid: [79, mac],
  /** Elements to send, or that were received. */
  ie: [42, wifiElements],
  /** Elements of the request for association. */
  reqIe: [77, wifiElements],
  /** Elements of the response. */
  respIe: [78, wifiElements],
  /** Outcome; see {@link wifiStatusCode}. Read-only. */
  statusCode: [72, readOnly(wifiStatusCode)],
  /** Reason for the end; see {@link wifiReasonCode}. */
  reasonCode: [54, wifiReasonCode],
  /** Set if the access point ended the connection. Read-only. */
  disconnectedByAp: [71, readOnly(flag)],
  /** Set if there was no answer. Read-only. */
  timedOut: [65, readOnly(flag)],
  /** Step at which there was none; since 4.11. Read-only. */
  timeoutReason: [248, readOnly(wifiTimeoutReason)],
  /** Leaves without a frame to the access point. */
  localStateChange: [95, flag],
  /** Set if the driver asks to connect again; since 5.12. Read-only. */
  reconnectRequested: [299, readOnly(flag)],
  /** Reserved. Read-only. */
  portAuthorized: [259, readOnly(flag)],
  /** Asks for measurements of radio resources. */
  useRrm: [208, flag],
  /** Set for a personal network at 60 GHz. */
  pbss: [226, flag],
  /** Choice among access points by the driver. */
  bssSelect: [227, nest<WifiBssSelect>(bssSelectAttributes)],
  /** Leaves out 802.11n. */
  disableHt: [147, flag],
  /** Leaves out 802.11ac. */
  disableVht: [175, flag],
  /** Leaves out 802.11ax; since 5.13. */
  disableHe: [301, flag],
  /** Leaves out 802.11be; since 5.18. */
  disableEht: [311, flag],
  /** Leaves out 802.11bn. */
  disableUhr: [348, flag],
  /** Bits of `htCapability` that count. */
  htCapabilityMask: [148, binary],
  /** Bits of `vhtCapability` that count. */
  vhtCapabilityMask: [176, binary],
  /** Bits of `s1gCapability` that count. */
  s1gCapabilityMask: [297, binary],
  /** Stays on this channel in an independent network. */
  freqFixed: [60, flag],
  /** Set if several links may be used; since 6.1. */
  mloSupport: [315, flag],
  /** Address of the multi-link device; since 6.1. */
  mldAddr: [314, mac],
  /** Capabilities of the multi-link device; since 6.1. */
  mldCapaAndOps: [318, u16],
  /** Further capabilities of the multi-link device. */
  extMldCapaAndOps: [337, u16],
  /** Links to remove, a bit each. */
  mloReconfRemLinks: [335, u16],
  /** Links by traffic identifier, a bit each, towards the station; since 6.8. */
  mloTtlmDlink: [328, packed(u16)],
  /** Links by traffic identifier, a bit each, from the station; since 6.8. */
  mloTtlmUlink: [329, packed(u16)],
  /** Ways of security that are no longer allowed. */
  tdBitmap: [321, binary],
  /** Set for priority in emergencies. */
  epcs: [336, flag],
  /** Unused. */
  mloLinkDisabled: [326, flag],
});

/** Members of connections. */
export interface WifiConnectMembers extends Infer<typeof wifiConnectAttributes> {}
