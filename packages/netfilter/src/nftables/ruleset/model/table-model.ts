import type { Difference } from "@rxnetlink/core";
import type { Chain } from "../../chain/layout.js";
import type { Element } from "../../element/element.js";
import type { RawElement } from "../../element/layout.js";
import type { Flowtable } from "../../flowtable/layout.js";
import type { StatefulObject } from "../../object/layout.js";
import type { Rule } from "../../rule/layout.js";
import type { NftSet } from "../../set/layout.js";
import type { Table } from "../../table/layout.js";
import type { ChainNode, SetNode, TableNode } from "../nodes.js";
import { Holder, Holders } from "./built.js";
import { elementsOf } from "./element-list.js";
import { Rows, replacement } from "./rows.js";
import { type Handled, RuleList, type RuleOrigin } from "./rule-list.js";
import {
  chainVolatile,
  elementVolatile,
  flowtableVolatile,
  objectVolatile,
  ruleVolatile,
  setVolatile,
} from "./volatile.js";

/** Returns a rule without its position, which its place in the chain says, and which changes with the rule before it. */
function placed({ position: _, ...rule }: Rule): Handled {
  return { ...rule, handle: rule.handle ?? 0n };
}

/** A chain and its rules. */
export class ChainModel extends Holder<Chain, ChainNode> {
  readonly rules = new RuleList();

  /** Adds a rule, or replaces one of the same handle: only its state can differ. */
  putRule(rule: Rule, origin: RuleOrigin): Difference<Rule> | undefined {
    const current = placed(rule);
    const known = this.rules.find(current.handle);
    if (known === undefined) {
      this.rules.add(current, rule.position, origin);
      this.touch();
      return { type: "added", current };
    }
    const { row } = replacement(known, current, ruleVolatile);
    if (row === known) return undefined;
    this.rules.put(row);
    this.touch();
    return undefined;
  }

  /** Removes a rule. */
  removeRule({ handle = 0n }: Rule, sequence: number): Difference<Rule> | undefined {
    const previous = this.rules.remove(handle, sequence);
    if (previous === undefined) return undefined;
    this.touch();
    return { type: "removed", previous };
  }

  /** Ends a transaction; returns true if the order of the rules is open. */
  settle(): boolean {
    const doubtful = this.rules.settle();
    if (doubtful) this.touch();
    return doubtful;
  }

  /** Puts the rules in the order of a list. */
  order(handles: readonly bigint[]): void {
    if (this.rules.order(handles)) this.touch();
  }

  protected build(): ChainNode {
    return { chain: this.row, rules: this.rules.take() };
  }
}

/** Returns a node whose elements are decoded on first use. */
function setNode(set: NftSet, raw: ReadonlyMap<string, RawElement>): SetNode {
  let elements: readonly Element[] | undefined;
  return {
    set,
    raw,
    get elements() {
      elements ??= elementsOf(set, [...raw.values()]);
      return elements;
    },
  };
}

/** A set and its elements. */
export class SetModel extends Holder<NftSet, SetNode> {
  readonly elements = new Rows<RawElement>(this.touch, () => elementVolatile);

  protected build(): SetNode {
    return setNode(this.row, this.elements.take());
  }
}

/** A table and all in it. */
export class TableModel extends Holder<Table, TableNode> {
  readonly chains = new Holders<Chain, ChainNode, ChainModel>(
    this.touch,
    (above, chain) => new ChainModel(above, chain),
    chainVolatile,
  );
  readonly sets = new Holders<NftSet, SetNode, SetModel>(
    this.touch,
    (above, set) => new SetModel(above, set),
    setVolatile,
  );
  readonly objects = new Rows<StatefulObject>(this.touch, objectVolatile);
  readonly flowtables = new Rows<Flowtable>(this.touch, () => flowtableVolatile);

  protected build(): TableNode {
    return {
      table: this.row,
      chains: this.chains.take(),
      sets: this.sets.take(),
      objects: this.objects.take(),
      flowtables: this.flowtables.take(),
    };
  }
}
