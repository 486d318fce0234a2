import { bindObject, type Connection } from "@rxnetlink/core";
import type { Observable } from "rxjs";
import { type Chains, chainObject } from "./chain/chain.js";
import { type Elements, elementsOf } from "./element/elements.js";
import { type Flowtables, flowtableObject } from "./flowtable/flowtable.js";
import {
  type StatefulObjects,
  type StatefulObjectsReset,
  statefulObjectObject,
  statefulObjectResetObject,
} from "./object/object.js";
import { type Rules, type RulesReset, ruleObject, ruleResetObject } from "./rule/rule.js";
import { type NftSets, setObject } from "./set/set.js";
import { type Tables, tableObject } from "./table/table.js";
import { owner$, type TableOwner, type Transactions, transactionsBy } from "./transaction/transactions.js";

/** Reading that also resets counters and quotas. */
export interface NftablesReset {
  /** Rules; since 6.2. Name a rule, a chain or a table: all that the kernel sends is reset. */
  readonly rule: RulesReset;
  /** Stateful objects. Name one, a type or a table: all that the kernel sends is reset. */
  readonly object: StatefulObjectsReset;
}

/** The packet filter: tables of chains with rules, sets and stateful objects. Reads object by object; changes by transactions. */
export interface Nftables extends Transactions {
  /** Tables. */
  readonly table: Tables;
  /** Chains. */
  readonly chain: Chains;
  /** Rules. */
  readonly rule: Rules;
  /** Sets and maps. */
  readonly set: NftSets;
  /** Elements of sets and maps. */
  readonly element: Elements;
  /** Stateful objects: counters, quotas, limits … with names. */
  readonly object: StatefulObjects;
  /** Flowtables. */
  readonly flowtable: Flowtables;
  /** Reading that also resets counters and quotas. */
  readonly reset: NftablesReset;
  /**
   * Opens a socket for tables with the flag `owner`, and emits its verbs: nobody else can change these tables, and they end
   * when it is unsubscribed. Since 5.12.
   */
  owner$(): Observable<TableOwner>;
}

/** Returns nftables over a connection. */
export function nftablesOf(connection: Connection): Nftables {
  const set = bindObject(connection, setObject);
  return {
    table: bindObject(connection, tableObject),
    chain: bindObject(connection, chainObject),
    rule: bindObject(connection, ruleObject),
    set,
    element: elementsOf(connection, set),
    object: bindObject(connection, statefulObjectObject),
    flowtable: bindObject(connection, flowtableObject),
    reset: {
      rule: bindObject(connection, ruleResetObject),
      object: bindObject(connection, statefulObjectResetObject),
    },
    owner$: () => owner$(connection),
    ...transactionsBy((commit) => connection.commit$(commit)),
  };
}
