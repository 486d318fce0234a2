import type { RequestLabel } from "../errors/request-summary.js";
import type { Ack } from "../message/ack.js";
import type { MessageHeader } from "../message/nlmsg.js";
import type { AnyType, Type } from "../schema/type.js";

/**
 * Approximate size of a datagram of packed requests. A larger request leaves in its own datagram: if it is too large
 * for the socket, no other request fails with it.
 */
export const PACK_BYTES = 32 * 1024;

/** A request, and the layout of its replies. */
export interface Request<Q, R = Q> {
  /** Message type, such as `RTM_GETLINK`. */
  readonly type: number;
  /** Layout of the request. */
  readonly layout: Type<Q>;
  /** Value to send; absent members of the header are sent as 0. */
  readonly value: Partial<Q>;
  /** Additional `NLM_F_*`; those required by the operator are added. */
  readonly flags?: number;
  /** Description for errors, set by the verbs of objects. */
  readonly label?: RequestLabel | undefined;
  /** Layout of the replies, if it differs from that of the request. */
  readonly reply?: Type<R>;
  /** Time allowed until the first reply and between replies, in milliseconds; 0 waits indefinitely. */
  readonly timeout?: number;
  /** Set if the kernel acknowledges it with a number instead of 0: {@link Ack.returned} then, where it otherwise is an error. */
  readonly returnsNumber?: true;
  /** Set to have it leave in its own datagram, for families whose kernel side reads only the first message of one. */
  readonly alone?: true;
}

/** A request in flight, as the socket sees it. */
export interface PendingRequest {
  readonly type: number;
  readonly flags: number;
  readonly layout: AnyType;
  readonly value: unknown;
  readonly label?: RequestLabel | undefined;
  /** The message that completes the request: the acknowledgement, or the first reply. */
  readonly completesOn: "acknowledgement" | "reply";
  readonly returnsNumber?: true | undefined;
  readonly alone?: true | undefined;
  readonly timeout: number;
  /** Handles one reply; an exception it throws fails the request only at its end. */
  reply(header: MessageHeader, view: DataView, at: number, end: number): void;
  /** Called when the request has been applied and all replies have arrived. */
  complete(ack: Ack): void;
  fail(error: Error): void;
}
