import { describe, expect, it } from "vitest";
import { LiveTable } from "#src/cli/live/watch/live-table.js";

const names = new Map([["2", "eth0"]]);
const table = (columns?: readonly string[]) =>
  new LiveTable({
    title: "Things",
    volatile: new Set(["packets"]),
    jsonOf: (row) => row,
    columns,
    first: ["index"],
    isLink: (column) => column === "link",
  });
const shown = (one: LiveTable, now: number) =>
  one.at(now, names).rows.map(({ cells, mark }) => [Object.fromEntries(cells), mark?.type]);

describe("LiveTable", () => {
  it("shows what exists, with the names of links", () => {
    const one = table();
    one.take(
      new Map<number, object>([
        [1, { link: 2, index: 1 }],
        [2, { index: 2, more: "x" }],
      ]),
    );
    expect(one.at(0, names).columns).toEqual(["index", "link", "more"]);
    expect(shown(one, 0)).toEqual([
      [{ index: "1", link: "eth0" }, undefined],
      [{ index: "2", more: "x" }, undefined],
    ]);
    expect(one.at(0, new Map()).rows[0]!.cells.get("link")).toBe("2");
    expect(table(["more"]).at(0, names)).toEqual({ title: "Things", columns: ["more"], rows: [] });
  });

  it("marks changes for a while, in their columns, and keeps what was removed in its place", () => {
    const one = table();
    const [first, second, third] = [{ index: 1, mtu: 1 }, { index: 2 }, { index: 1, mtu: 2 }] as const;
    one.take(
      new Map<number, object>([
        [1, first],
        [2, second],
      ]),
    );
    one.note(1, { type: "removed", previous: first }, 0);
    one.note(3, { type: "added", current: third }, 1000);
    expect(shown(one, 2000).map(([, mark]) => mark)).toEqual(["removed", undefined, "added"]);
    expect(shown(one, 4500).map(([, mark]) => mark)).toEqual([undefined, "added"]);
    one.note(3, { type: "changed", previous: third, current: { ...third, mtu: 3 } }, 6000);
    expect(one.at(6001, names).rows[1]!.mark).toMatchObject({ type: "changed", columns: new Set(["mtu"]) });
    expect(shown(one, 20_000).map(([, mark]) => mark)).toEqual([undefined, undefined]);
  });

  it("does not mark what is not shown", () => {
    const one = table();
    const before = { index: 1, packets: 1 };
    one.take(new Map<number, object>([[1, before]]));
    one.note(1, { type: "changed", previous: before, current: { index: 1, packets: 2 } }, 0);
    expect(shown(one, 1)).toEqual([[{ index: "1", packets: "2" }, undefined]]);
  });
});
