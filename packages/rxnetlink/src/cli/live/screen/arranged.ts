import { compareKeys, conditionOf, sortKey } from "../../objects/select.js";
import type { Row, Table } from "./table.js";
import type { View } from "./view.js";

/** Returns the test for a filter: a condition as of `--filter`, or a text that some cell contains. */
function testOf(filter: string): (row: Row) => boolean {
  if (filter === "") return () => true;
  const condition = conditionOf(filter);
  if (condition !== undefined) return ({ cells, values = cells }) => condition(values);
  const wanted = filter.toLowerCase();
  return ({ cells }) => [...cells.values()].some((cell) => cell.toLowerCase().includes(wanted));
}

/** Returns the rows of a table that a view shows, in its order. */
export function arranged({ rows }: Table, { filter, sort }: View): readonly Row[] {
  const kept = filter === "" ? rows : rows.filter(testOf(filter));
  if (sort === undefined) return kept;
  const { column, reversed } = sort;
  const sign = reversed ? -1 : 1;
  const keyed = kept.map((row) => ({ row, key: sortKey((row.values ?? row.cells).get(column) ?? "") }));
  return keyed.sort((a, b) => sign * compareKeys(a.key, b.key)).map(({ row }) => row);
}
