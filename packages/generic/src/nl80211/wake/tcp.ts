import {
  attributes,
  binary,
  flag,
  type Infer,
  ipv4,
  mac,
  nest,
  struct,
  u16,
  u32,
} from "@rxnetlink/core/schema";

/** Sequence number in packets that are sent. */
const tcpDataSeq = struct("nl80211_wowlan_tcp_data_seq", {
  /** First number. */
  start: u32,
  /** Place in the packet, in bytes. */
  offset: u32,
  /** Length, in bytes. */
  len: u32,
});

/** Sequence number in packets that are sent. */
export interface WifiWakeTcpSeq extends Infer<typeof tcpDataSeq> {}

/** Support of tokens in packets that are sent. */
const tcpTokenFeature = struct("nl80211_wowlan_tcp_data_token_feature", {
  /** Shortest token, in bytes. */
  minLen: u32,
  /** Longest token, in bytes. */
  maxLen: u32,
  /** Room for tokens, in bytes. */
  bufsize: u32,
});

/** Support of tokens in packets that are sent. */
export interface WifiWakeTcpTokens extends Infer<typeof tcpTokenFeature> {}

/** Attributes of what can be done with a connection of TCP (`NL80211_WOWLAN_TCP_*`). */
export const wakeTcpSupportAttributes = attributes("wifi-wowlan-tcp-support", "NL80211_WOWLAN_TCP_", {
  /** Unused. */
  srcIpv4: [1, binary],
  /** Unused. */
  dstIpv4: [2, binary],
  /** Unused. */
  dstMac: [3, binary],
  /** Unused. */
  srcPort: [4, binary],
  /** Unused. */
  dstPort: [5, binary],
  /** Longest packet, in bytes. */
  dataPayload: [6, u32],
  /** Set if packets can have a sequence number. */
  dataPayloadSeq: [7, flag],
  /** Support of tokens. */
  dataPayloadToken: [8, nest<WifiWakeTcpTokens>(tcpTokenFeature)],
  /** Longest interval, in seconds. */
  dataInterval: [9, u32],
  /** Longest packet that wakes, in bytes. */
  wakePayload: [10, u32],
  /** Unused. */
  wakeMask: [11, binary],
});

/** What can be done with a connection of TCP. */
export interface WifiWakeTcpSupport extends Infer<typeof wakeTcpSupportAttributes> {}

/** Attributes of a connection of TCP that wakes the machine (`NL80211_WOWLAN_TCP_*`). */
export const wakeTcpAttributes = attributes("wifi-wowlan-tcp", "NL80211_WOWLAN_TCP_", {
  /** Own address. */
  srcIpv4: [1, ipv4],
  /** The peer's address. */
  dstIpv4: [2, ipv4],
  /** MAC address of the next hop. */
  dstMac: [3, mac],
  /** Own port. */
  srcPort: [4, u16],
  /** The peer's port. */
  dstPort: [5, u16],
  /** Packet to send again and again. */
  dataPayload: [6, binary],
  /** Sequence number in it. */
  dataPayloadSeq: [7, nest<WifiWakeTcpSeq>(tcpDataSeq)],
  /** Tokens in it: place, length and tokens (`struct nl80211_wowlan_tcp_data_token`). */
  dataPayloadToken: [8, binary],
  /** Interval of packets, in seconds. */
  dataInterval: [9, u32],
  /** Packet that wakes. */
  wakePayload: [10, binary],
  /** Bytes of it that count, a bit each. */
  wakeMask: [11, binary],
});

/** A connection of TCP that wakes the machine. */
export interface WifiWakeTcp extends Infer<typeof wakeTcpAttributes> {}
