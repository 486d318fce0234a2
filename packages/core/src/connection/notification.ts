import type { DecodeError } from "../errors/errors.js";
import type { Type } from "../schema/type.js";
import type { FlowControl } from "./flow-control.js";

/** The message types of an object, as far as the kernel has them. */
export interface MessageTypes {
  /** `RTM_NEW…`: it is to be made or changed, or was. */
  readonly new?: number;
  /** `RTM_DEL…`: it is to be removed, or was. */
  readonly delete?: number;
  /** `RTM_GET…`: it is asked for. */
  readonly get?: number;
  /** `RTM_SET…`: it is to be changed, where that is not for `new` to do. */
  readonly set?: number;
}

/** What identifies an object on the wire. */
export interface MessageSet<T> {
  /** The kernel's name: `"link"`. */
  readonly name: string;
  /** Layout of all its messages. */
  readonly layout: Type<T>;
  /** Message types, as far as the kernel has them; `new` and `delete` are also those of notifications. */
  readonly types: MessageTypes;
  /** Whether a message is about this object, where others have the same message types. */
  accepts?(value: T): boolean;
  /** Multicast groups that tell of changes. */
  readonly groups: readonly number[];
}

/** Something was added, changed or removed. */
export interface ChangeNotification<T> {
  /** `"new"` (added or changed) or `"delete"`. */
  readonly type: "new" | "delete";
  /** The object's name: `"link"`. */
  readonly object: string;
  /** What it is now; for `"delete"`, what it was. */
  readonly value: T;
  /** Sequence number of the request that caused it; 0 where no request did. */
  readonly sequence: number;
  /** Port id of the socket that sent that request; 0 where none did. */
  readonly portId: number;
  /** `NLM_F_*` of the message: what the request asked for, such as `NLM_F_REPLACE` where something was replaced. */
  readonly flags: number;
  /** The namespace it happened in, with `listenAllNsid`. */
  readonly nsid?: number;
}

/** Notifications were lost here: the receive buffer overflowed. What is known may be stale; list again. */
export interface OverrunNotification {
  /** Tells it from the other notifications. */
  readonly type: "overrun";
  /** How many notifications the kernel has dropped on this socket since it was opened, where that is known. */
  readonly drops?: number;
}

/**
 * After {@link OverrunNotification}: what comes from here on is complete again. What came in between is older than the loss, so now is
 * the time to list.
 */
export interface DrainedNotification {
  /** Tells it from the other notifications. */
  readonly type: "drained";
}

/** A notification could not be read; the next ones go on. */
export interface MalformedNotification {
  /** Tells it from the other notifications. */
  readonly type: "malformed";
  /** What is wrong, and where. */
  readonly error: DecodeError;
  /** The message's payload. */
  readonly bytes: Uint8Array;
}

/** What a stream of notifications emits; tell them apart by `event`. */
export type NetlinkNotification<T> =
  | ChangeNotification<T>
  | OverrunNotification
  | DrainedNotification
  | MalformedNotification;

/** Options of a stream of notifications. */
export interface NotificationOptions {
  /** Called when the groups are joined: whatever happens from here on is seen, whoever does it. */
  readonly listening?: () => void;
  /** Holds the kernel back while it is closed; see {@link FlowControl}. */
  readonly flowControl?: FlowControl;
}
