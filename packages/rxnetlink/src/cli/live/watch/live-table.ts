import type { Difference } from "@rxnetlink/core";
import { columnsOf } from "../../objects/columns.js";
import { type Flat, flat } from "../../objects/flat.js";
import { changedPaths } from "../../text/changed.js";
import type { Mark, Row, Table } from "../screen/table.js";

/** Time for which a change stands out. */
const MARKED_MS = 4000;

type Id = string | number;

/** A row, and its recent change. */
interface Entry {
  readonly row: object;
  readonly mark?: Mark & { readonly until: number };
  /** The row as it was shown last; while nothing changes it stays the same. */
  shown?: { readonly row: Row; readonly names: Names };
}

/** Names of links by their indices. */
type Names = ReadonlyMap<string, string>;

/** Kind of object that a table shows. */
export interface Shown {
  readonly title: string;
  /** Counters and timers, which do not count as changes. */
  readonly volatile: ReadonlySet<string>;
  /** Returns what is shown of a row, in the form of `toJson()`. */
  jsonOf(row: object): object;
  /** Columns to show; all that are met by default. */
  readonly columns?: readonly string[] | undefined;
  /** Columns to begin with, if all are shown. */
  readonly first: readonly string[];
  /** Returns true for a column that holds indices of links. */
  isLink(column: string): boolean;
}

/** A table of objects of one kind, in which recent changes stand out, and what was removed stays for a while. */
export class LiveTable {
  readonly #entries = new Map<Id, Entry>();
  readonly #flats = new WeakMap<object, Flat>();
  readonly #shown: Shown;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  /** Takes the rows that exist at first. */
  take(rows: ReadonlyMap<Id, object>): void {
    for (const [id, row] of rows) this.#entries.set(id, { row });
  }

  /** Notes a change of a row. */
  note(id: Id, { type, current, previous }: Difference<object>, now: number): void {
    const row = current ?? previous!;
    const { jsonOf, volatile } = this.#shown;
    const columns = type === "changed" ? changedPaths(jsonOf(previous), jsonOf(current), volatile) : [];
    const isSeen = type !== "changed" || columns.length > 0;
    const mark = isSeen
      ? { type, columns: new Set(columns), until: now + MARKED_MS }
      : this.#entries.get(id)?.mark;
    this.#entries.set(id, { row, ...(mark && { mark }) });
  }

  /** Returns the table as it is now, with the names of links in place of their indices. */
  at(now: number, names: Names): Table {
    const { title, columns, first } = this.#shown;
    const rows: Row[] = [];
    for (const [id, entry] of this.#entries) {
      const isOver = entry.mark !== undefined && entry.mark.until <= now;
      if (isOver && entry.mark?.type === "removed") this.#entries.delete(id);
      else rows.push(this.#row(isOver ? this.#unmarked(id, entry) : entry, names));
    }
    return {
      title,
      columns:
        columns ??
        columnsOf(
          rows.map(({ cells }) => cells),
          first,
        ),
      rows,
    };
  }

  #unmarked(id: Id, { row }: Entry): Entry {
    const entry = { row };
    this.#entries.set(id, entry);
    return entry;
  }

  #row(entry: Entry, names: Names): Row {
    const { row, mark, shown } = entry;
    if (shown?.names === names) return shown.row;
    const now = { cells: this.#named(this.#flat(row), names), ...(mark && { mark }) };
    entry.shown = { row: now, names };
    return now;
  }

  #named(cells: Flat, names: Names): Flat {
    const ofLinks = [...cells].filter(([column]) => this.#shown.isLink(column));
    if (ofLinks.length === 0) return cells;
    return new Map([
      ...cells,
      ...ofLinks.map(([column, index]) => [column, names.get(index) ?? index] as const),
    ]);
  }

  #flat(row: object): Flat {
    const known = this.#flats.get(row) ?? flat(this.#shown.jsonOf(row));
    this.#flats.set(row, known);
    return known;
  }
}
