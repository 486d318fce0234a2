/**
 * Tracked connections, expectations and statistics: layouts, verbs and messages.
 *
 * @module
 */
export { type Expectations, expectationObject } from "./expectation/expectation.js";
export {
  conntrackDirection,
  type Expectation,
  type ExpectNat,
  expectationAttributes,
  expectationFlags,
  expectationMessage,
  expectNatAttributes,
} from "./expectation/layout.js";
export type { Conntracks } from "./flow/conntrack.js";
export type {
  ConntrackDestroy,
  ConntrackEvent,
  ConntrackEventOptions,
  ConntrackNew,
  ConntrackUpdate,
} from "./flow/events.js";
export {
  type Conntrack,
  type ConntrackFilter,
  conntrackAttributes,
  conntrackFilterAttributes,
  conntrackMessage,
} from "./flow/layout.js";
export { type Nat, type NatProto, natAttributes, natProtoAttributes } from "./flow/nat.js";
export { type ConntrackVerbs, conntrackObject } from "./flow/object.js";
export {
  type Counters as ConntrackCounters,
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
} from "./flow/parts.js";
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
} from "./flow/protoinfo.js";
export { conntrackStatus } from "./flow/status.js";
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
} from "./messages.js";
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
} from "./stats/layout.js";
export type { ConntrackStatistics } from "./stats/stats.js";
export {
  type Tuple,
  type TupleIp,
  type TupleProto,
  tupleAttributes,
  tupleIpAttributes,
  tupleProtoAttributes,
} from "./tuple/layout.js";
