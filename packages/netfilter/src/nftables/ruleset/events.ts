import type { ChangeOrigin, Difference } from "@rxnetlink/core";
import type { Chain } from "../chain/layout.js";
import type { Element } from "../element/element.js";
import type { RawElements } from "../element/layout.js";
import type { Flowtable } from "../flowtable/layout.js";
import type { StatefulObject } from "../object/layout.js";
import type { Rule } from "../rule/layout.js";
import type { NftSet } from "../set/layout.js";
import type { Table } from "../table/layout.js";
import type { Ruleset } from "./nodes.js";

/** Objects of a ruleset by the names of their kinds. */
export interface RulesetObjects {
  /** A table. */
  readonly table: Table;
  /** A chain. */
  readonly chain: Chain;
  /** A rule. The kernel replaces a rule by another: one is removed, one added. */
  readonly rule: Rule;
  /** A set or map. Its elements go with it, without changes of theirs. */
  readonly set: NftSet;
  /** An element of a set, with intervals as ranges. */
  readonly element: Element;
  /** A stateful object. */
  readonly object: StatefulObject;
  /** A flowtable. */
  readonly flowtable: Flowtable;
}

/**
 * A change of one object: `{ object: "rule", type: "added", current }`. That of an element has the `family`, `table` and `set` of
 * its set.
 */
export type RulesetChange =
  | {
      [K in Exclude<keyof RulesetObjects, "element">]: {
        /** Kind of the object. */ readonly object: K;
      } & Difference<RulesetObjects[K]>;
    }[Exclude<keyof RulesetObjects, "element">]
  | ({ /** Kind of the object. */ readonly object: "element" } & Difference<Element> &
      Pick<RawElements, "family" | "table" | "set">);

/** The ruleset is complete; changes follow. */
export interface RulesetSynced {
  /** Discriminates events. */
  readonly type: "synced";
  /** The whole ruleset. */
  readonly ruleset: Ruleset;
}

/** A transaction changed the ruleset. */
export interface RulesetCommit {
  /** Discriminates events. */
  readonly type: "commit";
  /** Generation after it. */
  readonly generation: number;
  /** Id of the process that made it. */
  readonly procPid?: number;
  /** Name of that process, up to 15 bytes: `"nft"`. */
  readonly procName?: string;
  /** `"self"` if this connection made it. */
  readonly origin: ChangeOrigin;
  /** Changes, in the order in which the kernel made them; none if it left only traces in `raw` elements or counters. */
  readonly changes: readonly RulesetChange[];
  /** The ruleset after it. */
  readonly ruleset: Ruleset;
}

/** A named quota is used up. No transaction reports this. */
export interface QuotaDepleted {
  /** Discriminates events. */
  readonly type: "depleted";
  /** The quota. */
  readonly quota: StatefulObject;
  /** The ruleset after it. */
  readonly ruleset: Ruleset;
}

/** Notifications were lost; the ruleset is correct again. */
export interface RulesetResync {
  /** Discriminates events. */
  readonly type: "resync";
  /** Differences from the last event, inferred from a list, without regard to the order in which they came about. */
  readonly changes: readonly RulesetChange[];
  /** Number of notifications that the kernel has dropped on this socket since it was opened, if known. */
  readonly drops?: number;
  /** The ruleset now. */
  readonly ruleset: Ruleset;
}

/** The ruleset was listed again, as `relistEvery` asks, and was not as known: the kernel had changed it silently. */
export interface RulesetRelisted {
  /** Discriminates events. */
  readonly type: "relisted";
  /** Objects that appeared, changed or went silently; none if only counters and times of elements differ. */
  readonly changes: readonly RulesetChange[];
  /** The ruleset now. */
  readonly ruleset: Ruleset;
}

/** Any event of `ruleset$`; discriminated by `type`. */
export type RulesetEvent = RulesetSynced | RulesetCommit | QuotaDepleted | RulesetResync | RulesetRelisted;
