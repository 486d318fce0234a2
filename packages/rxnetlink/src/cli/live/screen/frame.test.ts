import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { type Frame, frameOf } from "#src/cli/live/screen/frame.js";
import type { Row, Table } from "#src/cli/live/screen/table.js";
import type { View } from "#src/cli/live/screen/view.js";

const row = (index: number, name: string, mark?: Row["mark"]): Row => ({
  cells: new Map([
    ["index", String(index)],
    ["name", name],
  ]),
  ...(mark && { mark }),
});
const marked = (type: "added" | "changed" | "removed") => ({ type, columns: new Set(["name"]) });
const links: Table = {
  title: "Links",
  columns: ["index", "name"],
  rows: [row(1, "lo"), row(10, "eth0", marked("changed")), row(9, "x0", marked("removed"))],
};
const rules: Table = { title: "Rules", columns: [], rows: [row(3, "a", marked("added"))] };
const begin: View = { tab: 0, top: 0, left: 0, filter: "" };
const plain = (frame: Frame): Frame => ({ ...frame, lines: frame.lines.map(stripVTControlCharacters) });
const drawn = (
  view: Partial<View> = {},
  size = { columns: 60, rows: 7 },
  tables: readonly Table[] = [links, rules],
) => plain(frameOf({ title: "rxnl watch", tables, view: { ...begin, ...view }, size }));
const rowsOf = (view: Partial<View>) =>
  drawn(view)
    .lines.slice(2, 5)
    .map((line) => line.trimEnd());

describe("frameOf", () => {
  it("draws tabs, titles, rows with signs, and what the keys do", () => {
    const { lines } = drawn();
    expect(lines.map((line) => line.trimEnd())).toEqual([
      "rxnl watch  Links 2  Rules 1 ~1",
      " index  name",
      " 1      lo",
      "~10     eth0",
      "-9      x0",
      "",
      "? help  / filter  < > sort  space pause  q quit     1-3 of 3",
    ]);
  });

  it.each([1, 2, 5, 30, 200])("fits a screen of %d columns and rows", (side) => {
    for (const view of [{}, { help: true }, { typing: true, filter: "o" }] as const) {
      const { lines } = drawn(view, { columns: side, rows: Math.max(side, 4) });
      expect(lines).toHaveLength(Math.max(side, 4));
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(side);
    }
  });

  it("sorts numbers as numbers, and marks the column", () => {
    expect(rowsOf({ sort: { column: "index", reversed: false } })).toEqual([
      " 1      lo",
      "-9      x0",
      "~10     eth0",
    ]);
    expect(drawn({ sort: { column: "index", reversed: true } }).lines[1]).toMatch(/^ index▼ name/);
  });

  it("filters by text and by conditions", () => {
    expect(rowsOf({ filter: "ETH" })).toEqual(["~10     eth0", "", ""]);
    expect(rowsOf({ filter: "index<10" })).toEqual([" 1      lo", "-9      x0", ""]);
    expect(drawn({ filter: "none" }).lines.at(-1)).toMatch(/^\/none +none$/);
  });

  it("scrolls back if rows have gone", () => {
    const { view, extent } = drawn({ top: 99 }, { columns: 60, rows: 5 });
    expect([view.top, extent.page]).toEqual([1, 2]);
  });

  it("shows a table without rows", () => {
    expect(drawn({}, { columns: 40, rows: 5 }, []).lines).toHaveLength(5);
  });
});
