// The tables of the guide on protocols are those of the code.
import { expect, test } from "vitest";
import { netlinkProtocols } from "../packages/core/dist/index.js";
import { cellsOf, groupCellsOf, tableOf } from "./protocol-table.mjs";
import { read } from "./snippets.mjs";

const page = read("docs/protocols.md");

test("all 32 protocols stand in the guide, and each has been tried", () => {
  const rows = tableOf(page, "number");
  expect(rows.map((row) => row.slice(0, -1))).toEqual(netlinkProtocols.map(cellsOf));
  expect(rows.filter((row) => row.at(-1) === "")).toEqual([]);
});

test("all groups stand in the guide", () => {
  const named = netlinkProtocols.filter((protocol) => "groups" in protocol);
  expect(tableOf(page, "protocol")).toEqual(named.map(groupCellsOf));
});
