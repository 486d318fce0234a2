import type { Flat } from "./flat.js";

/** Returns all columns of some rows: those named first, then in the order in which they are met. */
export function columnsOf(rows: readonly Flat[], first: readonly string[]): string[] {
  const met = new Set<string>();
  for (const row of rows) for (const column of row.keys()) met.add(column);
  return [...new Set([...first.filter((column) => met.has(column)), ...met])];
}
