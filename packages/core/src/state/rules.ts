import type { ChangeNotification, MessageSet } from "../connection/notification.js";
import type { Request } from "../connection/request.js";
import type { Identity } from "./identity.js";

/** An object whose changes take some of another kind along, of which the kernel says nothing. */
export interface Dependency<T> {
  /** Whose changes. */
  readonly object: MessageSet<T>;
  /** Whether there are kernels that do not notify of them, where one has to do without. */
  readonly optional?: true;
  /** What tells one of them from the others; `undefined` where a message is no news. */
  identityOf(value: T): Identity | undefined;
  /** Whether a change takes some along, or those of which links; `previous` is what was last heard of the same one. */
  invalidates(change: ChangeNotification<T>, previous: T | undefined): Relist;
}

/** What a message leaves open: all (`true`), nothing (`false`), or what belongs to these links, by index. */
export type Relist = boolean | readonly number[];

/** How the objects of one link are read alone. */
export interface PerLinkRead<T> {
  /** The member that has the link's index; the kernel selects by it. */
  readonly key: keyof T & string;
  /** Whether there is just one, which is got and not listed. */
  readonly single?: boolean;
}

/** What the kernel changes silently, so that it may be out of date until it is listed again. */
export interface SilentChange<T> {
  /** Why nothing tells of it. */
  readonly reason: string;
  /** Of which objects that is so; of all, if left out. */
  readonly when?: (value: T) => boolean;
}

/** What is known of those that a notification may be about. */
export interface KnownObjects<T> {
  /** What is known under the same identity. */
  readonly same: T | undefined;
  /** How many others there are in the same place; see {@link StateRules.slotOf}. */
  readonly others: number;
  /** All that are known. */
  readonly rows: ReadonlyMap<Identity, T>;
}

/** How the state of one kind of objects is kept from what the kernel tells. */
export interface StateRules<T> {
  /** What tells one object from the others; `undefined` where a message holds only a part of one, and is no news. */
  identityOf(value: T): Identity | undefined;
  /** The objects that a message holds, where it may hold several, or more than the object; just one if left out. */
  split?(value: T): readonly T[];
  /** Whether the kernel tells only those members that have changed: the others are as they were. */
  readonly partial?: boolean;
  /**
   * Where the kernel looks for what a request with `NLM_F_REPLACE` replaces, when that is not told by identity. One
   * other that is in the same place has been replaced; of several it is not known which.
   */
  slotOf?(value: T): Identity;
  /** Members, wherever they are in the object, that change by themselves, such as counters: they make no change. */
  readonly volatile?: readonly string[];
  /**
   * Members that the kernel changes without a notification and that follow from none, by path (`"linkinfo.data"`, with
   * all that is in it); `""` is the whole object, which comes and goes silently.
   */
  readonly silent?: Readonly<Record<string, SilentChange<T>>>;
  /** Whether a notification leaves open what there is now; that is then listed again. */
  needsRelist?(change: ChangeNotification<T>, known: KnownObjects<T>): Relist;
  /** The same for messages that have no identity, which are no news themselves. */
  hints?(change: ChangeNotification<T>): Relist;
  /** How the objects of one link are read alone, where the kernel can do that. */
  readonly perLink?: PerLinkRead<T>;
  /**
   * Whether the kernel may keep several that are alike in all that tells them apart. When it tells that one of them is
   * gone, the table is listed again, since others may be left.
   */
  mayDuplicate?(value: T): boolean;
  /** Whose changes the kernel lets these follow without a message; they are then listed again. */
  readonly dependsOn?: readonly Dependency<object>[];
  /** A request that waits until the kernel is done with what it tells of; sent before listing again. */
  readonly barrier?: Request<object>;
}
