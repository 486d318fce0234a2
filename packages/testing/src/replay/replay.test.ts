import {
  ClosedError,
  type NetlinkObject,
  OutcomeUnknownError,
  type Socket,
  SystemError,
} from "@rxnetlink/core";
import { datagram, type ScriptedSocket } from "@rxnetlink/core/scripted-transport";
import { firstValueFrom, lastValueFrom, type Observable, toArray } from "rxjs";
import { TestScheduler } from "rxjs/testing";
import { describe, expect, test } from "vitest";
import { layoutsOf } from "../message-layouts.js";
import {
  DELETE,
  GET,
  GROUP,
  type Item,
  itemObject,
  itemsOver,
  NEW,
  quiet,
  recorded,
  watch,
} from "./items.test.util.js";
import { NotRecordedError } from "./not-recorded-error.js";
import { type ReplayOptions, replay } from "./replay.js";

/** Records what a program does to a kernel that has two items. */
async function record(program: (items: NetlinkObject<Item>, it: ReturnType<typeof recorded>) => unknown) {
  const it = recorded();
  it.kernel.happen(NEW, { id: 1, name: "one" });
  it.kernel.happen(NEW, { id: 2, name: "two" });
  await program(itemsOver(it.transport), it);
  await it.transport.close();
  return it.bytes();
}

const all = <T>(source$: Observable<T>) => firstValueFrom(source$.pipe(toArray()));
const over = (bytes: Uint8Array, options?: ReplayOptions) => itemsOver(replay(bytes, options));
const failure = <T>(source$: Observable<T>) => watch(source$).ended.then(({ error }) => error);

