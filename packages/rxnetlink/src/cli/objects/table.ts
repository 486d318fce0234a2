import Table from "cli-table3";
import { heading } from "../text/heading.js";
import type { Flat } from "./flat.js";

/** Widest column on a terminal; what is longer is cut. */
const WIDEST = 40;
const GAP = 2;

/** A table, and the columns for which there was no room. */
export interface Tabulated {
  readonly lines: readonly string[];
  readonly left: readonly string[];
}

const NO_BORDERS = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((part) => [side + part, ""]),
  ),
);

/** The widths of columns on a terminal. */
function widths(rows: readonly Flat[], columns: readonly string[]): number[] {
  const longest = (column: string) =>
    Math.max(column.length, ...rows.map((row) => (row.get(column) ?? "").length));
  return columns.map((column) => Math.min(longest(column), WIDEST));
}

/** Returns the number of columns for which there is room, at least one. */
function fitting(widthsOf: readonly number[], room: number): number {
  let used = 0;
  const tooMany = widthsOf.findIndex((width) => {
    used += width + GAP;
    return used - GAP > room;
  });
  return tooMany === -1 ? widthsOf.length : Math.max(1, tooMany);
}

/**
 * Lays rows out as a table without borders.
 *
 * @param room - Width of the terminal: columns that do not fit are left out, and long values are cut; unlimited by default.
 */
export function tabulate(rows: readonly Flat[], columns: readonly string[], room?: number): Tabulated {
  const all = widths(rows, columns);
  const count = room === undefined ? columns.length : fitting(all, room);
  const shown = columns.slice(0, count);
  const table = new Table({
    chars: { ...NO_BORDERS, middle: " ".repeat(GAP) },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    ...(room !== undefined && { colWidths: all.slice(0, count) }),
    head: shown.map(heading),
  });
  table.push(...rows.map((row) => shown.map((column) => row.get(column) ?? "")));
  const lines = rows.length === 0 ? [] : table.toString().split("\n");
  return { lines: lines.map((line) => line.trimEnd()), left: columns.slice(count) };
}
