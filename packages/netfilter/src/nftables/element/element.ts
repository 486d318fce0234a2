import type { Verdict } from "../common/verdict.js";
import type { Expression } from "../expr/expression.js";
import type { SetGiven } from "../set/given.js";

/**
 * Value of one field of a key: text for addresses and names, else a number, a `bigint` if it may be large, or bytes. Numbers for
 * which nft has a word are that word, `"tcp"`, `"established"`, `"echo-request"`, except as ends of ranges; either can be given.
 * In sets of intervals, the text of an address may also be that of a prefix, `"192.0.2.0/24"`.
 */
export type KeyValue = string | number | bigint | Uint8Array;

/** All values of a field from one to another. */
export interface KeyRange {
  /** Tells a range from a value. */
  readonly type: "range";
  /** First value. */
  readonly from: KeyValue;
  /** Last value, which belongs to the range. */
  readonly to: KeyValue;
}

/** Key of an element: a value or a range, or a list of them if keys have several fields. */
export type ElementKey = KeyValue | KeyRange | readonly (KeyValue | KeyRange)[];

/** An element of a set or a map. */
export interface Element {
  /** Key; absent from the catch-all element, which matches the keys that no other does. */
  readonly key?: ElementKey | undefined;
  /** Value that a map has for the key; a list if it has several fields. */
  readonly data?: ElementKey | undefined;
  /** Verdict that a map has for the key. */
  readonly verdict?: Verdict | undefined;
  /** Name of the stateful object that a map has for the key. */
  readonly object?: string | undefined;
  /** Time after which it ends, in milliseconds; that of the set by default. */
  readonly timeout?: bigint | undefined;
  /** Time until it ends, in milliseconds. */
  readonly expiration?: bigint | undefined;
  /** Comment. */
  readonly comment?: string | undefined;
  /** Expressions of it, such as a counter. */
  readonly expressions?: readonly Expression[] | undefined;
}

/** A set and some elements of it. */
export interface SetElements {
  /** The set, as it was declared or listed: its types say how keys are stored. */
  readonly set: SetGiven;
  /** Elements; of one without anything but a key, the key alone will do. */
  readonly elements: Iterable<Element | ElementKey>;
}
