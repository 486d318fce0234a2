/**
 * Operators for streams of netlink, and what they are given.
 *
 * @module
 */
export {
  type BackpressureBuffer,
  type BackpressureStrategy,
  type Buffered,
  backpressure,
  type Counters,
  conflate,
  distinctField,
  dropNewest,
  type FieldChange,
  keepLatest,
  pauseSource,
  type Rates,
  rate,
  retryInterrupted,
  type SettleOptions,
  settle,
  type WaitOptions,
  waitFor,
} from "@rxnetlink/core";
export { isReady, isUp, waitForAddress, waitForUp } from "@rxnetlink/route";
