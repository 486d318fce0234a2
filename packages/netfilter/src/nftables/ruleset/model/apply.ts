import type { ChangeNotification } from "@rxnetlink/core";
import type { Chain } from "../../chain/layout.js";
import type { RawElements } from "../../element/layout.js";
import type { Flowtable } from "../../flowtable/layout.js";
import type { StatefulObject } from "../../object/layout.js";
import type { Rule } from "../../rule/layout.js";
import type { NftSet } from "../../set/layout.js";
import type { Table } from "../../table/layout.js";
import type { InTable } from "../messages.js";
import { change, elementChange, type KnownChange } from "./changes.js";
import { withDevices, withoutDevices } from "./devices.js";
import { elementKey, objectKey, tableKey } from "./keys.js";
import { type RulesetModel, removeChain } from "./model.js";
import type { TableModel } from "./table-model.js";

type Note<T> = ChangeNotification<T>;
type Changes = Iterable<KnownChange>;

function onChain(table: TableModel, { type, value }: Note<Chain>, model: RulesetModel): Changes {
  const { name = "" } = value;
  const known = table.chains.now.get(name)?.row;
  if (type === "new") return change("chain", table.chains.put(name, withDevices(known, value)));
  const left = known && withoutDevices(known, value);
  if (left !== undefined) return change("chain", table.chains.put(name, left));
  // Since 6.4 this may report that the chain has no device left; before, that it is gone.
  model.unsure ||= value.hook !== undefined;
  return removeChain(table, name);
}

function onRule(
  table: TableModel,
  { type, value, flags, sequence }: Note<Rule>,
  model: RulesetModel,
): Changes {
  const chain = table.chains.now.get(value.chain ?? "");
  if (chain === undefined) {
    model.unsure ||= type === "new";
    return [];
  }
  model.changedChains.add(chain);
  return change(
    "rule",
    type === "new" ? chain.putRule(value, { flags, sequence }) : chain.removeRule(value, sequence),
  );
}

function onSet({ sets }: TableModel, { type, value }: Note<NftSet>): Changes {
  const { name = "" } = value;
  return change("set", type === "new" ? sets.put(name, value) : sets.remove(name));
}

function* onElements(table: TableModel, { type, value }: Note<RawElements>, model: RulesetModel): Changes {
  const set = table.sets.now.get(value.set ?? "");
  if (set === undefined) {
    model.unsure ||= type === "new";
    return;
  }
  for (const element of value.elements ?? []) {
    const key = elementKey(element);
    yield* elementChange(set, type === "new" ? set.elements.put(key, element) : set.elements.remove(key));
  }
}

function onObject({ objects }: TableModel, { type, value }: Note<StatefulObject>): Changes {
  const key = objectKey(value);
  return change("object", type === "new" ? objects.put(key, value) : objects.remove(key));
}

function onFlowtable(
  { flowtables }: TableModel,
  { type, value }: Note<Flowtable>,
  model: RulesetModel,
): Changes {
  const { name = "" } = value;
  const known = flowtables.now.get(name);
  if (type === "new") return change("flowtable", flowtables.put(name, withDevices(known, value)));
  const left = known && withoutDevices(known, value);
  if (left !== undefined) return change("flowtable", flowtables.put(name, left));
  model.unsure ||= value.hook !== undefined;
  return change("flowtable", flowtables.remove(name));
}

/** Reactions to a change of an object in a known table. */
const reactions: {
  readonly [object: string]: (table: TableModel, change: Note<never>, model: RulesetModel) => Changes;
} = {
  chain: onChain,
  rule: onRule,
  set: onSet,
  element: onElements,
  object: onObject,
  flowtable: onFlowtable,
};

/** Applies a notification to the ruleset. */
export function* apply(model: RulesetModel, notification: Note<InTable>): Generator<KnownChange> {
  const { object, type, value } = notification;
  if (object === "table") {
    const key = tableKey({ ...value, table: (value as Table).name ?? "" });
    if (type === "new") yield* change("table", model.tables.put(key, value as Table));
    else yield* model.removeTable(key);
    return;
  }
  const table = model.tables.now.get(tableKey(value));
  if (table === undefined) model.unsure ||= type === "new";
  else yield* reactions[object]?.(table, notification as Note<never>, model) ?? [];
}
