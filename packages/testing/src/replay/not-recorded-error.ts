import { NetlinkError } from "@rxnetlink/core";

/** Something was asked of a replay that its recording does not have. */
export class NotRecordedError extends NetlinkError {
  constructor(
    /** What was asked for, in words: the request with its type, flags and what it held, or a multicast group. */
    readonly wanted: string,
    /** What the recording has of that sort, in the same words. */
    readonly recorded: readonly string[],
  ) {
    const instead = recorded.length === 0 ? "nothing of that sort" : recorded.join("; ");
    super(`not in the recording: ${wanted}; it has ${instead}`);
  }
}
