import { ClosedError, OutcomeUnknownError, SystemError } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { datagram, type ScriptedSocket } from "@rxnetlink/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutsOf } from "#src/message-layouts.js";
import { NotRecordedError } from "#src/replay/not-recorded-error.js";
import { replay } from "#src/replay/replay.js";
import {
  GET,
  type Items,
  itemObject,
  itemsOver,
  NEW,
  quiet,
  recorded,
  watch,
} from "../../test/support/items.js";
import { failure, over, record } from "../../test/support/record.js";

describe("requests", () => {
  test("get the recorded replies", async () => {
    const program = async (items: Items) => [
      await all(items.list$()),
      await all(items.get$({ id: 2 })),
      await failure(items.get$({ id: 9 })),
      await all(items.add$({ id: 3 })),
      await failure(items.add$({ id: 3 })),
      await all(items.list$()),
    ];
    let then: unknown;
    const bytes = await record(async (items) => {
      then = await program(items);
    });
    expect(then).toMatchObject([
      [{ id: 1 }, { id: 2 }],
      [{ id: 2, name: "two" }],
      { code: "ENOENT" },
      [{}],
      { code: "EEXIST" },
      [{ id: 1 }, { id: 2 }, { id: 3 }],
    ]);
    expect(await program(over(bytes))).toEqual(then);
  });

  test("get the recorded replies, whatever they are", async () => {
    const id = fc.integer({ min: 1, max: 4 });
    const verbs = fc.array(fc.tuple(fc.constantFrom("list", "get", "add", "delete"), id), { maxLength: 12 });
    const program = async (items: Items, steps: [string, number][]) => {
      const outcomes: unknown[] = [];
      for (const [verb, id] of steps) {
        const does = items[`${verb}$` as "get$"](verb === "list" ? {} : { id });
        outcomes.push(await watch<unknown>(does).ended);
      }
      return outcomes;
    };
    const property = fc.asyncProperty(verbs, async (steps) => {
      let then: unknown;
      const bytes = await record(async (items) => {
        then = await program(items, steps);
      });
      expect(await program(over(bytes), steps)).toEqual(then);
    });
    await fc.assert(property);
  });

  test("may come in another order and be sent together", async () => {
    const bytes = await record(async (items) => {
      await all(items.get$({ id: 1 }));
      await all(items.get$({ id: 2 }));
    });
    const items = over(bytes);
    const values = await Promise.all([all(items.get$({ id: 2 })), all(items.get$({ id: 1 }))]);
    expect(values).toEqual([[{ id: 2, name: "two" }], [{ id: 1, name: "one" }]]);
  });

  test("of a batch have the recorded outcomes", async () => {
    const program = (items: Items) => all(items.batch$("add", [{ id: 5 }, { id: 1 }, { id: 6 }]));
    let then: unknown;
    const bytes = await record(async (items) => {
      then = await program(items);
    });
    expect(then).toMatchObject([{ type: "applied" }, { type: "rejected" }, { type: "applied" }]);
    expect(await program(over(bytes))).toEqual(then);
  });

  test("may be repeated if they are queries, but not if they are changes", async () => {
    const bytes = await record(async (items) => {
      await all(items.list$());
      await all(items.add$({ id: 3 }));
      await all(items.list$());
    });
    const items = over(bytes);
    expect(await all(items.list$())).toHaveLength(2);
    await all(items.add$({ id: 3 }));
    for (let i = 0; i < 3; i++) expect(await all(items.list$())).toHaveLength(3);
    expect(await failure(items.add$({ id: 3 }))).toMatchObject({
      name: "NotRecordedError",
      missing: expect.stringMatching(/ once more$/),
      recorded: [expect.any(String)],
    });
  });

  test("that were not recorded fail with a description and similar requests", async () => {
    const bytes = await record(async (items) => {
      await all(items.get$({ id: 1 }));
      await all(items.get$({ id: 2 }));
    });
    const named = over(bytes, { layoutOf: layoutsOf(itemObject) });
    expect(await failure(named.get$({ id: 7, name: "x" }))).toMatchObject({
      name: "NotRecordedError",
      missing: `a request of protocol 7, of type ${GET} with the flags 0x1 and { "id": 7, "name": "x" }`,
      recorded: [
        `a request of protocol 7, of type ${GET} with the flags 0x1 and { "id": 1 }`,
        `a request of protocol 7, of type ${GET} with the flags 0x1 and { "id": 2 }`,
      ],
    });
    expect(await failure(over(bytes).delete$({ id: 7 }))).toMatchObject({
      missing: expect.stringContaining("the payload 07 00 00 00"),
      recorded: [expect.any(String), expect.any(String)],
    });
    expect(await failure(itemsOver(replay(bytes), { namespace: "blue" }).get$({ id: 1 }))).toMatchObject({
      missing: expect.stringContaining("a request of protocol 7 in blue, of type"),
      recorded: [expect.stringContaining("a request of protocol 7, of type"), expect.any(String)],
    });
    const empty = await record(() => {});
    expect(await failure(over(empty).list$())).toMatchObject({
      message: expect.stringMatching(/^not in the recording: a request .*; it has nothing similar$/),
    });
  });

  test("that were recorded get replies next to one that was not", async () => {
    const bytes = await record((items) => all(items.get$({ id: 1 })));
    const items = over(bytes);
    const [found, missing] = [all(items.get$({ id: 1 })), failure(items.get$({ id: 2 }))];
    expect(await found).toEqual([{ id: 1, name: "one" }]);
    expect(await missing).toBeInstanceOf(NotRecordedError);
  });

  test("are matched in their own namespace", async () => {
    const { transport, bytes, kernel } = recorded();
    await all(itemsOver(transport, { namespace: "blue" }).list$());
    kernel.happen(NEW, { id: 1 });
    await all(itemsOver(transport, { namespace: "red" }).list$());
    await all(itemsOver(transport, { namespace: { fd: 4 } }).list$());
    const again = replay(bytes());
    expect(await all(itemsOver(again, { namespace: "red" }).list$())).toHaveLength(1);
    expect(await all(itemsOver(again, { namespace: "blue" }).list$())).toHaveLength(0);
    expect(await all(itemsOver(again, { namespace: { fd: 9 } }).list$())).toHaveLength(1);
    expect(await failure(itemsOver(again, { namespace: "green" }).list$())).toBeInstanceOf(NotRecordedError);
  });
});

