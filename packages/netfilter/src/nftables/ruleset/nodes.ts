import type { Chain } from "../chain/layout.js";
import type { Element } from "../element/element.js";
import type { RawElement } from "../element/layout.js";
import type { Flowtable } from "../flowtable/layout.js";
import type { StatefulObject } from "../object/layout.js";
import type { Rule } from "../rule/layout.js";
import type { NftSet } from "../set/layout.js";
import type { Table } from "../table/layout.js";

/** A chain and its rules. */
export interface ChainNode {
  /** Chain. */
  readonly chain: Chain;
  /** Rules, in the order in which packets pass them. They have no `position`, which is their place here. */
  readonly rules: readonly Rule[];
}

/** A set or map and its elements. */
export interface SetNode {
  /** Set. */
  readonly set: NftSet;
  /**
   * Elements, with intervals as ranges, in no order; none if they are not watched. Keys of types that nftables does not name are
   * bytes. Built on first use.
   */
  readonly elements: readonly Element[];
  /** Elements as the kernel has them, halves of intervals included, by {@link elementKey}. */
  readonly raw: ReadonlyMap<string, RawElement>;
}

/** A table and all in it. */
export interface TableNode {
  /** Table. */
  readonly table: Table;
  /** Chains by name. */
  readonly chains: ReadonlyMap<string, ChainNode>;
  /** Sets and maps by name, those of rules included. */
  readonly sets: ReadonlyMap<string, SetNode>;
  /** Stateful objects by type and name: `"counter hits"`. */
  readonly objects: ReadonlyMap<string, StatefulObject>;
  /** Flowtables by name. */
  readonly flowtables: ReadonlyMap<string, Flowtable>;
}

/**
 * The ruleset at one generation, which never changes: a later one is another object. What did not change is the same object in
 * both, at any depth.
 *
 * Counters, quotas, limits, `use`, and the `expiration` of elements are as of the last list or change, since the kernel changes
 * them silently.
 */
export interface Ruleset {
  /** Generation of the last change. */
  readonly generation: number;
  /** Tables by family and name: `"inet filter"`. */
  readonly tables: ReadonlyMap<string, TableNode>;
}
