import {
  attributes,
  binary,
  flag,
  type Infer,
  indexedArray,
  nest,
  readOnly,
  u32,
} from "@rxnetlink/core/schema";
import { patternSupport, type WifiPatternSupport } from "../phy/layout.js";
import {
  type WifiWakeTcp,
  type WifiWakeTcpSupport,
  wakeTcpAttributes,
  wakeTcpSupportAttributes,
} from "./tcp.js";

/** Attributes of a pattern of packets (`NL80211_PKTPAT_*`). */
const patternAttributes = attributes("wifi-packet-pattern", "NL80211_PKTPAT_", {
  /** Bytes of the pattern that count, a bit each. */
  mask: [1, binary],
  /** Bytes. */
  pattern: [2, binary],
  /** Bytes of the packet to skip. */
  offset: [3, u32],
});

/** A pattern of packets. */
export interface WifiPacketPattern extends Infer<typeof patternAttributes> {}

/** Attributes of events that can wake the machine (`NL80211_WOWLAN_TRIG_*`). */
export const wifiWakeSupportAttributes = attributes("wowlan-triggers-attrs", "NL80211_WOWLAN_TRIG_", {
  /** Anything. */
  any: [1, flag],
  /** The end of the connection. */
  disconnect: [2, flag],
  /** A magic packet. */
  magicPkt: [3, flag],
  /** Packets that match patterns. */
  pktPattern: [4, nest<WifiPatternSupport>(patternSupport)],
  /** Keys of the group are renewed meanwhile. */
  gtkRekeySupported: [5, flag],
  /** Keys could not be renewed. */
  gtkRekeyFailure: [6, flag],
  /** A request for the identity. */
  eapIdentRequest: [7, flag],
  /** A negotiation of keys. */
  "4wayHandshake": [8, flag],
  /** The radio is switched on. */
  rfkillRelease: [9, flag],
  /** Not a trigger: the frame that woke the machine. */
  wakeupPkt_80211: [10, flag],
  /** Not a trigger: its length. */
  wakeupPkt_80211Len: [11, flag],
  /** Not a trigger: the packet that woke the machine. */
  wakeupPkt_8023: [12, flag],
  /** Not a trigger: its length. */
  wakeupPkt_8023Len: [13, flag],
  /** Packets of a connection of TCP. */
  tcpConnection: [14, nest<WifiWakeTcpSupport>(wakeTcpSupportAttributes)],
  /** Not a trigger: a packet of the connection matched. */
  wakeupTcpMatch: [15, flag],
  /** Not a trigger: the connection was lost. */
  wakeupTcpConnlost: [16, flag],
  /** Not a trigger: the connection has no tokens left. */
  wakeupTcpNomoretokens: [17, flag],
  /** Networks found: the number of sets to match with. */
  netDetect: [18, u32],
  /** Not a trigger: the networks that were found. */
  netDetectResults: [19, flag],
  /** Not a trigger: an unprotected frame ended the connection. */
  unprotectedDeauthDisassoc: [20, flag],
});

/** Events that can wake the machine. */
export interface WifiWakeSupport extends Infer<typeof wifiWakeSupportAttributes> {}

/** Attributes of events that wake the machine, or did (`NL80211_WOWLAN_TRIG_*`). */
const wifiWakeAttributes = attributes("wifi-wowlan", "NL80211_WOWLAN_TRIG_", {
  /** Anything. */
  any: [1, flag],
  /** The end of the connection. */
  disconnect: [2, flag],
  /** A magic packet. */
  magicPkt: [3, flag],
  /** Packets that match patterns. */
  pktPattern: [4, indexedArray(nest<WifiPacketPattern>(patternAttributes))],
  /** Never set. */
  gtkRekeySupported: [5, flag],
  /** Keys could not be renewed. */
  gtkRekeyFailure: [6, flag],
  /** A request for the identity. */
  eapIdentRequest: [7, flag],
  /** A negotiation of keys. */
  "4wayHandshake": [8, flag],
  /** The radio is switched on. */
  rfkillRelease: [9, flag],
  /** The frame that woke the machine. Read-only. */
  wakeupPkt_80211: [10, readOnly(binary)],
  /** Its length, in bytes. Read-only. */
  wakeupPkt_80211Len: [11, readOnly(u32)],
  /** The packet that woke the machine. Read-only. */
  wakeupPkt_8023: [12, readOnly(binary)],
  /** Its length, in bytes. Read-only. */
  wakeupPkt_8023Len: [13, readOnly(u32)],
  /** Packets of a connection of TCP. */
  tcpConnection: [14, nest<WifiWakeTcp>(wakeTcpAttributes)],
  /** A packet of the connection matched. Read-only. */
  wakeupTcpMatch: [15, readOnly(flag)],
  /** The connection was lost. Read-only. */
  wakeupTcpConnlost: [16, readOnly(flag)],
  /** The connection has no tokens left. Read-only. */
  wakeupTcpNomoretokens: [17, readOnly(flag)],
  /** Networks found: the attributes of a scheduled scan. */
  netDetect: [18, binary],
  /** The networks that were found. Read-only. */
  netDetectResults: [19, readOnly(binary)],
  /** An unprotected frame ended the connection. Read-only. */
  unprotectedDeauthDisassoc: [20, readOnly(flag)],
});

/** Events that wake the machine, or did. */
export interface WifiWake extends Infer<typeof wifiWakeAttributes> {}

/** Attributes of waking the machine, and of packets that are held back (`NL80211_ATTR_*`). */
export const wifiWakeMembersAttributes = attributes("wifi-wake-attrs", "NL80211_ATTR_", {
  /** Events that wake the machine. */
  wowlanTriggers: [117, nest<WifiWake>(wifiWakeAttributes)],
  /** Rules by which packets are held back, or the support of them. */
  coalesceRule: [182, binary],
});

/** Members of waking the machine. */
export interface WifiWakeMembers extends Infer<typeof wifiWakeMembersAttributes> {}
