/**
 * Operators for streams of netlink, and their options.
 *
 * @module
 */
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
export { type Rated, rateEach } from "./operators/rate-each.js";
export { retryInterrupted } from "./operators/retry-interrupted.js";
export { type SettleOptions, settle } from "./operators/settle.js";
export { type WaitOptions, waitFor } from "./operators/wait-for.js";
