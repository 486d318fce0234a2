import { NLM_F_APPEND } from "@rxnetlink/core/schema";
import type { RawElement, RawElements } from "../../element/layout.js";
import type { Rule } from "../../rule/layout.js";
import type { Listing } from "../listing.js";
import type { InTable } from "../messages.js";
import { change, elementChange, type KnownChange } from "./changes.js";
import { elementKey, nameOf, objectKey, tableKey } from "./keys.js";
import { type RulesetModel, removeChain } from "./model.js";
import type { ChainModel, SetModel, TableModel } from "./table-model.js";

/** Objects of a collection, and the changes that bring it to a list. */
interface Collection<T> {
  readonly now: ReadonlyMap<string, unknown>;
  put(key: string, row: T): Iterable<KnownChange>;
  remove(key: string): Iterable<KnownChange>;
}

/** Brings a collection to a list. */
function* reconcileRows<T>(
  { now, put, remove }: Collection<T>,
  rows: readonly T[],
  keyOf: (row: T) => string,
): Generator<KnownChange> {
  const listed = new Map(rows.map((row) => [keyOf(row), row]));
  for (const key of [...now.keys()]) if (!listed.has(key)) yield* remove(key);
  for (const [key, row] of listed) yield* put(key, row);
}

function* reconcileRules(chain: ChainModel, rules: readonly Rule[]): Generator<KnownChange> {
  const handles = rules.map(({ handle = 0n }) => handle);
  const listed = new Set(handles);
  for (const rule of chain.rules.take())
    if (!listed.has(rule.handle ?? 0n)) yield* change("rule", chain.removeRule(rule, 0));
  for (const { position: _, ...rule } of rules)
    yield* change("rule", chain.putRule(rule, { flags: NLM_F_APPEND, sequence: 0 }));
  chain.settle();
  chain.order(handles);
}

function reconcileElements(set: SetModel, listed: readonly RawElements[]): Iterable<KnownChange> {
  const { elements } = set;
  const collection = {
    now: elements.now,
    put: (key: string, element: RawElement) => elementChange(set, elements.put(key, element)),
    remove: (key: string) => elementChange(set, elements.remove(key)),
  };
  const rows = listed.flatMap((part) => part.elements ?? []);
  return reconcileRows(collection, rows, elementKey);
}

/** The rows of a list, by table, and by the chain or set that they belong to. */
class Grouped {
  readonly #groups = new Map<string, unknown[]>();

  constructor(listing: Listing) {
    const { rules, elements, tables: _, ...inTables } = listing;
    for (const [kind, rows] of Object.entries(inTables)) for (const row of rows) this.#add(kind, row, row);
    for (const row of rules) this.#add("rules", row, row, row.chain);
    for (const row of elements) this.#add("elements", row, row, row.set);
  }

  /** Returns the rows of a kind in a table, and there in a chain or set. */
  of<K extends Exclude<keyof Listing, "tables">>(kind: K, table: InTable, name = ""): Listing[K] {
    return (this.#groups.get(this.#key(kind, table, name)) ?? []) as unknown as Listing[K];
  }

  #add(kind: string, table: InTable, row: unknown, name = ""): void {
    const key = this.#key(kind, table, name);
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, [row]);
    else group.push(row);
  }

  #key(kind: string, table: InTable, name: string): string {
    return [kind, tableKey(table), name].join("\0");
  }
}

function* reconcileTable(table: TableModel, listed: Grouped): Generator<KnownChange> {
  const { chains, sets, objects, flowtables } = table;
  const of = { ...table.row, table: nameOf(table.row) };
  const chainRows = {
    now: chains.now,
    put: (name: string, row: Listing["chains"][number]) => change("chain", chains.put(name, row)),
    remove: (name: string) => removeChain(table, name),
  };
  yield* reconcileRows(chainRows, listed.of("chains", of), nameOf);
  for (const [name, chain] of chains.now) yield* reconcileRules(chain, listed.of("rules", of, name));
  const setRows = {
    now: sets.now,
    put: (name: string, row: Listing["sets"][number]) => change("set", sets.put(name, row)),
    remove: (name: string) => change("set", sets.remove(name)),
  };
  yield* reconcileRows(setRows, listed.of("sets", of), nameOf);
  for (const [name, set] of sets.now) yield* reconcileElements(set, listed.of("elements", of, name));
  const objectRows = {
    now: objects.now,
    put: (key: string, row: Listing["objects"][number]) => change("object", objects.put(key, row)),
    remove: (key: string) => change("object", objects.remove(key)),
  };
  yield* reconcileRows(objectRows, listed.of("objects", of), objectKey);
  const flowtableRows = {
    now: flowtables.now,
    put: (name: string, row: Listing["flowtables"][number]) => change("flowtable", flowtables.put(name, row)),
    remove: (name: string) => change("flowtable", flowtables.remove(name)),
  };
  yield* reconcileRows(flowtableRows, listed.of("flowtables", of), nameOf);
}

/** Brings what is known to a list of the ruleset. */
export function* reconcile(model: RulesetModel, listing: Listing): Generator<KnownChange> {
  const keyOf = (row: Listing["tables"][number]) => tableKey({ ...row, table: nameOf(row) });
  const listed = new Map(listing.tables.map((row) => [keyOf(row), row]));
  // Another table of the same name gives its rules the handles of the first again.
  for (const [key, { row }] of [...model.tables.now])
    if (listed.get(key)?.handle !== row.handle) yield* model.removeTable(key);
  const grouped = new Grouped(listing);
  for (const [key, row] of listed) {
    yield* change("table", model.tables.put(key, row));
    const table = model.tables.now.get(key);
    if (table !== undefined) yield* reconcileTable(table, grouped);
  }
}
