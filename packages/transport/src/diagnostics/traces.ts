import type { Endpoint } from "@rxnetlink/core";

/** A socket, from its opening to its end: one object for both events. */
export interface SocketTrace extends Endpoint {
  /** Port id of the socket in its namespace. */
  readonly portId: number;
  /** Multicast groups that it joined when it was opened. */
  readonly groups: readonly number[];
}

/** The worker thread of a transport, from its start to its end: one object for both events. */
export interface ThreadTrace {
  /** Time from the first socket until it ran, in milliseconds. */
  readonly startUp: number;
  /** Error of which it died; absent while it runs, and if it was stopped. */
  error?: unknown;
}
