import type { Table } from "../../table/layout.js";
import type { Ruleset, TableNode } from "../nodes.js";
import { Holders } from "./built.js";
import { change, type KnownChange } from "./changes.js";
import { objectKey } from "./keys.js";
import { type ChainModel, TableModel } from "./table-model.js";
import { tableVolatile } from "./volatile.js";

/** The ruleset as it is known, which changes. */
export class RulesetModel {
  #ruleset: Ruleset | undefined;
  #generation = 0;
  readonly tables = new Holders<Table, TableNode, TableModel>(
    () => {
      this.#ruleset = undefined;
    },
    (above, table) => new TableModel(above, table),
    tableVolatile,
  );
  /** Chains whose rules changed in the current transaction. */
  readonly changedChains = new Set<ChainModel>();
  /** Set when a change does not fit what is known, which must be listed again. */
  unsure = false;

  /** Generation of what is known. */
  get generation(): number {
    return this.#generation;
  }

  set generation(generation: number) {
    this.#generation = generation;
  }

  /** Returns an immutable copy, the same until something changes. */
  take(): Ruleset {
    this.#ruleset ??= { generation: this.#generation, tables: this.tables.take() };
    return this.#ruleset;
  }

  /** Ends a transaction; returns the chains whose order of rules it leaves open. */
  settle(): ChainModel[] {
    const doubtful = [...this.changedChains].filter((chain) => chain.settle());
    this.changedChains.clear();
    return doubtful;
  }

  /** Removes a table and all in it. */
  *removeTable(key: string): Generator<KnownChange> {
    const table = this.tables.now.get(key);
    if (table === undefined) return;
    for (const name of [...table.chains.now.keys()]) yield* removeChain(table, name);
    for (const name of [...table.sets.now.keys()]) yield* change("set", table.sets.remove(name));
    for (const row of [...table.objects.now.values()])
      yield* change("object", table.objects.remove(objectKey(row)));
    for (const name of [...table.flowtables.now.keys()])
      yield* change("flowtable", table.flowtables.remove(name));
    yield* change("table", this.tables.remove(key));
  }
}

/** Removes a chain and its rules. */
export function* removeChain(table: TableModel, name: string): Generator<KnownChange> {
  for (const rule of table.chains.now.get(name)?.rules.take() ?? [])
    yield { object: "rule", type: "removed", previous: rule };
  yield* change("chain", table.chains.remove(name));
}
