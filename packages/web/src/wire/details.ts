/** A line of a table, with the link that it belongs to. */
export interface DetailRow {
  /** Cells, one per column. */
  readonly cells: readonly string[];
  /** Id of the link. */
  readonly link?: string;
}

/** A table of the side panel. */
export interface DetailTable {
  /** Title: `"Routes"`. */
  readonly title: string;
  /** Titles of the columns. */
  readonly columns: readonly string[];
  /** Rows, at most {@link ROWS_SHOWN}. */
  readonly rows: readonly DetailRow[];
  /** Number of rows that there are. */
  readonly total: number;
}

/** Most rows of a table that are sent. */
export const ROWS_SHOWN = 500;

/** The firewall of a namespace. */
export interface Firewall {
  /** The ruleset, as `nft list ruleset` prints it. */
  readonly text?: string;
  /** Why it cannot be read. */
  readonly error?: string;
}
