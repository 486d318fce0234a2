import type { LinkNode } from "@rxnetlink/route";
import { describe, expect, it } from "vitest";
import type { Shown } from "#src/history/happenings.js";
import { History } from "#src/history/history.js";

const shown = (id: string, mtu: number) =>
  ({
    node: { addresses: [], neighbours: [], routes: [] } as unknown as LinkNode,
    view: { id, mtu },
  }) as unknown as Shown;

/** Adds a change of one link at a time. */
const change = (history: History, time: number, id: string, value: Shown | undefined) =>
  history.add({
    time,
    namespaces: new Map(),
    links: new Map([[id, value]]),
    happenings: [{ id: time, time, namespace: "n", type: "changed", object: "link", text: id }],
  });

const mtus = (history: History, time: number) =>
  Object.fromEntries([...history.at(time).links].map(([id, { view }]) => [id, view.mtu]));

describe("a history", () => {
  it("knows the state at any time", () => {
    const history = new History(0);
    change(history, 10, "a", shown("a", 1));
    change(history, 20, "b", shown("b", 2));
    change(history, 30, "a", undefined);
    expect([0, 10, 15, 20, 30].map((time) => mtus(history, time))).toEqual([
      {},
      { a: 1 },
      { a: 1 },
      { a: 1, b: 2 },
      { b: 2 },
    ]);
  });

  it("forgets the earliest beyond its bound, and remains right about the rest", () => {
    const history = new History(0, { changes: 30, frames: 2 });
    for (let time = 1; time <= 100; time++)
      change(history, time, `l${time % 3}`, shown(`l${time % 3}`, time));
    expect(history.since).toBeGreaterThan(80);
    expect(history.happenings.length).toBeLessThan(20);
    expect(mtus(history, 100)).toEqual({ l0: 99, l1: 100, l2: 98 });
    expect(mtus(history, 95)).toEqual({ l0: 93, l1: 94, l2: 95 });
  });

  it("keeps as many rates as it may", () => {
    const history = new History(0, { changes: 30, frames: 2 });
    for (const time of [1000, 2000, 3000]) history.addRates({ time, rates: {} });
    expect(history.rates(3000, 5000).map(({ time }) => time)).toEqual([2000, 3000]);
    expect(history.rates(2500, 5000).map(({ time }) => time)).toEqual([2000]);
  });
});
