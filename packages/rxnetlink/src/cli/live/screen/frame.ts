import { styleText } from "node:util";
import cliTruncate from "cli-truncate";
import stringWidth from "string-width";
import { arranged } from "./arranged.js";
import { KEYS } from "./keys.js";
import type { Mark, Row, Table } from "./table.js";
import type { Extent, View } from "./view.js";

/** Size of a screen. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a screen shows. */
export interface Scene {
  readonly title: string;
  readonly tables: readonly Table[];
  readonly view: View;
  readonly size: Size;
  /** What is to be said: of a loss, or of what a pause has missed. */
  readonly notice?: string;
}

/** Lines above the rows: tabs and titles; and below: the keys. */
const AROUND = 3;
/** Widest column; what is longer is cut. */
const WIDEST = 40;
/** Narrowest that a column is cut to at the edge of the screen. */
const NARROWEST = 6;
const GAP = "  ";
/** Rows by which the widths of columns are chosen: all of a usual table. */
const MEASURED = 1000;

const SIGNS = { added: "+", changed: "~", removed: "-" } as const;
const COLOURS = { added: "green", changed: "yellow", removed: "red" } as const;

/** Colours what is marked; what was removed is struck through. */
const coloured = ({ type }: Mark, text: string) =>
  styleText(COLOURS[type], type === "removed" ? styleText("strikethrough", text) : text);

/** Fits a text into a width: cuts it, or fills it up. */
function fitted(text: string, width: number, toRight = false): string {
  const cut = cliTruncate(text, width);
  const fill = " ".repeat(Math.max(0, width - stringWidth(cut)));
  return toRight ? fill + cut : cut + fill;
}

/** A column as it is drawn. */
interface Column {
  readonly name: string;
  readonly width: number;
  readonly toRight: boolean;
}

/** Returns the columns from the left that fit the width; the last one may be cut. */
function columnsOf(
  { columns, numeric }: Table,
  rows: readonly Row[],
  { left }: View,
  room: number,
): Column[] {
  const measured = rows.slice(0, MEASURED);
  const shown: Column[] = [];
  let used = SIGNS.added.length;
  for (const name of columns.slice(left)) {
    const widths = measured.map(({ cells }) => stringWidth(cells.get(name) ?? ""));
    const wanted = Math.min(WIDEST, Math.max(stringWidth(name), ...widths));
    const width = Math.min(wanted, room - used);
    if (width < Math.min(wanted, NARROWEST) && shown.length > 0) break;
    shown.push({ name, width: Math.max(1, width), toRight: numeric?.has(name) ?? false });
    used += width + GAP.length;
  }
  return shown;
}

/** Formats a cell: of a changed row those that changed stand out. */
function cell({ name, width, toRight }: Column, { cells }: Row, mark: Mark | undefined): string {
  const text = fitted(cells.get(name) ?? "", width, toRight);
  const isMarked = mark !== undefined && (mark.type !== "changed" || mark.columns.has(name));
  if (!isMarked) return text;
  // Blanks are not struck through.
  const [, lead = "", inner = "", trail = ""] = /^(\s*)(.*?)(\s*)$/.exec(text) ?? [];
  return inner === "" ? text : lead + coloured(mark, inner) + trail;
}

function rowText(row: Row, columns: readonly Column[]): string {
  const { mark } = row;
  const sign = mark === undefined ? " " : styleText(COLOURS[mark.type], SIGNS[mark.type]);
  return sign + columns.map((column) => cell(column, row, mark)).join(GAP);
}

/** Formats the titles; that of the column that is sorted by has an arrow in the gap behind it. */
function titles(columns: readonly Column[], { sort }: View): string {
  const arrow = sort?.reversed ? "▼ " : "▲ ";
  return ` ${columns
    .map(({ name, width, toRight }) => {
      const title = fitted(name, width, toRight);
      return styleText("bold", title) + (name === sort?.column ? arrow : GAP);
    })
    .join("")}`;
}

/** Formats the line of tabs; of tables that are not shown, recent changes are counted. */
function tabs({ title, tables, view }: Scene): string {
  const tab = ({ title, rows }: Table, index: number) => {
    const count = rows.filter(({ mark }) => mark?.type !== "removed").length;
    const changes = rows.filter(({ mark }) => mark !== undefined).length;
    if (index === view.tab) return styleText("inverse", ` ${title} ${count} `);
    return ` ${title} ${count}${changes === 0 ? "" : styleText("yellow", ` ~${changes}`)} `;
  };
  return `${styleText("bold", title)} ${tables.map(tab).join("")}`;
}

/** Formats the last line: the filter as it is typed, or what the keys do. */
function foot({ view, notice, size }: Scene, { rows, page }: Extent): string {
  const place = rows === 0 ? "none" : `${view.top + 1}-${Math.min(rows, view.top + page)} of ${rows}`;
  const filter = view.filter === "" && !view.typing ? "" : `/${view.filter}${view.typing ? "▏" : ""}`;
  const state = [view.paused && styleText("inverse", " paused "), notice, filter].filter(Boolean).join("  ");
  const said = state === "" ? styleText("dim", "? help  / filter  < > sort  space pause  q quit") : state;
  return fitted(said, Math.max(0, size.columns - place.length)) + place;
}

const helpLines = (): string[] => [
  "",
  ...KEYS.map(([keys, meaning]) => `  ${styleText("bold", keys.padEnd(16))}${meaning}`),
];

/** What is drawn, and the sizes of it. */
export interface Frame {
  readonly lines: readonly string[];
  readonly extent: Extent;
  /** The view as it is shown, scrolled back if rows have gone. */
  readonly view: View;
}

/** Draws what a screen shows, a line for each of its rows. */
export function frameOf(scene: Scene): Frame {
  const { tables, size } = scene;
  const page = Math.max(1, size.rows - AROUND);
  const table = tables[scene.view.tab] ?? { title: "", columns: [], rows: [] };
  const rows = arranged(table, scene.view);
  const extent = { tabs: tables.length, columns: table.columns, rows: rows.length, page };
  const view = { ...scene.view, top: Math.max(0, Math.min(scene.view.top, rows.length - page)) };
  const visible = rows.slice(view.top, view.top + page);
  const columns = columnsOf(table, rows, view, size.columns);
  const middle = view.help
    ? helpLines()
    : [titles(columns, view), ...visible.map((row) => rowText(row, columns))];
  const blank = Array.from({ length: page + 1 }, () => "");
  const lines = [
    tabs(scene),
    ...[...middle, ...blank].slice(0, page + 1),
    foot({ ...scene, view }, extent),
  ].map((line) => cliTruncate(line, size.columns));
  return { lines, extent, view };
}
