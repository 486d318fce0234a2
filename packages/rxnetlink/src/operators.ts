/**
 * Operators of no family in particular, and their options; those of a family are in its door.
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
