import {
  attributes,
  binary,
  enumeration,
  flag,
  type Infer,
  ifindex,
  message,
  nest,
  nestedArray,
  packed,
  padding,
  string,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Ways to report drops (`NET_DM_ALERT_MODE_*`). */
export const dropAlertMode = enumeration("NET_DM_ALERT_MODE_", u8, {
  /** Places in the kernel, with numbers of packets. */
  summary: 0,
  /** Each packet. */
  packet: 1,
});

/** Those that drop (`NET_DM_ORIGIN_*`). */
export const dropOrigin = enumeration("NET_DM_ORIGIN_", u16, {
  /** The kernel. */
  sw: 0,
  /** A device, which told the kernel by a trap of devlink. */
  hw: 1,
});

/** A place in the kernel, and the number of packets dropped there (`struct net_dm_drop_point`). */
const netDmDropPoint = struct("net_dm_drop_point", {
  /** Address of the code; `/proc/kallsyms` has the functions. */
  pc: u64,
  /** Number of packets. */
  count: u32,
});
/** A place in the kernel, and the number of packets dropped there. */
export interface DropPoint extends Infer<typeof netDmDropPoint> {}

/** Places in the kernel (`struct net_dm_alert_msg`). */
const netDmAlertMsg = struct("net_dm_alert_msg", {
  /** Number of places. */
  entries: u32,
  /** The places. */
  points: packed(netDmDropPoint),
});
/** Places in the kernel. */
export interface DropPoints extends Infer<typeof netDmAlertMsg> {}

const portAttributes = attributes("net-dm-port", "NET_DM_ATTR_PORT_", {
  /** Index of the link. */
  netdevIfindex: [0, ifindex(u32)],
  /** Name of the link, if a device dropped the packet. */
  netdevName: [1, string],
});
/** The link that a packet came in by. */
export interface DropPort extends Infer<typeof portAttributes> {}

const statsAttributes = attributes("net-dm-stats", "NET_DM_ATTR_STATS_", {
  /** Packets that were dropped and not reported, since there was no room. */
  dropped: [0, u64],
});
/** Statistics of the monitor. */
export interface DropCounters extends Infer<typeof statsAttributes> {}

const hwEntryAttributes = attributes("net-dm-hw-entry", "NET_DM_ATTR_", {
  /** Name of the trap. */
  hwTrapName: [16, string],
  /** Number of packets. */
  hwTrapCount: [19, u32],
});
/** A trap of a device, and the number of packets that it dropped by it. */
export interface DropTrapCount extends Infer<typeof hwEntryAttributes> {}

/** Attributes of alerts (`NET_DM_ATTR_*`). */
const alertAttributes = attributes("net-dm", "NET_DM_ATTR_", {
  /** Places in the kernel, in summaries. */
  unspec: [0, nest<DropPoints>(netDmAlertMsg)],
  /** Address of the code that dropped the packet. */
  pc: [2, u64],
  /** Function and offset that dropped the packet: `"__udp4_lib_rcv+0x9b0"`. */
  symbol: [3, string],
  /** The link that it came in by. */
  inPort: [4, nest<DropPort>(portAttributes)],
  /** Nanoseconds since 1970. */
  timestamp: [5, u64],
  /** Protocol, as of Ethernet: 2048 for IPv4. */
  proto: [6, u16],
  /** The packet, or its beginning, from its link layer on if it has one. */
  payload: [7, binary],
  /** Alignment. */
  pad: [8, padding],
  /** Length of the packet, of which `payload` is a part. */
  origLen: [10, u32],
  /** The one that dropped it. */
  origin: [14, dropOrigin],
  /** Group of the device's trap. */
  hwTrapGroupName: [15, string],
  /** The device's trap. */
  hwTrapName: [16, string],
  /** Traps of devices, in summaries. */
  hwEntries: [17, nestedArray(18, nest<DropTrapCount>(hwEntryAttributes))],
  /** Cookie of the flow's action that dropped it; since 5.7. */
  flowActionCookie: [22, binary],
  /** Reason: `"NO_SOCKET"`; since 5.18. */
  reason: [23, string],
});

/** Layout of `NET_DM_CMD_ALERT` and `NET_DM_CMD_PACKET_ALERT`. */
export const dropAlertMessage = message("dropAlert", genlmsghdr, alertAttributes);
/** An alert of the drop monitor. */
export interface DropAlert extends Infer<typeof dropAlertMessage> {}

const configAttributes = attributes("net-dm", "NET_DM_ATTR_", {
  /** Way to report drops. */
  alertMode: [1, dropAlertMode],
  /** Bytes of each packet that are reported; 0 for all. */
  truncLen: [9, u32],
  /** Packets that may wait to be reported, of each processor. */
  queueLen: [11, u32],
  /** Set to start or stop what the kernel drops. Write-only. */
  swDrops: [20, flag],
  /** Set to start or stop what devices drop. Write-only. */
  hwDrops: [21, flag],
});

/** Layout of `NET_DM_CMD_CONFIG*`, `_START` and `_STOP`. */
export const dropConfigMessage = message("dropConfig", genlmsghdr, configAttributes);
/** Configuration of the drop monitor. */
export interface DropConfig extends Infer<typeof dropConfigMessage> {}

const monitorStatsAttributes = attributes("net-dm", "NET_DM_ATTR_", {
  /** Statistics of what the kernel drops. */
  stats: [12, nest<DropCounters>(statsAttributes)],
  /** Statistics of what devices drop. */
  hwStats: [13, nest<DropCounters>(statsAttributes)],
});

/** Layout of `NET_DM_CMD_STATS_*`. */
export const dropStatsMessage = message("dropStats", genlmsghdr, monitorStatsAttributes);
/** Statistics of the drop monitor. */
export interface DropStats extends Infer<typeof dropStatsMessage> {}
