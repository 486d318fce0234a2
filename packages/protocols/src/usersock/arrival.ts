import type { Drained, Overrun, Truncated } from "@rxnetlink/core";

/** A datagram of another program. */
export interface UserMessage {
  /** Discriminates what arrives. */
  readonly type: "message";
  /** Its content. */
  readonly bytes: Uint8Array;
  /** Port id of the socket that sent it. */
  readonly portId: number;
  /** Multicast group that it was sent to; absent if it was sent to this socket. */
  readonly group?: number;
}

/** A datagram could not be sent, such as with `ECONNREFUSED` if no socket has the port id. */
export interface UserFailure {
  /** Discriminates what arrives. */
  readonly type: "failure";
  /** Ticket of the call. */
  readonly ticket: number;
  /** The error. */
  readonly error: Error;
}

/** Anything that arrives on a {@link UserSocket}; discriminated by `type`. */
export type UserArrival = UserMessage | UserFailure | Truncated | Overrun | Drained;
