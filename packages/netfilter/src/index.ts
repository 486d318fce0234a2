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
  acctFilterAttributes,
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
export { type Expectations, expectationObject } from "./conntrack/expectation/expectation.js";
export {
  conntrackDirection,
  type Expectation,
  type ExpectNat,
  expectationAttributes,
  expectationFlags,
  expectationMessage,
  expectNatAttributes,
} from "./conntrack/expectation/layout.js";
export type { Conntracks } from "./conntrack/flow/conntrack.js";
export type {
  ConntrackDestroy,
  ConntrackEvent,
  ConntrackEventOptions,
  ConntrackNew,
  ConntrackUpdate,
} from "./conntrack/flow/events.js";
export {
  type Conntrack,
  conntrackAttributes,
  conntrackMessage,
  type Filter,
  filterAttributes,
} from "./conntrack/flow/layout.js";
export { type Nat, type NatProto, natAttributes, natProtoAttributes } from "./conntrack/flow/nat.js";
export { type ConntrackVerbs, conntrackObject } from "./conntrack/flow/object.js";
export {
  type Counters,
  counterAttributes,
  type Help,
  helpAttributes,
  type Secctx,
  type Seqadj,
  type Synproxy,
  secctxAttributes,
  seqadjAttributes,
  synproxyAttributes,
  type Timestamp,
  timestampAttributes,
} from "./conntrack/flow/parts.js";
export {
  dccpConntrack,
  type NfCtTcpFlags,
  nfCtTcpFlags,
  type Protoinfo,
  type ProtoinfoDccp,
  type ProtoinfoSctp,
  type ProtoinfoTcp,
  protoinfoAttributes,
  protoinfoDccpAttributes,
  protoinfoSctpAttributes,
  protoinfoTcpAttributes,
  sctpConntrack,
  tcpConntrack,
  tcpConntrackFlags,
} from "./conntrack/flow/protoinfo.js";
export { conntrackStatus } from "./conntrack/flow/status.js";
export {
  IPCTNL_MSG_CT_DELETE,
  IPCTNL_MSG_CT_GET,
  IPCTNL_MSG_CT_GET_CTRZERO,
  IPCTNL_MSG_CT_GET_STATS,
  IPCTNL_MSG_CT_GET_STATS_CPU,
  IPCTNL_MSG_CT_NEW,
  IPCTNL_MSG_EXP_DELETE,
  IPCTNL_MSG_EXP_GET,
  IPCTNL_MSG_EXP_GET_STATS_CPU,
  IPCTNL_MSG_EXP_NEW,
} from "./conntrack/messages.js";
export {
  type ConntrackCpuStats,
  type ConntrackGlobalStats,
  conntrackCpuStatsMessage,
  conntrackGlobalStatsAttributes,
  conntrackGlobalStatsMessage,
  conntrackStatsAttributes,
  type ExpectationCpuStats,
  expectationCpuStatsMessage,
  expectationStatsAttributes,
} from "./conntrack/stats/layout.js";
export type { ConntrackStatistics } from "./conntrack/stats/stats.js";
export {
  type Tuple,
  type TupleIp,
  type TupleProto,
  tupleAttributes,
  tupleIpAttributes,
  tupleProtoAttributes,
} from "./conntrack/tuple/layout.js";
export { type Helpers, helperObject } from "./helper/helper.js";
export {
  type Helper,
  type HelperPolicy,
  type HelperPolicySet,
  type HelperTuple,
  helperAttributes,
  helperL3proto,
  helperMessage,
  helperPolicyAttributes,
  helperPolicySetAttributes,
  helperStatus,
  helperTupleAttributes,
} from "./helper/layout.js";
export { NFNL_MSG_CTHELPER_DEL, NFNL_MSG_CTHELPER_GET, NFNL_MSG_CTHELPER_NEW } from "./helper/messages.js";
export { type Hooks, hookObject, NFNL_MSG_HOOK_GET } from "./hook/hook.js";
export {
  arpHook,
  type Hook,
  type HookBpf,
  type HookChain,
  type HookInfo,
  hookAttributes,
  hookBpfAttributes,
  hookChainAttributes,
  hookInfoAttributes,
  hookMessage,
  hookType,
  inetHook,
  netdevHook,
} from "./hook/layout.js";
export type { BulkOptions, BulkVerb } from "./ipset/change/bulk.js";
export { elementLayout as ipsetElement, type IpSetElement } from "./ipset/element/element.js";
export type { IpSets, TwoIpSets } from "./ipset/ipset.js";
export type { IpSetProtocol, OfferedType } from "./ipset/kernel.js";
export type { IpSetLists } from "./ipset/lists.js";
export type { ExistOption } from "./ipset/requests.js";
export type { IpSetSettings } from "./ipset/set/attributes.js";
export {
  type IpSet,
  type IpSetFamily,
  type IpSetName,
  type IpSetOf,
  type IpSetRef,
  ipsetMessages,
  type NewIpSet,
} from "./ipset/set/set.js";
export {
  type ElementOf,
  type IpSetCommonSetting,
  type IpSetExtension,
  type IpSetType,
  ipsetTypes,
  type SettingsOf,
} from "./ipset/types.js";
export { IPSET_MAX_TIMEOUT, type Skbmark } from "./ipset/values/numbers.js";
export type { IpSetWatches, IpSetWatchOptions } from "./ipset/watch.js";
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
  nfOsfOpt,
  nfOsfUserFinger,
  nfOsfWc,
  type Osf,
  osfAttributes,
  osfMessage,
  osfOption,
  osfWss,
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
export {
  type TimeoutData,
  type TimeoutDccp,
  type TimeoutGeneric,
  type TimeoutGre,
  type TimeoutIcmp,
  type TimeoutIcmpv6,
  type TimeoutSctp,
  type TimeoutTcp,
  type TimeoutUdp,
  type TimeoutUdplite,
  timeoutData,
  timeoutDccpAttributes,
  timeoutGenericAttributes,
  timeoutGreAttributes,
  timeoutIcmpAttributes,
  timeoutIcmpv6Attributes,
  timeoutSctpAttributes,
  timeoutTcpAttributes,
  timeoutUdpAttributes,
  timeoutUdpliteAttributes,
} from "./timeout/data.js";
export {
  type Timeout,
  timeoutAttributes,
  timeoutL3proto,
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
