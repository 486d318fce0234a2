import type { DecodeError } from "../errors/errors.js";
import type { GroupOf } from "../protocol/names.js";
import type { Type } from "../schema/type.js";
import type { FlowControl } from "./flow-control.js";

/** Message types of an object; absent ones do not exist in the kernel. */
export interface MessageTypes {
  /** `RTM_NEW…`: creates or changes the object, or reports that. */
  readonly new?: number;
  /** `RTM_DEL…`: removes the object, or reports that. */
  readonly delete?: number;
  /** `RTM_GET…`: requests the object. */
  readonly get?: number;
  /** `RTM_SET…`: changes the object where `new` does not. */
  readonly set?: number;
  /** Creates or replaces the object where `new` does not. */
  readonly replace?: number;
}

/** Identity of an object on the wire: layout, message types and groups. */
export interface MessageSet<T> {
  /** The kernel's name: `"link"`. */
  readonly name: string;
  /** Layout of all its messages. */
  readonly layout: Type<T>;
  /** Layouts of notifications that differ from that, by message type. */
  readonly reports?: { readonly [type: number]: Type<T> };
  /** Message types; `new` and `delete` are also those of notifications. */
  readonly types: MessageTypes;
  /** Other message types by which the kernel reports a change. */
  readonly alsoNotifiedBy?: readonly number[];
  /** Other message types by which the kernel reports a removal. */
  readonly alsoRemovedBy?: readonly number[];
  /**
   * Returns true if a message is about this object, for message types shared with others. It may read members of the header
   * only.
   */
  accepts?(value: T): boolean;
  /** Multicast groups that report changes, by name or number. */
  readonly groups: readonly GroupOf[];
}

/** An object was added, changed or removed. */
export interface ChangeNotification<T> {
  /** `"new"` (added or changed) or `"delete"`. */
  readonly type: "new" | "delete";
  /** The object's name: `"link"`. */
  readonly object: string;
  /** The object as it is now; for `"delete"`, as it was. */
  readonly value: T;
  /** Sequence number of the request that caused it; 0 if none did. */
  readonly sequence: number;
  /** Port id of the socket that sent that request; 0 if none did. */
  readonly portId: number;
  /** `NLM_F_*` of the message. They repeat those of the request, such as `NLM_F_REPLACE` if something was replaced. */
  readonly flags: number;
  /** Id of the namespace it happened in, with `listenAllNsid`. */
  readonly nsid?: number;
}

/** Notifications were lost here: the receive buffer overflowed. Anything known may be stale; list again. */
export interface OverrunNotification {
  /** Discriminates notifications. */
  readonly type: "overrun";
  /** Number of notifications that the kernel has dropped on this socket since it was opened, if known. */
  readonly drops?: number;
}

/**
 * The end of an overflow, after an {@link OverrunNotification}: from here on the stream is complete again.
 * Notifications in between predate the loss, so now is the time to list.
 */
export interface DrainedNotification {
  /** Discriminates notifications. */
  readonly type: "drained";
}

/** A notification could not be decoded; the following ones are not affected. */
export interface MalformedNotification {
  /** Discriminates notifications. */
  readonly type: "malformed";
  /** The fault and its place. */
  readonly error: DecodeError;
  /** The message's payload. */
  readonly bytes: Uint8Array;
}

/** Any value of a stream of notifications; discriminated by `type`. */
export type NetlinkNotification<T> =
  | ChangeNotification<T>
  | OverrunNotification
  | DrainedNotification
  | MalformedNotification;

/** Options of a stream of notifications. */
export interface NotificationOptions {
  /** Called when the groups are joined: from then on every change is seen, whoever makes it. */
  readonly listening?: () => void;
  /** Stops reading while it is paused; see {@link FlowControl}. */
  readonly flowControl?: FlowControl;
}
