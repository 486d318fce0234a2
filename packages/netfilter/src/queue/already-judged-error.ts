import { NetlinkError } from "@rxnetlink/core";
import type { PacketVerdict } from "./verdict.js";

/** A queued packet was judged twice; the first verdict stands. */
export class AlreadyJudgedError extends NetlinkError {
  constructor(
    /** Number of the packet in its queue. */
    readonly id: number,
    /** The verdict that stands. */
    readonly verdict: PacketVerdict["type"],
    /** The verdict that came too late. */
    readonly second: PacketVerdict["type"],
  ) {
    super(`packet ${id}: ${second}: it has its verdict already: ${verdict}`);
  }
}
