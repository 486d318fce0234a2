import type { Written } from "../../object/written.js";

/** Outcome of one request of a batch. */
export interface Outcome<Q> {
  /** Position in the batch, from 0. */
  readonly index: number;
  /** Value to send, as the caller gave it. */
  readonly value: Written<Q>;
  /**
   * `"applied"`; `"rejected"` by the kernel, or because the value does not fit its layout; or `"unknown"`: the reply
   * was lost in a receive overflow, so read back to find out.
   */
  readonly type: "applied" | "rejected" | "unknown";
  /** Reason why it was not applied. */
  readonly error?: Error;
}
