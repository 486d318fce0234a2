import type { Request } from "../exchange.js";
import type { Change, ObjectLayout } from "../notifications.js";
import type { Identity } from "./identity.js";

/** An object whose changes take some of another kind along, of which the kernel says nothing. */
export interface Followed<T> {
  /** Whose changes. */
  readonly object: ObjectLayout<T>;
  /** Which of them; all, where this is left out. */
  when?(change: Change<T>): boolean;
}

/** How the state of one kind of objects is kept from what the kernel tells. */
export interface StateDeclaration<T> {
  /** What tells one object from the others; `undefined` where a message holds only a part of one, and is no news. */
  identityOf(value: T): Identity | undefined;
  /** Members that change by themselves, such as counters: they alone make no change. */
  readonly volatile?: readonly (keyof T)[];
  /**
   * Whether a notification leaves open what there is now, as where the kernel does not say which one was replaced.
   * The table is then listed again. `known` is what was known under the identity.
   */
  leavesOpen?(change: Change<T>, known: T | undefined): boolean;
  /** Whose changes the kernel lets these follow without a message; they are then listed again. */
  readonly follows?: readonly Followed<object>[];
  /** A request that waits until the kernel is done with what it tells of; sent before listing again. */
  readonly barrier?: Request<never>;
}
