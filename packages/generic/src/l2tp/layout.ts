import {
  attributes,
  binary,
  flag,
  type Infer,
  inRequests,
  ipv4,
  ipv6,
  message,
  nest,
  padding,
  readOnly,
  string,
  type Type,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";
import { l2tpEncaptype, l2tpL2spectype, l2tpMsg, l2tpPwtype, l2tpSeq } from "./enums.js";

/** Counters of tunnels and sessions (`L2TP_ATTR_*`). */
export const l2tpStatsAttributes = attributes("l2tp-stats-attrs", "L2TP_ATTR_", {
  /** Packets sent. */
  txPackets: [1, u64],
  /** Bytes sent. */
  txBytes: [2, u64],
  /** Packets that could not be sent. */
  txErrors: [3, u64],
  /** Packets received. */
  rxPackets: [4, u64],
  /** Bytes received. */
  rxBytes: [5, u64],
  /** Packets dropped for their sequence number. */
  rxSeqDiscards: [6, u64],
  /** Packets out of order. */
  rxOosPackets: [7, u64],
  /** Packets that could not be received. */
  rxErrors: [8, u64],
  /** Alignment. */
  statsPad: [9, padding],
  /** Packets with another cookie, which were dropped; since 5.13. */
  rxCookieDiscards: [10, u64],
  /** Packets that are no L2TP; since 5.16. */
  rxInvalid: [11, u64],
});
/** Counters of tunnels and sessions. */
export interface L2tpStats extends Infer<typeof l2tpStatsAttributes> {}

/** Attributes of tunnels and sessions (`L2TP_ATTR_*`). */
export const l2tpAttributes = attributes("l2tp-attrs", "L2TP_ATTR_", {
  /** Payload of a session; see {@link l2tpPwtype}. */
  pwType: [1, l2tpPwtype],
  /** Carrier of a tunnel; see {@link l2tpEncaptype}. */
  encapType: [2, l2tpEncaptype],
  /** Not used by the kernel. */
  offset: [3, u16],
  /** Not used by the kernel. */
  dataSeq: [4, l2tpSeq],
  /** Header of the layer between; see {@link l2tpL2spectype}. */
  l2specType: [5, l2tpL2spectype],
  /** Not used by the kernel. */
  l2specLen: [6, u8],
  /** Version of the protocol, 2 or 3. */
  protoVersion: [7, u8],
  /** Name of the link of a session. */
  ifname: [8, string],
  /** Number of the tunnel, in this namespace. */
  connId: [9, u32],
  /** Number that the peer gave to the tunnel. */
  peerConnId: [10, u32],
  /** Number of the session, in its tunnel. */
  sessionId: [11, u32],
  /** Number that the peer gave to the session. */
  peerSessionId: [12, u32],
  /** 1 if packets carry UDP checksums, else 0. */
  udpCsum: [13, u8],
  /** Not used by the kernel. */
  vlanId: [14, u16],
  /** Cookie that packets from the peer carry, of 4 or 8 bytes. */
  cookie: [15, binary],
  /** Cookie that packets to the peer carry, of 4 or 8 bytes. */
  peerCookie: [16, binary],
  /** Not used by the kernel. */
  debug: [17, l2tpMsg],
  /** 1 if packets without a sequence number are dropped. */
  recvSeq: [18, u8],
  /** 1 if packets carry sequence numbers. */
  sendSeq: [19, u8],
  /** 1 for a network server (LNS), which decides about sequence numbers. */
  lnsMode: [20, u8],
  /** 1 if IPsec protects the tunnel. Read-only. */
  usingIpsec: [21, readOnly(u8)],
  /** Longest wait for packets that come out of order, in milliseconds. */
  recvTimeout: [22, u64],
  /** File descriptor of the tunnel's socket; without it, the kernel makes one. Write-only. */
  fd: [23, u32],
  /** Own IPv4 address, for a socket that the kernel makes. */
  ipSaddr: [24, ipv4],
  /** IPv4 address of the peer. */
  ipDaddr: [25, ipv4],
  /** Own UDP port. */
  udpSport: [26, u16],
  /** UDP port of the peer. */
  udpDport: [27, u16],
  /** Not used by the kernel. */
  mtu: [28, u16],
  /** Not used by the kernel. */
  mru: [29, u16],
  /** Counters. Read-only. */
  stats: [30, readOnly(nest<L2tpStats>(l2tpStatsAttributes))],
  /** Own IPv6 address, for a socket that the kernel makes. */
  ip6Saddr: [31, ipv6],
  /** IPv6 address of the peer. */
  ip6Daddr: [32, ipv6],
  /** Sends no UDP checksums over IPv6. */
  udpZeroCsum6Tx: [33, flag],
  /** Accepts packets over IPv6 without UDP checksums. */
  udpZeroCsum6Rx: [34, flag],
  /** Alignment. */
  pad: [35, padding],
});

const layout = message("l2tp", genlmsghdr, l2tpAttributes);
/** A tunnel or session, as messages hold it. */
export interface L2tp extends Infer<typeof layout> {}

/** Layout of `L2TP_CMD_*`. The kernel takes even a 0 for a request for checksums, which is therefore left out. */
export const l2tpMessage: Type<L2tp> = inRequests(nest<L2tp>(layout), ({ udpCsum, ...value }) =>
  udpCsum ? { ...value, udpCsum } : value,
);
