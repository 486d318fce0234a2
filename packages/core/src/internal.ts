/**
 * Helpers that the packages of this project share. No part of the public API: they change without notice.
 *
 * @module
 */
export { connectionChecks } from "./connection/checks.js";
export { Lifetime } from "./connection/lifetime.js";
export { TimedLine } from "./connection/requests/timed-line.js";
export {
  aPortId,
  aTransport,
  bufferTransferred,
  checkSend,
  checkSocketOptions,
  type NumberedSocketOptions,
  socketOptionChecks,
} from "./connection/socket-checks.js";
export { aConcurrency } from "./connection/socket-supply.js";
export { didYouMean, listed, nearest } from "./errors/did-you-mean.js";
export { NEEDS_INITIAL_NAMESPACE } from "./errors/hints.js";
export { summaryOf } from "./errors/request-summary.js";
export { pathIn, readDone } from "./message/ack.js";
export { connectionOf, trackableOf } from "./object/bind-object.js";
export { type BoundObject, boundObjectsOf } from "./object/bound-objects.js";
export { checkMatch, checkWritable, deferred, placing } from "./object/input.js";
export { isGone } from "./object/steps.js";
export { endpointOf } from "./probe/endpoint.js";
export {
  addressedGroup,
  groupNumber,
  protocolConstant,
  protocolHint,
  protocolNumber,
} from "./protocol/names.js";
export { matcher } from "./schema/matcher.js";
export { type Layout, layoutOf } from "./schema/type.js";
export { stateChecks } from "./state/options.js";
export { Snapshots } from "./state/snapshots.js";
export { type Trackable, track } from "./state/track.js";
export type { TableSource } from "./state/tracked-table.js";
export { StateTracker } from "./state/tracker.js";
export type { StateDifference, StateEvent, StateResync, StateSynced } from "./state/tracker-run.js";
export { withStateOptions } from "./state/with-state-options.js";
export { passedOn, withArrivals } from "./transport.js";
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
export { checkRecord, isBytes, isRecord } from "./values/record.js";
export { scaled } from "./values/scaled.js";
export { byteOrderOf, hostOrder } from "./wire/byte-order.js";
export { littleEndian } from "./wire/host.js";
