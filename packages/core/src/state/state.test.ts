import { describe, expect, test } from "vitest";
import { a, b, brief, setUp } from "../../test/support/items.js";
import { ITEM_DELETE, quiet, watch } from "../../test/support/kernel.js";

describe("state$", () => {
  test("emits a map when it is complete, and one for each turn with changes", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.state$());
    await answer([a]);
    told(b);
    told(a, ITEM_DELETE);
    await quiet();
    told({ ...b, name: "c" });
    await quiet();
    expect(seen.values.map((map) => [...map])).toEqual([[[1, a]], [[2, b]], [[2, { ...b, name: "c" }]]]);
  });

  test("gives a late subscriber the newest map, shared with the others", async () => {
    const { items, answer, told } = setUp();
    const early = watch(items.state$());
    await answer([a]);
    told(b);
    await quiet();
    const late = watch(items.state$());
    expect(late.values).toHaveLength(1);
    expect(late.values[0]).toBe(early.values[1]);
  });

  test("agrees with watch$ while both are subscribed", async () => {
    const { items, answer, told } = setUp();
    const watched = watch(items.watch$());
    await answer([a]);
    const state = watch(items.state$());
    await quiet();
    told(b);
    await quiet();
    expect([...(state.values.at(-1)?.values() ?? [])]).toEqual([a, b]);
    expect(brief(watched.values).at(-1)).toBe("added b");
  });
});
