import { datagram } from "@rxnetlink/testing";
import { describe, expect, test, vi } from "vitest";
import { DumpInterruptedError, KernelError, UnsupportedError } from "#src/errors/errors.js";
import {
  NLM_F_ACK,
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_DUMP,
  NLM_F_DUMP_INTR,
  NLM_F_EXCL,
  NLM_F_MULTI,
  NLM_F_REPLACE,
  NLM_F_REQUEST,
} from "#src/message/nlmsg.js";
import { pick } from "#src/object/definition.js";
import { CHANGE, bindItems as setUp } from "../../test/support/bind-items.js";
import {
  type Answer,
  ack,
  done,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  type Item,
  item,
  outcome,
  quiet,
  watch,
} from "../../test/support/kernel.js";

const table: Answer = (to) => [
  item(to, { family: 2, id: 1, name: "a" }, NLM_F_MULTI),
  item(to, { family: 2, id: 2, name: "b" }, NLM_F_MULTI),
  done(to),
];

describe("list$", () => {
  test("emits all", async () => {
    const { objects, datagrams } = setUp(table);
    expect((await outcome(objects.list$())).values).toHaveLength(2);
    expect(datagrams).toMatchObject([[{ type: ITEM_GET, flags: NLM_F_REQUEST | NLM_F_DUMP }]]);
  });

  test("sends what the kernel filters by and compares the rest itself", async () => {
    const { objects, datagrams } = setUp(table);
    const { values } = await outcome(objects.list$({ family: 2, name: "b" }));
    expect(values).toEqual([{ family: 2, id: 2, name: "b" }]);
    expect(datagrams[0]![0]!.value).toEqual({ family: 2 });
  });

  test("repeats an interrupted dump, so that its rows are one consistent table", async () => {
    let attempts = 0;
    const { objects, transport } = setUp((to, socket) =>
      attempts++ === 0 ? [item(to, { id: 9 }, NLM_F_MULTI | NLM_F_DUMP_INTR), done(to)] : table(to, socket),
    );
    expect((await outcome(objects.list$())).values).toMatchObject([{ id: 1 }, { id: 2 }]);
    expect(transport.sockets.size).toBe(1);
  });

  test("errors where the table does not come to rest", async () => {
    const { objects, datagrams } = setUp((to) => [done(to, 0, NLM_F_DUMP_INTR)]);
    const { error } = await outcome(objects.list$());
    expect(error).toBeInstanceOf(DumpInterruptedError);
    expect(datagrams).toHaveLength(11);
  });
});

describe("get$", () => {
  test("emits the one", async () => {
    const { objects, datagrams } = setUp((to) => [item(to, { id: 1, name: "a" })]);
    expect((await outcome(objects.get$({ id: 1 }))).values).toEqual([{ family: 0, id: 1, name: "a" }]);
    expect(datagrams).toMatchObject([[{ type: ITEM_GET, flags: NLM_F_REQUEST, value: { id: 1 } }]]);
  });

  test("errors where there is none", async () => {
    const { objects } = setUp((to) => [ack(to, 19)]);
    expect((await outcome(objects.get$({ id: 1 }))).error).toBeInstanceOf(KernelError);
  });
});

describe("the verbs that change something", () => {
  const value = { id: 1, name: "a" };

  test.each([
    ["add$", ITEM_NEW, NLM_F_CREATE | NLM_F_EXCL],
    ["change$", ITEM_NEW, CHANGE],
    ["replace$", ITEM_NEW, NLM_F_CREATE | NLM_F_REPLACE],
    ["append$", ITEM_NEW, NLM_F_CREATE | NLM_F_APPEND],
    ["delete$", ITEM_DELETE, 0],
  ] as const)("%s", async (verb, type, flags) => {
    const { objects, datagrams } = setUp((to) => [ack(to)]);
    expect(await outcome(objects[verb](value))).toEqual({ values: [{}] });
    expect(datagrams).toMatchObject([[{ type, flags: NLM_F_REQUEST | NLM_F_ACK | flags, value }]]);
  });
});

test("replace$ has a type of its own where the kernel has one", async () => {
  const types = { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET, replace: 40 };
  const { objects, datagrams } = setUp((to) => [ack(to)], { types });
  await outcome(objects.replace$({ id: 1 }));
  await outcome(objects.add$({ id: 1 }));
  expect(datagrams.flat().map(({ type }) => type)).toEqual([40, ITEM_NEW]);
});

test("add$ sends the flags of a definition that has others", async () => {
  const { objects, datagrams } = setUp((to) => [ack(to)], { addFlags: 0 });
  await outcome(objects.add$({ id: 1, name: "a" }));
  expect(datagrams).toMatchObject([[{ type: ITEM_NEW, flags: NLM_F_REQUEST | NLM_F_ACK }]]);
});

