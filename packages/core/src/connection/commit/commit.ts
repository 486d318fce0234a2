import type { AnyType } from "../../schema/type.js";
import type { Request } from "../request.js";

/** A request of a commit, of any layout. */
export interface CommitRequest extends Omit<Request<object>, "layout" | "reply"> {
  /** Layout of the request. */
  readonly layout: AnyType;
  /** Layout of the replies, if it differs from that of the request. */
  readonly reply?: AnyType;
}

/**
 * Requests that the kernel applies or refuses as a whole. They leave in one datagram; the fence follows in another, and its
 * reply says that all was handled.
 */
export interface Commit {
  /** The requests in order, with those that mark the beginning and the end. */
  readonly requests: readonly CommitRequest[];
  /** A request that reads something cheap. */
  readonly fence: CommitRequest;
  /** Layouts of replies by message type; others are ignored. */
  readonly replies?: ReadonlyMap<number, AnyType>;
}

/** A request of a commit that was refused. */
export interface CommitRefusal {
  /** Position of the request, from 0. */
  readonly index: number;
  /** A {@link KernelError}; or an {@link EncodeError}, and then nothing was sent. */
  readonly error: Error;
}

/** A reply to a request of a commit. */
export interface CommitReply {
  /** Position of the request, from 0. */
  readonly index: number;
  /** Message type. */
  readonly type: number;
  /** Decoded reply. */
  readonly value: unknown;
}

/** Outcome of a commit. The kernel has applied it if there are no refusals. */
export interface CommitOutcome {
  /** Refusals, in the kernel's order. */
  readonly refusals: readonly CommitRefusal[];
  /** Replies, in the kernel's order. */
  readonly replies: readonly CommitReply[];
  /** True if replies or refusals were lost in a receive overflow, which does not change the outcome. */
  readonly lost: boolean;
  /** Reply to the fence; `undefined` if nothing was sent. */
  readonly fence: unknown;
  /** Size of the datagram in bytes; 0 if nothing was sent. */
  readonly bytes: number;
}