describe("incomplete replies", () => {
  test("end as the recording does", async () => {
    const bytes = await record((items) => all(items.list$()));
    const rows: unknown[] = [];
    for (let length = 60; length < bytes.length; length += 4) {
      const { values, error } = await watch(over(bytes.subarray(0, length)).list$()).ended;
      if (error !== undefined) expect(error).toBeInstanceOf(NotRecordedError);
      rows.push([values.length, (error as Error)?.message.includes("the whole reply")]);
    }
    expect(rows).toContainEqual([0, false]);
    expect(rows).toContainEqual([0, true]);
    expect(rows.at(-1)).toEqual([2, undefined]);
  });

  test("fail as recorded: lost, not sent, truncated, or ended with their socket", async () => {
    const faults: ((socket: ScriptedSocket) => void)[] = [
      (socket) => socket.deliver({ type: "overrun" }),
      (socket) =>
        socket.deliver({ type: "callFailed", ticket: 1, error: new SystemError("sendto", 1, "be root") }),
      (socket) => socket.deliver(datagram(Uint8Array.of(99, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0))),
      (socket) => socket.end(),
      (socket) => socket.fail(new SystemError("recvmsg", 5)),
    ];
    const failures = faults.map(async (inject) => {
      let then: unknown;
      const bytes = await record(async (items, { kernel }) => {
        kernel.mute = true;
        const request = failure(items.get$({ id: 1 }));
        await quiet();
        inject([...kernel.transport.sockets][0]!);
        then = await request;
      });
      const now = await failure(over(bytes).get$({ id: 1 }));
      expect(now).toEqual(then);
      return (now as Error).constructor;
    });
    expect(await Promise.all(failures)).toEqual([
      OutcomeUnknownError,
      SystemError,
      OutcomeUnknownError,
      ClosedError,
      SystemError,
    ]);
  });
});
