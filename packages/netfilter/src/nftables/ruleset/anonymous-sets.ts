import type { PrintableRule } from "../build/text/rule-text.js";
import { setFlags } from "../set/layout.js";
import type { TableNode } from "./nodes.js";

/**
 * Returns the sets of a table that belong to its rules, as `ruleText` and `statementsOf` need them.
 *
 * @example
 * const table = ruleset.tables.get("inet filter")!;
 * for (const rule of table.chains.get("input")!.rules) console.log(ruleText({ ...rule, sets: anonymousSets(table) }, "inet"));
 */
export function anonymousSets({ sets }: Pick<TableNode, "sets">): NonNullable<PrintableRule["sets"]> {
  const own = [...sets.values()].filter(({ set }) => setFlags.has(set.flags ?? 0, "anonymous"));
  return own.map(({ set, raw }) => ({ ...set, name: set.name ?? "", id: 0, elements: [...raw.values()] }));
}
