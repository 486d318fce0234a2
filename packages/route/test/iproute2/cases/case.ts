// The form of the tables that tests compare with iproute2 by.
import type { Json, NameOf } from "../printed/common.js";

/** One comparison. */
export interface Case {
  readonly title: string;
  /** Key in `Rtnetlink`. */
  readonly object: string;
  /** Shell commands that make it all. */
  readonly setup: string;
  /** Shell commands that fail where the kernel lacks it. */
  readonly needs?: string;
  /** What prints it, and where the rows are. */
  readonly print: string;
  rows?(json: never): Json[];
  readonly match?: object;
  asIp(value: never, nameOf: NameOf): Json | Json[];
  /** Printed members that are not compared, and why. */
  readonly skipped?: Readonly<Record<string, string>>;
  /** What notifications tell of a row, where that is not the row. */
  told?(row: Json): Json[];
  /** The members that are as they were when notifications tell that a row goes; all where this is left out. */
  readonly gone?: readonly string[];
  /** Why the kernel tells nothing of it, though its object has notifications. */
  readonly silent?: string;
  /** Which of the listed objects are removed and made again; none where this is left out. */
  mine?(value: never): boolean;
  /** How `flush$` finds one again. */
  key?(value: never): object | "all";
  /** What `add$` is given to make it again. */
  again?(value: never): object[];
  /** The verb, where it is not `add$`. */
  readonly verb?: "append$" | "change$";
}

/** Reason for not comparing a member. */
export const AGE = "counts the age";

export const BRIDGE = "ip link add br0 type bridge; ip link set br0 up; ip link set v1 master br0;";
