import type { Difference } from "@rxnetlink/core";
import type { RawElement } from "../../element/layout.js";
import type { RulesetChange, RulesetObjects } from "../events.js";
import type { SetModel } from "./table-model.js";

/** A change of an element as the kernel has it, which may be half of an interval. */
export interface RawElementChange {
  readonly object: "rawElement";
  readonly in: SetModel;
  readonly difference: Difference<RawElement>;
}

/** A change as the kernel reports it. */
export type KnownChange = Exclude<RulesetChange, { readonly object: "element" }> | RawElementChange;

/** Returns a difference as a change of a kind of object, if there is one. */
export function change<K extends Exclude<keyof RulesetObjects, "element">>(
  object: K,
  difference: Difference<RulesetObjects[K]> | undefined,
): KnownChange[] {
  return difference === undefined ? [] : [{ object, ...difference } as KnownChange];
}

/** Returns a difference as a change of an element of a set, if there is one. */
export function elementChange(set: SetModel, difference: Difference<RawElement> | undefined): KnownChange[] {
  return difference === undefined ? [] : [{ object: "rawElement", in: set, difference }];
}
