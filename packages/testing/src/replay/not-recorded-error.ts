import { NetlinkError } from "@rxnetlink/core";

/** A program needs something of a replay that its recording does not have. */
export class NotRecordedError extends NetlinkError {
  constructor(
    /** The missing item in words: a request with its type, flags and content, or a multicast group. */
    readonly missing: string,
    /** Similar items of the recording, in the same words. */
    readonly recorded: readonly string[],
  ) {
    const instead = recorded.length === 0 ? "nothing similar" : recorded.join("; ");
    super(`not in the recording: ${missing}; it has ${instead}`);
  }
}
