export {
  type Ack,
  type Acknowledgement,
  type ExtendedAck,
  nlmsgerr,
  nlmsgerrAttributes,
  type Policy,
  policyAttributes,
  readError,
} from "./ack.js";
export { align } from "./align.js";
export { type AsyncContext, currentContext, inOwnContext } from "./async-context.js";
export type { Outcome } from "./batch.js";
export {
  aBoolean,
  aByteArray,
  aFunction,
  aNumber,
  anArray,
  anObject,
  anObjectWith,
  anything,
  aString,
  aWhole,
  type Check,
  checkArgument,
  checkOptions,
  milliseconds,
  type OptionChecks,
  oneOf,
} from "./check-options.js";
export { Connection, type ConnectionOptions } from "./connection.js";
export { connectionChecks } from "./connection-checks.js";
export { block, bounded, conflate, consume, type Next, type Pace, sample, type Waiting } from "./consume.js";
export { didYouMean, nearest } from "./did-you-mean.js";
export { type ErrnoCode, errnoName, errnoOf, errnoText } from "./errno.js";
export {
  ArgumentError,
  ClosedError,
  DecodeError,
  DumpInterruptedError,
  EncodeError,
  NetlinkError,
  NetlinkFailure,
  OutcomeUnknownError,
  PlacedError,
  type PolicyRange,
  placed,
  type Refusal,
  RequestTimeoutError,
  SystemError,
  UnsupportedError,
  WaitTimeoutError,
} from "./errors.js";
export type { Request } from "./exchange.js";
export { Gate } from "./gate.js";
export { checkMatch, checkWritable, deferred, placing } from "./input.js";
export { type Joins, merged } from "./joined.js";
export {
  type DeclarationHolder,
  fromJson,
  type HasLayout,
  type Json,
  type LayoutHolder,
  toJson,
} from "./json.js";
export { Lifetime } from "./lifetime.js";
export { NetlinkObject } from "./netlink-object.js";
export * from "./nlmsg.js";
export type {
  Change,
  Lost,
  Malformed,
  MessageTypes,
  Notification,
  NotificationOptions,
  ObjectLayout,
  Recovered,
} from "./notifications.js";
export {
  type ChangingVerb,
  type Match,
  type MatchMember,
  type ObjectDeclaration,
  pick,
  type Verb,
  type Written,
} from "./object-declaration.js";
export { distinctField, type FieldChange } from "./operators/distinct-field.js";
export { type Counters, type Rates, rate } from "./operators/rate.js";
export { type SettleOptions, settle } from "./operators/settle.js";
export { type WaitOptions, waitFor } from "./operators/wait-for.js";
export type { ReadOnlyObject } from "./read-only-object.js";
export { type Asked, type RequestSummary, summaryOf } from "./request-summary.js";
export { retryInterrupted } from "./retry-interrupted.js";
export { array, indexedArray, packed, records, repeated } from "./schema/array.js";
export {
  type AttributeSet,
  type Attributes,
  type AttributesOf,
  attributes,
  type Unknown,
  type UnknownAttribute,
} from "./schema/attributes.js";
export { type Bitfield32, bitfield32 } from "./schema/bitfield32.js";
export { type Binary, binary, bytes, chars, type SizedBinary, string, unterminated } from "./schema/bytes.js";
export { choice } from "./schema/choice.js";
export { extend } from "./schema/extend.js";
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
} from "./schema/flags.js";
export { ip, ipBy, ipv4, ipv6, parseIp } from "./schema/ip.js";
export { lazy } from "./schema/lazy.js";
export { lladdr, mac } from "./schema/lladdr.js";
export { masked, maskOf } from "./schema/masked.js";
export { matcher } from "./schema/matcher.js";
export { type Message, type MessageOf, message, noAttributes } from "./schema/message.js";
export { checkRecord, isBytes, isRecord } from "./schema/record.js";
export { refine } from "./schema/refine.js";
export { isSo } from "./schema/request.js";
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
} from "./schema/scalar.js";
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
  derived,
  fixed,
  ifOther,
  inRequests,
  later,
  optional,
  orDefault,
  otherBits,
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
  type Test,
  type Type,
} from "./schema/type.js";
export { kindOf, type Other, type Word, word } from "./schema/word.js";
export {
  aGroup,
  aPortId,
  aTransport,
  checkSend,
  checkSocketOptions,
  givenAway,
  socketOptionChecks,
} from "./socket-checks.js";
export { aConcurrency, SocketSupply, type SupplyOptions } from "./socket-supply.js";
export { type Identity, identityBy, identityByAllBut } from "./state/identity.js";
export { type Keepable, keep } from "./state/keep.js";
export type { Source } from "./state/kept.js";
export { same } from "./state/same.js";
export { Snapshots } from "./state/snapshots.js";
export type { Doubt, Followed, Known, OfLink, Silent, StateDeclaration } from "./state/state-declaration.js";
export type { StateOptions } from "./state/state-options.js";
export type {
  Origin,
  StateChange,
  StateEvent,
  StateResync,
  StateSettled,
  StateSynced,
} from "./state/synchronization.js";
export { type Listen, Synchronizer } from "./state/synchronizer.js";
export { type Added, type Changed, type Difference, type Removed, Table } from "./state/table.js";
export { wanting } from "./state/wanting.js";
export type { Resync, Revised, Synced, WatchChange, WatchEvent } from "./state/watch.js";
export type { Statistics } from "./statistics.js";
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
export { Writer } from "./writer.js";
