import { describe, expect, test } from "vitest";
import type { KnownObjects } from "#src/state/rules.js";
import type { WatchEvent } from "#src/state/watch.js";
import { a, b, setUp } from "../../test/support/items.js";
import { ITEM_DELETE, ITEM_NEW, type Item, quiet, watch } from "../../test/support/kernel.js";

const NLM_F_REPLACE = 0x100;
const members = ["name"] as const;

/** Reduces events to their objects as text. */
const brief = (events: readonly WatchEvent<object>[]) =>
  events.map((event) => {
    if (!("inferred" in event)) return event.type;
    const objects = [event.previous, event.current].filter((one) => one !== undefined);
    return [
      event.type,
      ...objects.map((one) => JSON.stringify(one)),
      ...(event.inferred ? ["inferred"] : []),
    ].join(" ");
  });

describe("watch$ of some members", () => {
  test("emits these, and changes of these only", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$({}, { members }));
    await answer([a]);
    told({ ...a, family: 7 });
    told({ ...a, name: "c" });
    told(b);
    told(a, ITEM_DELETE);
    expect(brief(seen.values)).toEqual([
      'added {"name":"a"}',
      "synced",
      'changed {"name":"a"} {"name":"c"}',
      'added {"name":"b"}',
      'removed {"name":"c"}',
    ]);
    expect(seen.values.at(-1)).toEqual({
      type: "removed",
      previous: { name: "c" },
      lastMessage: { name: "a" },
      revision: 3,
      origin: "other",
      inferred: false,
    });
  });

  test("of a match by others adds and removes what begins and ceases to match, but does not show them", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$({ family: 2 }, { members }));
    await answer([a, { ...b, family: 2 }]);
    told({ ...a, family: 2 });
    told({ ...a, family: 2, name: "c" });
    told({ ...b, family: 3 });
    told({ ...b, family: 4 });
    told({ ...a, family: 2 }, ITEM_DELETE);
    expect(brief(seen.values)).toEqual([
      'added {"name":"b"}',
      "synced",
      'added {"name":"a"}',
      'changed {"name":"a"} {"name":"c"}',
      'removed {"name":"b"}',
      'removed {"name":"c"}',
    ]);
    expect(seen.values.at(-1)).toMatchObject({ lastMessage: { name: "a" } });
  });

  test("ignores changes of volatile members, even if they were chosen", async () => {
    const { items, answer, told } = setUp({ volatile: ["name"] });
    const seen = watch(items.watch$({ family: 0 }, { members: ["name", "id"] }));
    await answer([a]);
    told({ ...a, name: "c" });
    expect(brief(seen.values)).toEqual(['added {"name":"a","id":1}', "synced"]);
  });

  test("is correct again after an overflow", async () => {
    const { items, answer, told, overrun, drained } = setUp();
    const seen = watch(items.watch$({}, { members }));
    await answer([a, b]);
    overrun(7);
    drained();
    await quiet();
    told({ ...b, name: "fresh" });
    await answer([{ family: 0, id: 3, name: "c" }, b]);
    expect(brief(seen.values).slice(3)).toEqual([
      'changed {"name":"b"} {"name":"fresh"}',
      'added {"name":"c"} inferred',
      'removed {"name":"a"} inferred',
      "resync",
    ]);
    expect(seen.values.at(-1)).toEqual({ type: "resync", revision: 3, changes: 2, drops: 7 });
  });

  test("knows which object was replaced in a slot", async () => {
    const { items, answer, told } = setUp({ slotOf: ({ family }) => family });
    const seen = watch(items.watch$({}, { members }));
    await answer([a]);
    told(b, ITEM_NEW, NLM_F_REPLACE);
    told(b, ITEM_DELETE);
    told(a, ITEM_NEW, NLM_F_REPLACE);
    expect(brief(seen.values).slice(2)).toEqual([
      'removed {"name":"a"}',
      'added {"name":"b"}',
      'removed {"name":"b"}',
      'added {"name":"a"}',
    ]);
  });

  test.each([undefined, ["id", "name"], ["id"]] as const)(
    "shows the rules what they remember: %j",
    async (remembers) => {
      const seen: KnownObjects<Item>[] = [];
      const { items, answer, told } = setUp({
        ...(remembers && { remembers }),
        needsRelist(_, known) {
          seen.push({ ...known, rows: new Map(known.rows) });
          return false;
        },
      });
      watch(items.watch$({}, { members }));
      await answer([a, b]);
      told({ ...a, name: "c" });
      told(a, ITEM_DELETE);
      told(a);
      const [known] =
        remembers === undefined ? [a] : remembers.length === 1 ? [{ id: 1 }] : [{ id: 1, name: "a" }];
      expect(seen.map(({ same }) => same)).toEqual([
        known,
        "name" in known! ? { ...known, name: "c" } : known,
        undefined,
      ]);
      expect(seen.map(({ rows }) => rows.size)).toEqual([2, 2, 1]);
    },
  );

  test("completes partial notifications, and splits messages", async () => {
    const { items, answer, told } = setUp({
      partial: true,
      remembers: [],
      split: (one) => [one, { ...one, id: one.id! + 10 }],
    });
    const seen = watch(items.watch$({}, { members: ["family", "name"] }));
    await answer([{ ...a, family: 3 }]);
    told({ family: 4, id: 1 });
    expect(brief(seen.values).slice(0, 5)).toEqual([
      'added {"family":3,"name":"a"}',
      'added {"family":3,"name":"a"}',
      "synced",
      'changed {"family":3,"name":"a"} {"family":4,"name":"a"}',
      'changed {"family":3,"name":"a"} {"family":4,"name":"a"}',
    ]);
  });

  test("shares its table with those who chose the same, and no others", async () => {
    const { items, answer, open, transport } = setUp();
    const first = watch(items.watch$({}, { members }));
    const second = watch(items.watch$({}, { members: ["name", "name"], listening: () => {} }));
    const third = watch(items.state$({ members }));
    await answer([a]);
    expect(open()).toBe(0);
    const other = watch(items.watch$());
    await answer([a, b]);
    expect([first, second, third, other].map(({ values }) => values.length)).toEqual([2, 2, 1, 3]);
    for (const seen of [first, second, third, other]) seen.unsubscribe();
    expect([...transport.sockets].filter(({ options }) => options.groups !== undefined)).toEqual([]);
  });
});

test("state$ of some members emits maps of these, and none for changes of others", async () => {
  const { items, answer, told } = setUp({ remembers: ["family"] });
  const seen = watch(items.state$({ members }));
  await answer([a, b]);
  told({ ...a, family: 7 });
  await quiet();
  told({ ...a, family: 7, name: "c" });
  await quiet();
  expect(seen.values.map((rows) => [...rows])).toEqual([
    [
      [1, { name: "a" }],
      [2, { name: "b" }],
    ],
    [
      [1, { name: "c" }],
      [2, { name: "b" }],
    ],
  ]);
});
