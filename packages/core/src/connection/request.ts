import type { RequestLabel } from "../errors/request-summary.js";
import type { Ack } from "../message/ack.js";
import type { MessageHeader } from "../message/nlmsg.js";
import type { AnyType, Type } from "../schema/type.js";

/**
 * Requests are packed into datagrams of about this size. What is larger leaves in one of its own: where it is too large
 * for the socket, no other fails with it.
 */
export const PACK_BYTES = 32 * 1024;

/** A request, and how its replies are read. */
export interface Request<Q, R = Q> {
  /** Message type, such as `RTM_GETLINK`. */
  readonly type: number;
  /** Layout of the request. */
  readonly layout: Type<Q>;
  /** What to send; members of the header that are absent are sent as 0. */
  readonly value: Partial<Q>;
  /** Further `NLM_F_*`; those that the operator needs are added. */
  readonly flags?: number;
  /** What it asks for, for errors: set by the verbs of objects. */
  readonly label?: RequestLabel | undefined;
  /** Layout of the replies, where it is not that of the request. */
  readonly reply?: Type<R>;
  /** How long to wait for the answer to begin or go on, in milliseconds; 0 waits for ever. */
  readonly timeout?: number;
}

/** A request on its way, seen from the socket. */
export interface PendingRequest {
  readonly type: number;
  readonly flags: number;
  readonly layout: AnyType;
  readonly value: unknown;
  readonly label?: RequestLabel | undefined;
  /** Ends the request, unless an error does first: the acknowledgement, or the first reply. */
  readonly completesOn: "acknowledgement" | "reply";
  readonly timeout: number;
  /** Receives each reply; what it throws ends nothing, but fails the exchange at its end. */
  reply(header: MessageHeader, view: DataView, at: number, end: number): void;
  /** It was carried out, and all replies have come. */
  complete(ack: Ack): void;
  fail(error: Error): void;
}