test("complete fills in what follows, and is told for which verb", async () => {
  const complete = vi.fn((value: Partial<Item>) => ({ ...value, family: 10 }));
  const { objects, datagrams } = setUp((to) => [ack(to)], { complete });
  for (const verb of ["add$", "change$", "replace$", "delete$", "get$", "list$"] as const)
    await outcome<unknown>(objects[verb]({ id: 1 }));
  expect(complete.mock.calls).toEqual(
    ["add", "change", "replace", "delete", "get", "list"].map((verb) => [{ id: 1 }, verb]),
  );
  expect(datagrams.flat().map(({ value }) => value.family)).toEqual([10, 10, 10, 10, 10, 10]);
});

describe("flush$", () => {
  const removing =
    (errno: number): Answer =>
    (to, socket) =>
      to.type === ITEM_GET ? table(to, socket) : [ack(to, errno)];

  test("deletes what was listed and emits it", async () => {
    const { objects, datagrams } = setUp(removing(0), { keysOf: (one) => [pick(one, "id")] });
    expect((await outcome(objects.flush$({ name: "b" }))).values).toMatchObject([{ id: 2, name: "b" }]);
    expect(datagrams.flat().filter(({ type }) => type === ITEM_DELETE)).toMatchObject([{ value: { id: 2 } }]);
  });

  test("is content where something has gone by itself", async () => {
    const { objects } = setUp(removing(2));
    expect((await outcome(objects.flush$("all"))).values).toHaveLength(2);
  });

  test("errors where it is refused", async () => {
    const { objects } = setUp(removing(1));
    expect((await outcome(objects.flush$("all"))).error).toMatchObject({ code: "EPERM" });
  });
});

describe("an object that differs from the common rule", () => {
  test("is found in the list where the kernel gives no single ones", async () => {
    const { objects } = setUp(table, { notFound: "ENOENT" });
    expect((await outcome(objects.get$({ name: "b" }))).values).toMatchObject([{ id: 2 }]);
    expect((await outcome(objects.get$({ name: "c" }))).error).toMatchObject({ code: "ENOENT" });
  });

  test("does not exist where the kernel only acknowledges the question", async () => {
    const { objects } = setUp((to) => [ack(to)], { getFlags: NLM_F_ACK });
    const { error } = await outcome(objects.get$({ id: 3 }));
    expect(error).toMatchObject({ code: "ENOENT", text: "no such item" });
  });

  test("sends requestOnly members and does not compare them", async () => {
    const { objects, datagrams } = setUp(table, { filters: [], requestOnly: ["family"] });
    expect((await outcome(objects.list$({ family: 7 }))).values).toHaveLength(2);
    expect(datagrams[0]![0]!.value).toEqual({ family: 7 });
  });

  test("leaves out what is another object's", async () => {
    const { objects } = setUp(table, { accepts: ({ id }) => id === 1 });
    expect((await outcome(objects.list$())).values).toMatchObject([{ id: 1 }]);
  });

  test("is changed by a request of type set where there is one", async () => {
    const { objects, datagrams } = setUp((to) => [ack(to)], { types: { new: ITEM_NEW, set: 99 } });
    await outcome(objects.change$({ id: 1 }));
    expect(datagrams).toMatchObject([[{ type: 99, flags: NLM_F_REQUEST | NLM_F_ACK }]]);
    const { error } = await outcome(objects.delete$({ id: 1 }));
    expect(error).toBeInstanceOf(UnsupportedError);
    expect(error).toMatchObject({ message: 'the kernel has no "delete" for the object item' });
  });

  test("is deleted and got by what names it, whatever else is known of it", async () => {
    const keysOf = ({ id }: Partial<Item>) => [{ ...(id !== undefined && { id }) }];
    const { objects, datagrams } = setUp((to) => [ack(to)], { keysOf });
    await outcome(objects.delete$({ id: 1, family: 7, name: "x" }));
    await outcome(objects.batch$("delete", [{ id: 2, family: 7, name: "x" }]));
    expect(datagrams.flat().map(({ value }) => value)).toEqual([
      { family: 0, id: 1 },
      { family: 0, id: 2 },
    ]);
  });

  test("is changed by that request where the value needs it, in a batch too", async () => {
    const { objects, datagrams } = setUp((to) => [ack(to)], {
      types: { new: ITEM_NEW, set: 99 },
      changesBySet: ({ family }) => family === 7,
    });
    await outcome(objects.change$({ id: 1 }));
    await outcome(objects.batch$("change", [{ id: 1 }, { id: 2, family: 7 }]));
    const sent = datagrams.flat().map(({ type, flags }) => [type, flags & CHANGE]);
    expect(sent).toEqual([
      [ITEM_NEW, CHANGE],
      [ITEM_NEW, CHANGE],
      [99, 0],
    ]);
  });
});

test("pick takes the members that are there", () => {
  expect(pick({ a: 1, b: undefined, c: 3 }, "a", "b")).toEqual({ a: 1 });
});

test("notifications$ are those of the object", async () => {
  const { objects, transport } = setUp(() => []);
  const seen = watch(objects.notifications$());
  await quiet();
  const [socket] = transport.sockets;
  socket!.deliver(datagram(item({ sequence: 0, portId: 0 }, { id: 1 })));
  expect(socket!.options.groups).toEqual([1]);
  expect(seen.values).toMatchObject([{ type: "new", object: "item", value: { id: 1 } }]);
});
