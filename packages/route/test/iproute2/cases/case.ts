// Form of the tables of objects that are compared with the output of iproute2.
import type { Json, NameOf } from "../printed/common.js";

/** A comparison. */
export interface Case {
  readonly title: string;
  /** Property of `Rtnetlink`. */
  readonly object: string;
  /** Shell commands that add the objects. */
  readonly setup: string;
  /** Shell commands that fail if the kernel lacks support. */
  readonly needs?: string;
  /** Command that prints the objects, and the rows in its output. */
  readonly print: string;
  rows?(json: never): Json[];
  readonly match?: object;
  asIp(value: never, nameOf: NameOf): Json | Json[];
  /** Printed members that are not compared, with the reason. */
  readonly skipped?: Readonly<Record<string, string>>;
  /** Rows as notifications report them, if they differ from the list. */
  notified?(row: Json): Json[];
  /** Members that notifications of deletion still have; all by default. */
  readonly keptInDelete?: readonly string[];
  /** Reason for which the kernel sends no notifications, although the object has them. */
  readonly silent?: string;
  /** True for listed objects that are removed and added again; none by default. */
  mine?(value: never): boolean;
  /** Returns the match by which `flush$` finds an object. */
  key?(value: never): object | "all";
  /** Returns the requests that add an object again. */
  again?(value: never): object[];
  /** Verb that adds the object, if it is not `add$`. */
  readonly verb?: "append$" | "change$";
}

/** Reason for not comparing ages. */
export const AGE = "an age, which counts up";

export const BRIDGE = "ip link add br0 type bridge; ip link set br0 up; ip link set v1 master br0;";
