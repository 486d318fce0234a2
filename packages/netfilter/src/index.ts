/**
 * `NETLINK_NETFILTER`: packets, connections, nftables and sets.
 *
 * @module
 */
export { nfgenmsg, nfproto } from "./common/nfgenmsg.js";
export {
  NFNLGRP_ACCT_QUOTA,
  NFNLGRP_CONNTRACK_DESTROY,
  NFNLGRP_CONNTRACK_EXP_DESTROY,
  NFNLGRP_CONNTRACK_EXP_NEW,
  NFNLGRP_CONNTRACK_EXP_UPDATE,
  NFNLGRP_CONNTRACK_NEW,
  NFNLGRP_CONNTRACK_UPDATE,
  NFNLGRP_NFTABLES,
  NFNLGRP_NFTRACE,
} from "./common/nfnlgrp.js";
export { type PacketConntrack, packetConntrackAttributes } from "./common/packet-conntrack.js";
export {
  packetConntrackInfo,
  packetProtocol,
  packetTimestamp,
  packetVlanAttributes,
} from "./common/packet-values.js";
export {
  NFNL_SUBSYS_ACCT,
  NFNL_SUBSYS_CTHELPER,
  NFNL_SUBSYS_CTNETLINK,
  NFNL_SUBSYS_CTNETLINK_EXP,
  NFNL_SUBSYS_CTNETLINK_TIMEOUT,
  NFNL_SUBSYS_HOOK,
  NFNL_SUBSYS_IPSET,
  NFNL_SUBSYS_NFT_COMPAT,
  NFNL_SUBSYS_NFTABLES,
  NFNL_SUBSYS_OSF,
  NFNL_SUBSYS_QUEUE,
  NFNL_SUBSYS_ULOG,
  nfnlType,
} from "./common/subsystem.js";
export { connectNetfilter, NETLINK_NETFILTER, type NetfilterConnectionOptions } from "./connect.js";
export { connect, NETLINK_NETFILTER, type NetfilterConnectionOptions } from "./connect.js";
export {
  logConfigAttributes,
  logConfigCmd,
  logConfigMessage,
  logConfigMode,
  logCopyMode,
  logFlags,
} from "./log/config.js";
export type { NflogEvent, NflogLost, NflogPacket } from "./log/events.js";
export {
  type LoggedPacketMessage,
  loggedPacketAttributes,
  loggedPacketHdr,
  loggedPacketMessage,
} from "./log/layout.js";
export type { Nflog } from "./log/nflog.js";
export type { NflogOptions } from "./log/options.js";
export { type Netfilter, type NetfilterOptions, netfilter } from "./netfilter.js";
export { AlreadyJudgedError } from "./queue/already-judged-error.js";
export {
  queueConfigAttributes,
  queueConfigCmd,
  queueConfigMessage,
  queueConfigParams,
  queueCopyMode,
  queueFlags,
} from "./queue/config.js";
export type { NfqueueEvent, NfqueueLost, NfqueueRefused } from "./queue/events.js";
export { type Judgement, judge } from "./queue/judge.js";
export {
  type QueuedPacketMessage,
  queuedPacketAttributes,
  queuedPacketHdr,
  queuedPacketMessage,
  queueVerdictAttributes,
  queueVerdictHdr,
  queueVerdictMessage,
  skbInfo,
} from "./queue/layout.js";
export type { Nfqueue } from "./queue/nfqueue.js";
export type { NfqueueOptions } from "./queue/options.js";
export { QueuedPacket } from "./queue/queued-packet.js";
export type {
  AcceptVerdict,
  BatchChanges,
  DropVerdict,
  PacketChanges,
  PacketVerdict,
  QueueVerdict,
  RepeatVerdict,
} from "./queue/verdict.js";