describe("requests", () => {
  test("are answered as they were", async () => {
    const program = async (items: NetlinkObject<Item>) => [
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

  test("may come in another order, and leave together", async () => {
    const bytes = await record(async (items) => {
      await all(items.get$({ id: 1 }));
      await all(items.get$({ id: 2 }));
    });
    const items = over(bytes);
    const values = await Promise.all([all(items.get$({ id: 2 })), all(items.get$({ id: 1 }))]);
    expect(values).toEqual([[{ id: 2, name: "two" }], [{ id: 1, name: "one" }]]);
  });

  test("of a batch have the outcomes that they had", async () => {
    const program = (items: NetlinkObject<Item>) =>
      all(items.batch$("add", [{ id: 5 }, { id: 1 }, { id: 6 }]));
    let then: unknown;
    const bytes = await record(async (items) => {
      then = await program(items);
    });
    expect(then).toMatchObject([{ status: "applied" }, { status: "rejected" }, { status: "applied" }]);
    expect(await program(over(bytes))).toEqual(then);
  });

  test("that ask may be made again, those that change something may not", async () => {
    const bytes = await record(async (items) => {
      await all(items.list$());
      await all(items.add$({ id: 3 }));
      await all(items.list$());
    });
    const items = over(bytes);
    expect(await all(items.list$())).toHaveLength(2);
    await all(items.add$({ id: 3 }));
    for (let i = 0; i < 3; i++) expect(await all(items.list$())).toHaveLength(3);
    expect(await failure(items.add$({ id: 3 }))).toBeInstanceOf(NotRecordedError);
  });

  test("that were not recorded fail, and say what they were and what there is", async () => {
    const bytes = await record(async (items) => {
      await all(items.get$({ id: 1 }));
      await all(items.get$({ id: 2 }));
    });
    const named = over(bytes, { layoutOf: layoutsOf(itemObject) });
    expect(await failure(named.get$({ id: 7, name: "x" }))).toMatchObject({
      name: "NotRecordedError",
      wanted: `a request of type ${GET} with the flags 0x1 and { "id": 7, "name": "x" }`,
      recorded: [
        `a request of type ${GET} with the flags 0x1 and { "id": 1 }`,
        `a request of type ${GET} with the flags 0x1 and { "id": 2 }`,
      ],
    });
    expect(await failure(over(bytes).delete$({ id: 7 }))).toMatchObject({
      wanted: expect.stringContaining("the payload 07 00 00 00"),
      recorded: [expect.any(String), expect.any(String)],
    });
    expect(await failure(itemsOver(replay(bytes), { protocol: 8 }).list$())).toMatchObject({
      message: expect.stringMatching(/^not in the recording: a request .*; it has nothing of that sort$/),
    });
  });

  test("that were recorded are answered beside one that was not", async () => {
    const bytes = await record((items) => all(items.get$({ id: 1 })));
    const items = over(bytes);
    const [found, missing] = [all(items.get$({ id: 1 })), failure(items.get$({ id: 2 }))];
    expect(await found).toEqual([{ id: 1, name: "one" }]);
    expect(await missing).toBeInstanceOf(NotRecordedError);
  });

  test("are looked for in their own namespace", async () => {
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

describe("answers that are not whole", () => {
  test("end as the recording does", async () => {
    const bytes = await record((items) => all(items.list$()));
    const rows: unknown[] = [];
    for (let length = 60; length < bytes.length; length += 4) {
      const { values, error } = await watch(over(bytes.subarray(0, length)).list$()).ended;
      if (error !== undefined) expect(error).toBeInstanceOf(NotRecordedError);
      rows.push([values.length, (error as Error)?.message.includes("the whole answer")]);
    }
    expect(rows).toContainEqual([0, false]);
    expect(rows).toContainEqual([0, true]);
    expect(rows.at(-1)).toEqual([2, undefined]);
  });

  test("fail as they failed: lost, not sent, cut, or ended with their socket", async () => {
    const strikes: ((socket: ScriptedSocket) => void)[] = [
      (socket) => socket.deliver({ kind: "overrun" }),
      (socket) =>
        socket.deliver({ kind: "failed", ticket: 1, error: new SystemError("sendto", 1, "be root") }),
      (socket) => socket.deliver(datagram(Uint8Array.of(99, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0))),
      (socket) => socket.end(),
      (socket) => socket.fail(new SystemError("recvmsg", 5)),
    ];
    const failures = strikes.map(async (strike) => {
      let then: unknown;
      const bytes = await record(async (items, { kernel }) => {
        kernel.mute = true;
        const asked = failure(items.get$({ id: 1 }));
        await quiet();
        strike([...kernel.transport.sockets][0]!);
        then = await asked;
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

describe("notifications", () => {
  const told = (items: NetlinkObject<Item>) => items.notifications$();

  test("come as they came, and end with the recording", async () => {
    let then: unknown;
    let cut = 0;
    const bytes = await record(async (items, { kernel, bytes }) => {
      const seen = watch(told(items));
      await quiet();
      kernel.happen(NEW, { id: 3 });
      kernel.listeners[0]!.deliver({ kind: "overrun", drops: 2 });
      kernel.listeners[0]!.deliver({ kind: "drained" });
      cut = bytes().length + 40;
      kernel.happen(DELETE, { id: 3 });
      then = seen.values;
      seen.unsubscribe();
    });
    expect(then).toHaveLength(4);
    expect(await all(told(over(bytes)))).toEqual(then);
    expect(await all(told(over(bytes.subarray(0, cut))))).toEqual((then as unknown[]).slice(0, 3));
  });

  test("of a second subscription are those of the second one", async () => {
    const bytes = await record(async (items, { kernel }) => {
      for (const id of [3, 4]) {
        const seen = watch(told(items));
        await quiet();
        kernel.happen(NEW, { id });
        seen.unsubscribe();
      }
    });
    const items = over(bytes);
    const ids = async () => (await all(told(items))).map((one) => "value" in one && one.value.id);
    expect([await ids(), await ids(), await ids()]).toEqual([[3], [4], [4]]);
  });

  test("keep a state true, and know what the program did itself", async () => {
    const program = async (items: NetlinkObject<Item>, happen: () => void) => {
      const seen = watch(items.watch$());
      while (seen.values.at(-1)?.type !== "synced") await quiet();
      await all(items.add$({ id: 3 }));
      happen();
      return seen;
    };
    let then: unknown;
    const bytes = await record(async (items, { kernel }) => {
      const { values } = await program(items, () => kernel.happen(NEW, { id: 4 }));
      then = values;
    });
    expect(then).toMatchObject([
      { type: "added" },
      { type: "added" },
      { type: "synced" },
      { type: "added", origin: "self", current: { id: 3 } },
      { type: "added", origin: "other", current: { id: 4 } },
    ]);
    const again = await program(over(bytes), () => {});
    await again.ended;
    expect(again.values).toEqual(then);
    expect(await lastValueFrom(over(bytes).state$())).toEqual(
      new Map([1, 2, 3, 4].map((id) => [id, expect.anything()])),
    );
  });

  test("end with the error that they ended with", async () => {
    const bytes = await record(async (items, { kernel }) => {
      const seen = watch(told(items));
      await quiet();
      kernel.listeners[0]!.fail(new SystemError("recvmsg", 12));
      await seen.ended;
    });
    expect(await failure(told(over(bytes)))).toEqual(new SystemError("recvmsg", 12));
  });

  test("of groups that nobody listened to are not there", async () => {
    const bytes = await record((items) => all(items.list$()));
    expect(await failure(told(over(bytes)))).toMatchObject({
      name: "NotRecordedError",
      wanted: `the multicast group ${GROUP} of protocol 7`,
      recorded: [],
    });
  });
});

describe("a socket", () => {
  /** Opens a socket and receives from it. */
  async function opened(bytes: Uint8Array, groups?: number[]) {
    const transport = replay(bytes);
    const sockets = watch(transport.socket$({ protocol: 7, ...(groups && { groups }) }));
    while (sockets.values.length === 0) await quiet();
    const socket = sockets.values[0] as Socket;
    return { socket, arrivals: watch(socket.arrivals$), sockets, transport };
  }

  /** A recording of one socket with some groups, to which datagrams of some groups came. */
  async function heard(groups: number[], from: number[]): Promise<Uint8Array> {
    const { transport, kernel, bytes } = recorded();
    const sockets = watch(transport.socket$({ protocol: 7, groups }));
    await quiet();
    watch((sockets.values[0] as Socket).arrivals$);
    for (const group of from)
      [...kernel.transport.sockets][0]!.deliver(datagram(Uint8Array.of(group), { group }));
    sockets.unsubscribe();
    return bytes();
  }

  const groupsOf = (values: readonly object[]) => values.map((value) => (value as { group?: number }).group);

  test("hears its groups out of those that one socket had", async () => {
    const bytes = await heard([3, 4, 5], [3, 4, 5, 3]);
    const { arrivals, sockets } = await opened(bytes, [3, 5]);
    await sockets.ended;
    expect(groupsOf(arrivals.values)).toEqual([3, 5, 3]);
  });

  test("hears a group from when it joins it until it leaves it", async () => {
    const bytes = await heard([3, 4], [3, 4, 3]);
    const { socket, arrivals, sockets } = await opened(bytes);
    socket.join(4);
    await sockets.ended;
    expect(groupsOf(arrivals.values)).toEqual([4]);
    const other = await opened(bytes, [3]);
    other.socket.leave(3);
    await other.sockets.ended;
    expect(other.arrivals.values).toEqual([]);
  });

  test("is told where it joins a group that nobody listened to", async () => {
    const { socket, arrivals } = await opened(await heard([3], []));
    const ticket = socket.join(9);
    while (arrivals.values.length === 0) await quiet();
    expect(arrivals.values).toEqual([{ kind: "failed", ticket, error: expect.any(NotRecordedError) }]);
    expect(arrivals.values[0]).toMatchObject({ error: { recorded: ["the groups 3"] } });
  });

  test("holds back while it is paused, and its end too", async () => {
    const { socket, arrivals, sockets } = await opened(await heard([3], [3, 3]), [3]);
    socket.pause(true);
    for (let i = 0; i < 10; i++) await quiet();
    expect(arrivals.values).toEqual([]);
    socket.pause(false);
    await sockets.ended;
    expect(groupsOf(arrivals.values)).toEqual([3, 3]);
  });

  test("ends when the transport is closed, and so do later ones", async () => {
    const { sockets, transport } = await opened(await heard([3], [3]));
    await transport.close();
    expect((await sockets.ended).error).toBeInstanceOf(ClosedError);
    expect(await failure(transport.socket$({ protocol: 7 }))).toBeInstanceOf(ClosedError);
  });
});

describe("the pace", () => {
  /** Notifications at 0, 10 and 1000 ms after the subscription, which ends at 1500 ms. */
  async function timed(): Promise<Uint8Array> {
    let now = 1000;
    const { transport, kernel, bytes } = recorded({ now: () => now });
    const seen = watch(itemsOver(transport).notifications$());
    await quiet();
    for (const [id, at] of [1000, 1010, 2000].entries()) {
      now = at;
      kernel.happen(NEW, { id });
    }
    now = 2500;
    seen.unsubscribe();
    return bytes();
  }

  const change = (id: number) => ({
    event: "new" as const,
    object: "item",
    value: { id },
    sequence: 0,
    portId: 0,
    flags: 0,
  });

  test("is that of a scheduler", async () => {
    const bytes = await timed();
    const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    scheduler.run(({ expectObservable }) => {
      const items = over(bytes, { scheduler });
      const values = { a: change(0), b: change(1), c: change(2) };
      expectObservable(items.notifications$()).toBe("a 9ms b 989ms c 499ms |", values);
      expectObservable(items.notifications$(), "^ 500ms !").toBe("a 9ms b", values);
    });
  });

  test("is that of the machine", async () => {
    let now = 0;
    const { transport, kernel, bytes } = recorded({ now: () => now });
    const seen = watch(itemsOver(transport).notifications$());
    await quiet();
    now = 30;
    kernel.happen(NEW, { id: 1 });
    seen.unsubscribe();
    const begin = Date.now();
    await firstValueFrom(over(bytes(), { pace: "asRecorded" }).notifications$());
    // It may take longer, never less; the clocks of timers and of dates differ by a millisecond.
    expect(Date.now() - begin).toBeGreaterThanOrEqual(29);
  });

  test("may be none, and the order is kept all the same", async () => {
    let now = 0;
    const { transport, kernel, bytes } = recorded({ now: () => now });
    const items = itemsOver(transport);
    const seen = watch(items.notifications$());
    await quiet();
    for (const [id, at] of [
      [1, 3_600_000],
      [2, 7_200_000],
    ] as const) {
      now = at;
      kernel.happen(NEW, { id });
      await all(items.get$({ id }));
      now = at + 1;
      await all(items.list$());
    }
    seen.unsubscribe();
    const order: unknown[] = [];
    const again = over(bytes());
    await new Promise<void>((complete) =>
      again.notifications$().subscribe({
        complete,
        next(notification) {
          if (!("value" in notification)) return;
          const { id } = notification.value;
          order.push(`heard of ${id}`);
          again.get$({ id }).subscribe(() => order.push(`got ${id}`));
          again
            .list$()
            .pipe(toArray())
            .subscribe((rows) => order.push(`listed ${rows.length}`));
        },
      }),
    );
    expect(order).toEqual(["heard of 1", "got 1", "listed 1", "heard of 2", "got 2", "listed 2"]);
  });
});
