import { NetlinkError } from "@rxnetlink/core";
import type { Verdict } from "./verdict.js";

/** A queued packet was judged twice; the first verdict stands. */
export class AlreadyJudgedError extends NetlinkError {
  constructor(
    /** Number of the packet in its queue. */
    readonly id: number,
    /** The verdict that stands. */
    readonly verdict: Verdict["type"],
    /** The verdict that came too late. */
    readonly second: Verdict["type"],
  ) {
    super(`packet ${id}: ${second}: it has its verdict already: ${verdict}`);
  }
}
