/**
 * Connections, objects, state and errors of netlink, free of any platform and family.
 *
 * @module
 */
export type { Outcome } from "./connection/batch/outcome.js";
export type {
  Commit,
  CommitOutcome,
  CommitRefusal,
  CommitReply,
  CommitRequest,
} from "./connection/commit/commit.js";
export type { Committer } from "./connection/commit/committer.js";
export { Connection } from "./connection/connection.js";
export type { ConnectionOptions } from "./connection/connection-options.js";
export { FlowControl } from "./connection/flow-control.js";
export type {
  ChangeNotification,
  DrainedNotification,
  MalformedNotification,
  MessageSet,
  MessageTypes,
  NetlinkNotification,
  NotificationOptions,
  OverrunNotification,
} from "./connection/notification.js";
export type { Request } from "./connection/request.js";
export type { Session } from "./connection/session/session.js";
export type { SessionOptions } from "./connection/session/session-options.js";
export { SocketSupply, type SupplyOptions } from "./connection/socket-supply.js";
export type { Statistics } from "./connection/statistics.js";
export { type ErrnoCode, errnoName, errnoOf, errnoText } from "./errors/errno.js";
export {
  ArgumentError,
  atPath,
  ClosedError,
  CodecError,
  DecodeError,
  DumpInterruptedError,
  EncodeError,
  KernelError,
  NetlinkError,
  OutcomeUnknownError,
  RequestTimeoutError,
  SystemError,
  UnsupportedError,
  WaitTimeoutError,
} from "./errors/errors.js";
export type { Explanation, KernelRefusal, PolicyRange } from "./errors/kernel-refusal.js";
export type { RequestLabel, RequestSummary } from "./errors/request-summary.js";
export type { Ack, Acknowledgement, ExtendedAck, Policy } from "./message/ack.js";
export { bindObject, definitionOf, extendObject } from "./object/bind-object.js";
export type {
  Addable,
  Appendable,
  Batchable,
  Changeable,
  ChangingVerbOf,
  Deletable,
  Flushable,
  FlushableAtOnce,
  Gettable,
  Listable,
  NetlinkObject,
  Notifying,
  ObjectOf,
  Prependable,
  Replaceable,
  Settable,
  Watchable,
} from "./object/capabilities.js";
export {
  defineObject,
  type ListOther,
  type ObjectDefinition,
  type Part,
  pick,
  type SetReply,
} from "./object/definition.js";
export type { Envelope } from "./object/envelope.js";
export { type Joins, merged } from "./object/joined.js";
export type { Match, MatchMember } from "./object/match.js";
export type { Members, Only, WatchOptions } from "./object/projection.js";
export { type ChangingVerb, methodsOf, type RequestVerb, type Verb } from "./object/verbs.js";
export type { Written, WrittenMember } from "./object/written.js";
export type {
  EventChannel,
  Probe,
  RequestChannels,
  ScopeChannel,
} from "./probe/probe.js";
export type { DatagramRead, Endpoint, NotificationRead, StateRestored } from "./probe/readings.js";
export type { RequestTrace, TracedRequest } from "./probe/request-trace.js";
export type { GroupName, GroupOf, Protocol, ProtocolName } from "./protocol/names.js";
export { type NetlinkProtocol, netlinkProtocols } from "./protocol/protocols.js";
export { type Identity, identityBy, identityByAllExcept } from "./state/identity.js";
export type { StateOptions } from "./state/options.js";
export type {
  Dependency,
  KnownObjects,
  PerLinkRead,
  Relist,
  SilentChange,
  StateRules,
} from "./state/rules.js";
export {
  type Difference,
  type ObjectAdded,
  type ObjectChanged,
  type ObjectRemoved,
  StateTable,
} from "./state/table.js";
export type { NotificationSource } from "./state/tracker.js";
export type { ChangeOrigin, StateConsistent } from "./state/tracker-run.js";
export type { ChangeDetails, WatchChange, WatchEvent, WatchResync, WatchSynced } from "./state/watch.js";
export type {
  Arrival,
  CallFailed,
  Credentials,
  Datagram,
  Drained,
  NamespaceRef,
  Overrun,
  Socket,
  SocketOptions,
  Transport,
  Truncated,
} from "./transport.js";
export { deepEqual } from "./values/equal.js";
export {
  fromJson,
  type HasLayout,
  type Json,
  type LayoutHolder,
  toJson,
} from "./values/json.js";
