import type { Observable } from "rxjs";
import { describe, expect, test } from "vitest";
import { ArgumentError } from "#src/errors/errors.js";
import { NLM_F_MULTI } from "#src/message/nlmsg.js";
import { merged } from "#src/object/joined.js";
import { bindItems } from "../../test/support/bind-items.js";
import { setUp } from "../../test/support/items.js";
import {
  type Answer,
  done,
  ITEM_DELETE,
  type Item,
  item,
  itemMessage,
  outcome,
  quiet,
  watch,
} from "../../test/support/kernel.js";

const rows = [
  { family: 2, id: 1, name: "a" },
  { family: 2, id: 2, name: "b" },
  { family: 5, id: 3 },
];
const table: Answer = (to) => [...rows.map((row) => item(to, row, NLM_F_MULTI)), done(to)];
const members = ["name"] as const;

describe("list$ of some members", () => {
  test("emits these; absent ones are absent", async () => {
    const { values } = await outcome(bindItems(table).objects.list$({}, { members }));
    expect(values).toStrictEqual([{ name: "a" }, { name: "b" }, {}]);
  });

  test("emits the same each time, in the order of the choice", async () => {
    const { objects } = bindItems(table);
    for (let times = 0; times < 70; times++) {
      const { values } = await outcome(objects.list$({}, { members: ["name", "id", "name"] }));
      expect(JSON.stringify(values)).toBe('[{"name":"a","id":1},{"name":"b","id":2},{"id":3}]');
    }
  });

  test("matches by others", async () => {
    const { values } = await outcome(bindItems(table).objects.list$({ id: 2, family: 2 }, { members }));
    expect(values).toStrictEqual([{ name: "b" }]);
  });

  test("accepts and corrects by the header", async () => {
    const { objects } = bindItems(table, {
      accepts: ({ family }) => family === 2,
      corrected: (row) => ({ ...row, family: row.family + 1 }),
    });
    const { values } = await outcome(objects.list$({}, { members: ["family", "id"] }));
    expect(values).toStrictEqual([
      { family: 3, id: 1 },
      { family: 3, id: 2 },
    ]);
  });

  test.each([undefined, merged])("joins messages by others", async (merge) => {
    const parts: Answer = (to) => [
      item(to, { id: 1, name: "a" }, NLM_F_MULTI),
      item(to, { id: 1, name: "b" }, NLM_F_MULTI),
      item(to, { id: 2, name: "c" }, NLM_F_MULTI),
      done(to),
    ];
    const { objects } = bindItems(parts, { joins: { by: ["id"], ...(merge && { merge }) } });
    const { values } = await outcome(objects.list$({}, { members }));
    expect(values).toStrictEqual([{ name: "b" }, { name: "c" }]);
  });

  test("opens envelopes", async () => {
    const envelope = {
      layout: itemMessage,
      dump: (filter: object) => filter,
      open: (one: object) => [one as Item],
    };
    const { objects } = bindItems(table, { envelope });
    expect((await outcome(objects.list$({}, { members }))).values).toStrictEqual([
      { name: "a" },
      { name: "b" },
      {},
    ]);
  });
});

test("get$ of some members emits these, by request or by list", async () => {
  const one: Answer = (to) => [item(to, rows[0]!)];
  expect((await outcome(bindItems(one).objects.get$({ id: 1 }, { members }))).values).toStrictEqual([
    { name: "a" },
  ]);
  const listing = bindItems(table, { notFound: "ENOENT" }).objects;
  expect((await outcome(listing.get$({ id: 2 }, { members }))).values).toStrictEqual([{ name: "b" }]);
});

test("notifications$ of some members have these in their value", async () => {
  const { items, told, overrun } = setUp();
  const seen = watch(items.notifications$({ members, listening: () => {} }));
  await quiet();
  told(rows[0]!);
  told(rows[1]!, ITEM_DELETE);
  overrun(3);
  expect(seen.values).toMatchObject([
    { type: "new", object: "item", value: { name: "a" } },
    { type: "delete", object: "item", value: { name: "b" } },
    { type: "overrun", drops: 3 },
  ]);
  expect(seen.values.map((one) => ("value" in one ? Object.keys(one.value) : []))).toEqual([
    ["name"],
    ["name"],
    [],
  ]);
});

describe("a choice that is wrong", () => {
  const { items } = setUp();
  const verbs = {
    list$: (options: object) => items.list$({}, options),
    get$: (options: object) => items.get$({ id: 1 }, options),
    watch$: (options: object) => items.watch$({}, options),
    state$: (options: object) => items.state$(options),
    notifications$: (options: object) => items.notifications$(options),
  } satisfies Record<string, (options: object) => Observable<unknown>>;

  describe.each(Object.entries(verbs))("is an error of %s", (callee, verb) => {
    test.each([
      [{ members: ["name", "nmae"] }, "members[1]: no such member of item (did you mean name?)"],
      [{ members: ["xyzzy"] }, "members[0]: no such member of item (members: family, id, name, unknown)"],
      [{ members: [3] }, "members[0]: 3 is not a string"],
      [{ members: [] }, "members: it is empty: name the members to emit, or leave it out"],
      [{ members: "name" }, 'members: "name" is not an array'],
      [{ member: ["name"] }, "member: no such option (did you mean members?)"],
      [null, "options: null is not an object"],
    ])("%j", async (options, text) => {
      const { error } = await outcome(verb(options as object) as Observable<unknown>);
      expect(error).toBeInstanceOf(ArgumentError);
      expect((error as Error).message).toBe(`${callee}: ${text}`);
    });
  });
});
