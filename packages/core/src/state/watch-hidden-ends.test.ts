import { expect, test, vi } from "vitest";
import { definitionOf, extendObject } from "#src/object/bind-object.js";
import { a, b, brief, setUp } from "../../test/support/items.js";
import { ITEM_NEW, quiet, watch } from "../../test/support/kernel.js";

const WHOLE = 0x400;

test("takes whole objects from notifications that are marked so, though others are partial", async () => {
  const { items, answer, told, open } = setUp({
    partial: true,
    wholeOf: ({ flags, value }) => ((flags & WHOLE) === 0 ? undefined : { ...value, name: value.name ?? "" }),
  });
  const seen = watch(items.watch$());
  await answer([a]);
  told({ id: 2 }, ITEM_NEW, WHOLE);
  told({ id: 1 }, ITEM_NEW, WHOLE);
  told({ id: 1, name: "again" });
  await quiet();
  expect(open()).toBe(0);
  expect(seen.values.slice(2)).toMatchObject([
    { type: "added", current: { id: 2, name: "" } },
    { type: "changed", previous: a, current: { id: 1, name: "" } },
    { type: "changed", current: { id: 1, name: "again" } },
  ]);
});

test("a new object ends the other in a slot that holds one", async () => {
  const { items, answer, told, open } = setUp({ slotOf: ({ name = "" }) => name, oneInSlot: true });
  const seen = watch(items.watch$());
  await answer([a, b]);
  told({ ...a, id: 3 });
  await quiet();
  expect(open()).toBe(0);
  expect(brief(seen.values).slice(3)).toEqual(["removed a", "added a"]);
  expect(seen.values.at(-1)).toMatchObject({ current: { id: 3 } });
});

test("lists objects that end silently at an interval, which a subscriber may choose", async () => {
  const { items, answer, open } = setUp({ relistEvery: 1 });
  const rare = watch(items.watch$({}, { relistEvery: 1_000_000 }));
  const seen = watch(items.watch$());
  await answer([a, b]);
  expect(open()).toBe(0);
  rare.unsubscribe();
  await vi.waitFor(() => expect(open()).toBe(1));
  await answer([a]);
  expect(brief(seen.values).slice(3)).toEqual(["removed b inferred"]);
  seen.unsubscribe();
});

test("an object over a connection can have further methods", () => {
  const { items } = setUp();
  const more = extendObject(items, { twice: (count: number) => 2 * count });
  expect(more.twice(2)).toBe(4);
  expect(Object.keys(more)).toEqual([...Object.keys(items), "twice"]);
  expect(definitionOf(more)).toBe(definitionOf(items));
  expect(Object.isFrozen(more)).toBe(true);
});
