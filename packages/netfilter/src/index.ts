/**
 * `NETLINK_NETFILTER`: packets, connections, nftables and sets.
 *
 * @module
 */
export { type Accts, acctObject } from "./acct/acct.js";
export {
  type Acct,
  type AcctFilter,
  acctAttributes,
  acctFlags,
  acctMessage,
} from "./acct/layout.js";
export {
  NFNL_MSG_ACCT_DEL,
  NFNL_MSG_ACCT_GET,
  NFNL_MSG_ACCT_GET_CTRZERO,
  NFNL_MSG_ACCT_NEW,
  NFNL_MSG_ACCT_OVERQUOTA,
} from "./acct/messages.js";
export { conntrackEvent, expectationEvent } from "./common/conntrack-event.js";
export { arpHook, hooknum, inetHook, netdevHook } from "./common/hook.js";
export { hookPriority } from "./common/hook-priority.js";
export { ipproto } from "./common/ipproto.js";
export type { Named } from "./common/name-in.js";
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
export {
  type PacketConntrack,
  packetConntrackInfo,
  packetHw,
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
export { type Compats, compatObject, NFNL_MSG_COMPAT_GET } from "./compat/compat.js";
export { type Compat, compatAttributes, compatMessage, compatType } from "./compat/layout.js";
export { connectNetfilter, NETLINK_NETFILTER, type NetfilterConnectionOptions } from "./connect.js";
export { type Helpers, helperObject } from "./helper/helper.js";
export {
  type Helper,
  type HelperPolicy,
  type HelperPolicySet,
  type HelperTuple,
  helperAttributes,
  helperMessage,
} from "./helper/layout.js";
export { NFNL_MSG_CTHELPER_DEL, NFNL_MSG_CTHELPER_GET, NFNL_MSG_CTHELPER_NEW } from "./helper/messages.js";
export { type Hooks, hookObject, NFNL_MSG_HOOK_GET } from "./hook/hook.js";
export {
  type Hook,
  type HookBpf,
  type HookChain,
  type HookInfo,
  hookAttributes,
  hookMessage,
} from "./hook/layout.js";
export {
  logCommand,
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
export { NFULNL_MSG_CONFIG, NFULNL_MSG_PACKET } from "./log/messages.js";
export type { Nflog } from "./log/nflog.js";
export type { NflogOptions } from "./log/options.js";
export { type Netfilter, type NetfilterOptions, netfilter } from "./netfilter.js";
export {
  type NfOsfOpt,
  type NfOsfUserFinger,
  type NfOsfWc,
  type Osf,
  osfAttributes,
  osfMessage,
} from "./osf/layout.js";
export { OSF_MSG_ADD, OSF_MSG_REMOVE } from "./osf/messages.js";
export { type Osfs, osfObject } from "./osf/osf.js";
export { parseFingerprint } from "./osf/parse-fingerprint.js";
export { AlreadyJudgedError } from "./queue/already-judged-error.js";
export {
  queueCommand,
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
  type PacketExpectation,
  type QueuedPacketMessage,
  queuedPacketAttributes,
  queuedPacketHdr,
  queuedPacketMessage,
  queueVerdictAttributes,
  queueVerdictHdr,
  queueVerdictMessage,
  skbInfo,
} from "./queue/layout.js";
export {
  NFQNL_MSG_CONFIG,
  NFQNL_MSG_PACKET,
  NFQNL_MSG_VERDICT,
  NFQNL_MSG_VERDICT_BATCH,
} from "./queue/messages.js";
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
export type {
  TimeoutData,
  TimeoutDccp,
  TimeoutGeneric,
  TimeoutGre,
  TimeoutIcmp,
  TimeoutIcmpv6,
  TimeoutSctp,
  TimeoutTcp,
  TimeoutUdp,
  TimeoutUdplite,
} from "./timeout/data.js";
export {
  type Timeout,
  timeoutAttributes,
  timeoutL4proto,
  timeoutMessage,
} from "./timeout/layout.js";
export {
  IPCTNL_MSG_TIMEOUT_DEFAULT_GET,
  IPCTNL_MSG_TIMEOUT_DEFAULT_SET,
  IPCTNL_MSG_TIMEOUT_DELETE,
  IPCTNL_MSG_TIMEOUT_GET,
  IPCTNL_MSG_TIMEOUT_NEW,
} from "./timeout/messages.js";
export {
  type TimeoutDefaults,
  type TimeoutProtocol,
  type Timeouts,
  timeoutObject,
} from "./timeout/timeout.js";
