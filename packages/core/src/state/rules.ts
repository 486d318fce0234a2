import type { ChangeNotification, MessageSet } from "../connection/notification.js";
import type { Request } from "../connection/request.js";
import type { Identity } from "./identity.js";

/** A dependency: when an object of another type changes, the kernel silently changes objects of this type. */
export interface Dependency<T> {
  /** Type of the other object. */
  readonly object: MessageSet<T>;
  /** Set if some kernels do not report its changes; on those they are not tracked. */
  readonly optional?: true;
  /** Returns the identity of the other object; `undefined` for messages to ignore. */
  identityOf(value: T): Identity | undefined;
  /** Returns what to list again after a change of the other object; `previous` is its last message. */
  invalidates(change: ChangeNotification<T>, previous: T | undefined): Relist;
}

/** Objects to list again: all (`true`), none (`false`), or those of some links, by index. */
export type Relist = boolean | readonly number[];

/** Way to read the objects of a single link. */
export interface PerLinkRead<T> {
  /** Member with the index of the link, which the kernel filters by. */
  readonly key: keyof T & string;
  /** True if there is only one object, which is requested by `get` instead of listed. */
  readonly single?: boolean;
}

/** A member that the kernel changes silently, so that it may be stale until the next list. */
export interface SilentChange<T> {
  /** Reason why there is no notification. */
  readonly reason: string;
  /** Returns true for the objects concerned; all if absent. */
  readonly when?: (value: T) => boolean;
}

/** Known objects that a notification may concern, with the members that {@link StateRules.remembers}. */
export interface KnownObjects<T> {
  /** The known object of the same identity. */
  readonly same: T | undefined;
  /** Number of other objects in the same slot; see {@link StateRules.slotOf}. */
  readonly others: number;
  /** All known objects. */
  readonly rows: ReadonlyMap<Identity, T>;
}

/** Rules to derive the state of one object type from the kernel's messages. */
export interface StateRules<T> {
  /**
   * Returns the identity of an object; `undefined` for messages that hold only a part of one, which are not tracked.
   */
  identityOf(value: T): Identity | undefined;
  /** Returns the objects in a message that may hold several; absent if it holds just one. */
  split?(value: T): readonly T[];
  /**
   * Members of known objects that {@link needsRelist} reads; all by default. A table that keeps only the members that a
   * subscriber chose keeps these too.
   */
  readonly remembers?: readonly (keyof T & string)[];
  /** True if notifications hold only changed members; the others keep their values. */
  readonly partial?: boolean;
  /** Returns the object of a notification that holds all of it, where others are {@link partial}; `undefined` for those. */
  wholeOf?(change: ChangeNotification<T>): T | undefined;
  /**
   * Returns the slot in which a request with `NLM_F_REPLACE` replaces objects, if that is not decided by identity. A
   * single other object in the slot has been replaced; with several, it is unknown which.
   */
  slotOf?(value: T): Identity;
  /** True if a slot holds one object: a new one in it means that the other is gone, whatever the request. */
  readonly oneInSlot?: boolean;
  /** Members, at any depth, that change on their own, such as counters; they do not count as changes. */
  readonly volatile?: readonly string[];
  /**
   * Members that the kernel changes silently, with no notification to infer the change from, by path
   * (`"linkinfo.data"`, including everything in it); `""` stands for the whole object, which appears and disappears
   * silently.
   */
  readonly silent?: Readonly<Record<string, SilentChange<T>>>;
  /** Interval of periodic relisting in milliseconds, unless a subscriber asks for another: for what ends silently. */
  readonly relistEvery?: number;
  /** Returns what to list again because a notification does not determine it. */
  needsRelist?(change: ChangeNotification<T>, known: KnownObjects<T>): Relist;
  /** Returns the same for messages without an identity. */
  hints?(change: ChangeNotification<T>): Relist;
  /** Way to read the objects of a single link, if the kernel offers one. */
  readonly perLink?: PerLinkRead<T>;
  /**
   * Returns true if the kernel may have several objects of the same identity. When one is deleted, the table is
   * listed again, since others may remain.
   */
  mayDuplicate?(value: T): boolean;
  /** Objects whose changes silently affect these, which are then listed again. */
  readonly dependsOn?: readonly Dependency<object>[];
  /** Request that completes once the kernel has finished what it reported; sent before listing again. */
  readonly barrier?: Request<object>;
}
