import type { Flat } from "../../objects/flat.js";

/** A recent change of a row. */
export interface Mark {
  readonly type: "added" | "changed" | "removed";
  /** Columns that changed. */
  readonly columns: ReadonlySet<string>;
}

/** A row of a table. */
export interface Row {
  /** What is shown, by column. */
  readonly cells: Flat;
  /** What rows are sorted and compared by, where that is not what is shown. */
  readonly values?: Flat;
  /** Its recent change. */
  readonly mark?: Mark;
}

/** A table to show on a screen. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Columns whose cells are aligned to the right. */
  readonly numeric?: ReadonlySet<string>;
}
