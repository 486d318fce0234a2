export type { Outcome } from "./connection/batch.js";
export { connectionChecks } from "./connection/checks.js";
export { Connection, type ConnectionOptions } from "./connection/connection.js";
export { FlowControl } from "./connection/flow-control.js";
export { Lifetime } from "./connection/lifetime.js";
export type {
  ChangeNotification,
  DrainedNotification,
  MalformedNotification,
  MessageSet,
  MessageTypes,
  Notification,
  NotificationOptions,
  OverrunNotification,
} from "./connection/notifications.js";
export type { Request } from "./connection/request.js";
export {
  aGroup,
  aPortId,
  aTransport,
  bufferTransferred,
  checkSend,
  checkSocketOptions,
  socketOptionChecks,
} from "./connection/socket-checks.js";
export { aConcurrency, SocketSupply, type SupplyOptions } from "./connection/socket-supply.js";
export type { Statistics } from "./connection/statistics.js";
export { didYouMean, nearest } from "./errors/did-you-mean.js";
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
  type KernelRefusal,
  NetlinkError,
  OutcomeUnknownError,
  type PolicyRange,
  RequestTimeoutError,
  SystemError,
  UnsupportedError,
  WaitTimeoutError,
} from "./errors/errors.js";
export { type RequestLabel, type RequestSummary, summaryOf } from "./errors/request-summary.js";
export {
  type Ack,
  type Acknowledgement,
  type ExtendedAck,
  nlmsgerr,
  nlmsgerrAttributes,
  type Policy,
  policyAttributes,
  readError,
} from "./message/ack.js";
export * from "./message/nlmsg.js";
export {
  type ChangingVerb,
  type Match,
  type MatchMember,
  type ObjectDefinition,
  pick,
  type Verb,
  type Written,
} from "./object/definition.js";
export { checkMatch, checkWritable, deferred, placing } from "./object/input.js";
export { type Joins, merged } from "./object/joined.js";
export { NetlinkObject } from "./object/netlink-object.js";
export type { ReadOnlyObject } from "./object/read-only-object.js";
export {
  type BackpressureBuffer,
  type BackpressureStrategy,
  type Buffered,
  backpressure,
  conflate,
  dropNewest,
  keepLatest,
  pauseSource,
} from "./operators/backpressure.js";
export { distinctField, type FieldChange } from "./operators/distinct-field.js";
export { type Counters, type Rates, rate } from "./operators/rate.js";
export { retryInterrupted } from "./operators/retry-interrupted.js";
export { type SettleOptions, settle } from "./operators/settle.js";
export { type WaitOptions, waitFor } from "./operators/wait-for.js";
export {
  type AttributeSet,
  type Attributes,
  type AttributesOf,
  attributes,
  type Unknown,
  type UnknownAttribute,
} from "./schema/attributes.js";
export { extend } from "./schema/extend.js";
export { lazy } from "./schema/lazy.js";
export { matcher } from "./schema/matcher.js";
export { type Message, type MessageOf, message, noAttributes } from "./schema/message.js";
export { refine } from "./schema/refine.js";
export { isAlreadySo } from "./schema/request.js";
export {
  type Fields,
  type Pad,
  pad,
  padding,
  type Since,
  type Struct,
  type StructOf,
  since,
  struct,
} from "./schema/struct.js";
export { type Formats, type FormatsOf, type SubMessage, subMessage } from "./schema/sub-message.js";
export {
  changedBits,
  derived,
  fixed,
  ifDifferent,
  inRequests,
  later,
  optional,
  orDefault,
  readOnly,
  required,
  whole,
} from "./schema/traits.js";
export {
  type AnyType,
  type Choice,
  type Ignored,
  type Infer,
  type Located,
  MAX_DEPTH,
  nest,
  type ReadOnly,
  type Scope,
  type Sized,
  type Surroundings,
  type Test,
  type Type,
} from "./schema/type.js";
export { array, indexedArray, packed, records, repeated } from "./schema/types/array.js";
export { type Bitfield32, bitfield32 } from "./schema/types/bitfield32.js";
export {
  type Binary,
  binary,
  bytes,
  chars,
  type SizedBinary,
  string,
  unterminated,
} from "./schema/types/bytes.js";
export { choice } from "./schema/types/choice.js";
export {
  type BitSet,
  type bitNames,
  type Enumeration,
  enumeration,
  type Flags,
  flags,
  type NamedBits,
  type NameOf,
  type Names,
} from "./schema/types/flags.js";
export { type Ifindex, ifindex, type linkIndex } from "./schema/types/ifindex.js";
export { ip, ipBy, ipv4, ipv6, parseIp } from "./schema/types/ip.js";
export { lladdr, mac } from "./schema/types/lladdr.js";
export { masked, maskOf } from "./schema/types/masked.js";
export { type Everything, prefixed } from "./schema/types/prefixed.js";
export {
  be16,
  be32,
  be64,
  flag,
  type Scalar,
  s8,
  s16,
  s32,
  s32be,
  s64,
  u8,
  u16,
  u32,
  u64,
  uint,
} from "./schema/types/scalar.js";
export { kindOf, type Other, type Word, word } from "./schema/types/word.js";
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
export { Snapshots } from "./state/snapshots.js";
export {
  type Difference,
  type ObjectAdded,
  type ObjectChanged,
  type ObjectRemoved,
  StateTable,
} from "./state/table.js";
export { type Trackable, track } from "./state/track.js";
export type { TableSource } from "./state/tracked-table.js";
export { type NotificationSource, StateTracker } from "./state/tracker.js";
export type {
  ChangeOrigin,
  StateConsistent,
  StateDifference,
  StateEvent,
  StateResync,
  StateSynced,
} from "./state/tracker-run.js";
export type { ChangeDetails, WatchChange, WatchEvent, WatchResync, WatchSynced } from "./state/watch.js";
export { withStateOptions } from "./state/with-state-options.js";
export type {
  Arrival,
  CallFailed,
  Datagram,
  Drained,
  NamespaceRef,
  Overrun,
  Socket,
  SocketOptions,
  Transport,
  Truncated,
} from "./transport.js";
export { type AsyncContext, currentContext, inSubscriberContext } from "./values/async-context.js";
export {
  aBoolean,
  aByteArray,
  aFunction,
  aNumber,
  anArray,
  anInteger,
  anObject,
  anObjectWith,
  anything,
  aString,
  type Check,
  checkArgument,
  checkOptions,
  milliseconds,
  type OptionChecks,
  oneOf,
} from "./values/check-options.js";
export { deepEqual } from "./values/equal.js";
export {
  type DeclarationHolder,
  fromJson,
  type HasLayout,
  type Json,
  type LayoutHolder,
  toJson,
} from "./values/json.js";
export { checkRecord, isBytes, isRecord } from "./values/record.js";
export { align } from "./wire/align.js";
export { Writer } from "./wire/writer.js";
