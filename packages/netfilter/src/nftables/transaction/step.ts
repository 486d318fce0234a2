import type { Written } from "@rxnetlink/core";
import type { Chain } from "../chain/layout.js";
import type { SetElements } from "../element/element.js";
import type { RawElement, RawElements } from "../element/layout.js";
import type { Flowtable } from "../flowtable/layout.js";
import type { StatefulObject } from "../object/layout.js";
import type { Rule } from "../rule/layout.js";
import type { NftSet } from "../set/layout.js";
import type { Table } from "../table/layout.js";

/** A set without a name, which belongs to the rule that looks it up. */
export interface RuleSet extends Omit<Written<NftSet>, "id"> {
  /** Number by which expressions of the rule refer to it (`setId`). */
  readonly id: number;
  /** Elements. */
  readonly elements: readonly RawElement[];
}

/** A rule, with the sets that it brings along. */
export interface RuleGiven extends Written<Rule> {
  /** Sets without a name, which are created just before it. */
  readonly sets?: readonly RuleSet[] | undefined;
  /** Comment; the same as in `userdata`. */
  readonly comment?: string | undefined;
}

/** Values of steps by the kind of object that they are about. */
export interface Given {
  /** A table. */
  readonly table: Written<Table>;
  /** A chain. */
  readonly chain: Written<Chain>;
  /** A rule. */
  readonly rule: RuleGiven;
  /** A set or a map. */
  readonly set: Written<NftSet>;
  /** Elements of a set, or such as the kernel has them. */
  readonly element: SetElements | Written<RawElements>;
  /** A stateful object. */
  readonly object: Written<StatefulObject>;
  /** A flowtable. */
  readonly flowtable: Written<Flowtable>;
}

/** Values of steps that flush, by what they flush. */
export interface Flushed {
  /** All tables of a family, or all tables. */
  readonly ruleset: Pick<Written<Table>, "family">;
  /** Rules of a table. */
  readonly table: Written<Table>;
  /** Rules of a chain. */
  readonly chain: Written<Chain>;
  /** Elements of a set. */
  readonly set: Written<NftSet>;
}

/** Creates an object, or updates one that exists; `create` refuses what exists (`NLM_F_EXCL`). */
export interface AddStep<K extends keyof Given = keyof Given> {
  /** Tells it from other steps. */
  readonly type: "add" | "create";
  /** Kind of object. */
  readonly kind: K;
  /** The object. */
  readonly value: Given[K];
}

/** Removes an object; `destroy` accepts that there is none (since 6.3). */
export interface RemoveStep<K extends keyof Given = keyof Given> {
  /** Tells it from other steps. */
  readonly type: "delete" | "destroy";
  /** Kind of object. */
  readonly kind: K;
  /** The object, or what identifies it. */
  readonly value: Given[K];
}

/** Removes what an object holds. */
export interface FlushStep<K extends keyof Flushed = keyof Flushed> {
  /** Tells it from other steps. */
  readonly type: "flush";
  /** Kind of object. */
  readonly kind: K;
  /** The object, or what identifies it. */
  readonly value: Flushed[K];
}

/** Adds a rule at an end of its chain. */
export interface EndStep {
  /** Tells it from other steps. */
  readonly type: "append" | "prepend";
  /** Kind of object. */
  readonly kind: "rule";
  /** The rule. */
  readonly value: RuleGiven;
}

/** Adds a rule beside another, or in its place. */
export interface PlaceStep {
  /** Tells it from other steps. */
  readonly type: "before" | "after" | "replace";
  /** Kind of object. */
  readonly kind: "rule";
  /** The other rule: one that was listed, or the value of an earlier step of the same transaction. */
  readonly there: Written<Rule>;
  /** The rule. */
  readonly value: RuleGiven;
}

/** A step of a transaction. */
export type Step = AddStep | RemoveStep | FlushStep | EndStep | PlaceStep;
