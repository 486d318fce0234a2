import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { config, type Observable } from "rxjs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Connection } from "#src/connection/connection.js";
import {
  ClosedError,
  DecodeError,
  DumpInterruptedError,
  EncodeError,
  KernelError,
  OutcomeUnknownError,
  RequestTimeoutError,
} from "#src/errors/errors.js";
import { NLM_F_ACK, NLM_F_DUMP, NLM_F_DUMP_INTR, NLM_F_MULTI, NLM_F_REQUEST } from "#src/message/nlmsg.js";
import { struct } from "#src/schema/struct.js";
import { u8 } from "#src/schema/types/scalar.js";
import {
  ack,
  badItem,
  conversation,
  cutMessage,
  done,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  item,
  itemMessage,
  join,
  outcome,
  quiet,
  watch,
} from "../../test/support/kernel.js";

const get = (id: number) => ({ type: ITEM_GET, layout: itemMessage, value: { id } });
const all = { type: ITEM_GET, layout: itemMessage, value: {} };
const items = {
  name: "item",
  layout: itemMessage,
  types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
  groups: [1],
};
const silent = () => [];

afterEach(() => void vi.useRealTimers());

describe("request$", () => {
  test("emits the reply and completes", async () => {
    const { connection, datagrams } = conversation((to) => [item(to, { id: to.value.id ?? 0, name: "a" })]);
    expect(await outcome(connection.request$(get(7)))).toEqual({ values: [{ family: 0, id: 7, name: "a" }] });
    expect(datagrams).toMatchObject([[{ type: ITEM_GET, flags: NLM_F_REQUEST, value: { id: 7 } }]]);
  });

  test("does nothing before it is subscribed, and asks again each time", async () => {
    const { connection, datagrams, transport } = conversation((to) => [item(to, { id: 7 })]);
    const request$ = connection.request$(get(7));
    await quiet();
    expect([datagrams.length, transport.sockets.size]).toEqual([0, 0]);
    await outcome(request$);
    await outcome(request$);
    expect([datagrams.length, transport.sockets.size]).toEqual([2, 1]);
  });

  test("with NLM_F_ACK waits for the acknowledgement", async () => {
    const { connection } = conversation((to) => [item(to, { id: 7 }), item(to, { id: 8 }), ack(to)]);
    expect(await outcome(connection.request$({ ...get(7), flags: NLM_F_ACK }))).toMatchObject({
      values: [{ id: 7 }, { id: 8 }],
    });
  });

  test("takes an answer in several parts", async () => {
    const { connection } = conversation((to) => [
      item(to, { id: 7 }, NLM_F_MULTI),
      item(to, { id: 8 }, NLM_F_MULTI),
      done(to),
    ]);
    expect(await outcome(connection.request$(get(7)))).toMatchObject({ values: [{ id: 7 }, { id: 8 }] });
  });

  test("reads replies in a layout of their own", async () => {
    const { connection } = conversation((to) => [item(to, { family: 9 })]);
    const reply = struct("reply", { whole: u8 });
    expect(await outcome(connection.request$({ ...get(7), reply }))).toEqual({ values: [{ whole: 9 }] });
  });

  test("errors with what the kernel says", async () => {
    const { connection } = conversation((to) => [ack(to, 19, { msg: "no such item", offs: 20 })]);
    const { values, error } = await outcome(connection.request$(get(7)));
    expect(values).toEqual([]);
    expect(error).toBeInstanceOf(KernelError);
    expect(error).toMatchObject({
      code: "ENODEV",
      errno: 19,
      text: "no such item",
      path: "id",
      message: "message type 22 (item): ENODEV at id: no such item",
      request: { type: ITEM_GET, flags: NLM_F_REQUEST, value: { id: 7 } },
    });
  });

  test("errors where the reply cannot be read", async () => {
    const { connection } = conversation((to) => [badItem(to)]);
    expect(await outcome(connection.request$(get(7)))).toEqual({
      values: [],
      error: expect.any(DecodeError),
    });
  });

  test("errors where the value does not fit, and sends nothing", async () => {
    const { connection, datagrams } = conversation(silent);
    const { error } = await outcome(connection.request$(get(-1)));
    expect(error).toBeInstanceOf(EncodeError);
    expect(datagrams).toEqual([]);
  });

  test.each([
    ["its own", { timeout: 50 }, {}, 50],
    ["that of the connection", {}, { timeout: 70 }, 70],
    ["30 s", {}, {}, 30_000],
  ])("times out after %s", async (_, own, options, expected) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { connection } = conversation(silent, options);
    const seen = watch(connection.request$({ ...get(7), ...own }));
    await quiet();
    vi.advanceTimersByTime(expected - 1);
    expect(seen.ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(seen.error).toBeInstanceOf(RequestTimeoutError);
  });

  test("unsubscribing cancels", async () => {
    const { connection, transport } = conversation(silent);
    const seen = watch(connection.request$(get(7)));
    await quiet();
    seen.unsubscribe();
    const [socket] = transport.sockets;
    socket!.deliver(datagram(item({ sequence: 1, portId: socket!.portId }, { id: 7 })));
    expect(seen).toMatchObject({ values: [], ended: false });
    expect(connection.statistics.strays).toBe(1);
  });

  test("one that is cancelled does not disturb another", async () => {
    const { connection } = conversation((to) => [item(to, { id: to.value.id ?? 0 })]);
    const first = watch(connection.request$(get(1)));
    const second = watch(connection.request$(get(2)));
    first.unsubscribe();
    await quiet();
    expect(first).toMatchObject({ values: [], ended: false });
    expect(second).toMatchObject({ values: [{ id: 2 }], ended: true });
  });

  test("opens another socket after one has failed", async () => {
    const { connection, transport } = conversation((to) => [item(to, { id: 7 })]);
    await outcome(connection.request$(get(7)));
    const reason = new ClosedError("the thread");
    [...transport.sockets][0]!.fail(reason);
    expect(await outcome(connection.request$(get(7)))).toMatchObject({ values: [{ id: 7 }] });
  });
});

describe("execute$", () => {
  test("emits one acknowledgement, with the kernel's warning", async () => {
    const { connection, datagrams } = conversation((to) => [
      item(to, { id: 7 }),
      ack(to, 0, { msg: "deprecated" }),
    ]);
    expect(await outcome(connection.execute$(get(7)))).toEqual({ values: [{ warning: "deprecated" }] });
    expect(datagrams).toMatchObject([[{ flags: NLM_F_REQUEST | NLM_F_ACK }]]);
  });

  test("is an empty object where the kernel has nothing to say", async () => {
    const { connection } = conversation((to) => [ack(to)]);
    expect(await outcome(connection.execute$(get(7)))).toEqual({ values: [{}] });
  });

  test("those of one turn leave in one datagram; each has its own outcome", async () => {
    const { connection, datagrams } = conversation((to) => [ack(to, to.value.id === 2 ? 17 : 0)]);
    const seen = [1, 2, 3].map((id) => watch(connection.execute$(get(id))));
    await quiet();
    expect(datagrams.map((requests) => requests.length)).toEqual([3]);
    expect(seen.map(({ values, error }) => [values.length, error instanceof KernelError])).toEqual([
      [1, false],
      [0, true],
      [1, false],
    ]);
  });

  test("a thousand go, 64 at a time", async () => {
    const { connection, datagrams } = conversation((to) => [ack(to)]);
    const seen = Array.from({ length: 1000 }, (_, id) => watch(connection.execute$(get(id))));
    await quiet();
    expect(seen.every(({ values, ended }) => ended && values.length === 1)).toBe(true);
    expect(Math.max(...datagrams.map((requests) => requests.length))).toBe(64);
    expect(datagrams.flat().map(({ value }) => value.id)).toEqual(seen.map((_, id) => id));
  });

  test("is in doubt after an overrun", async () => {
    const { connection, transport } = conversation(silent);
    const seen = watch(connection.execute$(get(7)));
    await quiet();
    [...transport.sockets][0]!.deliver({ type: "overrun" });
    expect(seen.error).toBeInstanceOf(OutcomeUnknownError);
    expect(connection.statistics.overruns).toBe(1);
  });
});

describe("an observer that throws", () => {
  afterEach(() => {
    config.onUnhandledError = null;
  });

  test("disturbs no other request of the same datagram", async () => {
    const unhandled = new Promise((resolve) => {
      config.onUnhandledError = resolve;
    });
    const { connection } = conversation((to) => [item(to, { id: to.value.id ?? 0 })]);
    connection.request$(get(1)).subscribe(() => {
      throw new Error("of the user's");
    });
    const other = watch(connection.request$(get(2)));
    await quiet();
    expect(other).toMatchObject({ values: [{ id: 2 }], ended: true });
    expect(await unhandled).toHaveProperty("message", "of the user's");
  });
});

describe("dump$", () => {
  const rows = (to: { sequence: number; portId: number }, flags = 0) => [
    item(to, { id: 1 }, NLM_F_MULTI),
    item(to, { id: 2 }, NLM_F_MULTI | flags),
    done(to),
  ];

  test("emits the rows as they arrive and completes", async () => {
    const { connection, datagrams } = conversation((to) => rows(to));
    expect(await outcome(connection.dump$(all))).toMatchObject({ values: [{ id: 1 }, { id: 2 }] });
    expect(datagrams).toMatchObject([[{ flags: NLM_F_REQUEST | NLM_F_DUMP }]]);
  });

  test("has a socket of its own, which the next one uses again", async () => {
    const { connection, transport } = conversation((to) => (to.value.id === 1 ? rows(to) : []));
    const ended = watch(connection.dump$(get(1)));
    const running = [watch(connection.dump$(get(2))), watch(connection.dump$(get(3)))];
    expect(transport.sockets.size).toBe(3);
    await quiet();
    expect(ended.ended).toBe(true);
    expect(transport.sockets.size).toBe(3);
    const next = watch(connection.dump$(get(1)));
    await quiet();
    expect(next.ended).toBe(true);
    expect(transport.sockets.size).toBe(3);
    for (const dump of running) dump.unsubscribe();
    expect(transport.sockets.size).toBe(1);
    connection.close();
    expect(transport.sockets.size).toBe(0);
  });

  test("takes another socket where those that were kept have failed", async () => {
    const { connection, transport } = conversation((to) => rows(to));
    await Promise.all([outcome(connection.dump$(all)), outcome(connection.dump$(all))]);
    expect(transport.sockets.size).toBe(2);
    for (const socket of transport.sockets) socket.fail(new ClosedError("the thread"));
    expect(await outcome(connection.dump$(all))).toMatchObject({ values: [{ id: 1 }, { id: 2 }] });
  });

  test("closes its socket in the middle where its subscriber has enough", async () => {
    const { connection, transport } = conversation((to) => rows(to));
    const seen: unknown[] = [];
    const subscription = connection.dump$(all).subscribe((row) => {
      seen.push(row);
      subscription.unsubscribe();
    });
    await quiet();
    expect(seen).toHaveLength(1);
    expect(transport.sockets.size).toBe(0);
  });

  test("one that is unsubscribed early does not disturb another", async () => {
    const { connection, transport } = conversation((to) => [item(to, { id: 1 }, NLM_F_MULTI)]);
    const [first, second] = [watch(connection.dump$(all)), watch(connection.dump$(all))];
    await quiet();
    first.unsubscribe();
    const [socket] = transport.sockets;
    const to = { sequence: 1, portId: socket!.portId };
    socket!.deliver(datagram(join([item(to, { id: 2 }, NLM_F_MULTI), done(to)])));
    expect(first).toMatchObject({ values: [{ id: 1 }], ended: false });
    expect(second).toMatchObject({ values: [{ id: 1 }, { id: 2 }], ended: true });
    expect(second.error).toBeUndefined();
  });

  test("errors where the kernel ends it with an error", async () => {
    const { connection } = conversation((to) => [
      item(to, { id: 1 }, NLM_F_MULTI),
      done(to, 95, 0, { msg: "no" }),
    ]);
    const { values, error } = await outcome(connection.dump$(all));
    expect(values).toHaveLength(1);
    expect(error).toMatchObject({ code: "EOPNOTSUPP", text: "no" });
  });

  test.each([
    ["a row", NLM_F_DUMP_INTR, 0],
    ["the end", 0, NLM_F_DUMP_INTR],
  ])("errors at the end where %s is marked as interrupted", async (_, row, end) => {
    const { connection } = conversation((to) => [
      item(to, { id: 1 }, NLM_F_MULTI | row),
      item(to, { id: 2 }, NLM_F_MULTI),
      done(to, 0, end),
    ]);
    const { values, error } = await outcome(connection.dump$(all));
    expect(values).toHaveLength(2);
    expect(error).toBeInstanceOf(DumpInterruptedError);
  });

  test("a row that cannot be read does not stop the others; its error comes at the end", async () => {
    const { connection } = conversation((to) => [badItem(to, NLM_F_MULTI), ...rows(to)]);
    const { values, error } = await outcome(connection.dump$(all));
    expect(values).toMatchObject([{ id: 1 }, { id: 2 }]);
    expect(error).toBeInstanceOf(DecodeError);
  });

  test("rows that are lost with a malformed datagram end it at once, never as a success", async () => {
    const { connection } = conversation((to) => [item(to, { id: 1 }, NLM_F_MULTI), cutMessage(to)]);
    const { values, error } = await outcome(connection.dump$(all));
    expect(values).toHaveLength(1);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
  });

  test("waits for ever unless it is told otherwise", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { connection } = conversation(silent, { timeout: 50 });
    const patient = watch(connection.dump$(all));
    const hasty = watch(connection.dump$({ ...all, timeout: 60 }));
    await quiet();
    vi.advanceTimersByTime(1_000_000);
    expect(patient.ended).toBe(false);
    expect(hasty.error).toBeInstanceOf(RequestTimeoutError);
  });

  test("errors where the filter cannot be encoded, and closes its socket", async () => {
    const { connection, transport } = conversation(silent);
    expect(await outcome(connection.dump$(get(-1)))).toMatchObject({ error: expect.any(EncodeError) });
    expect(transport.sockets.size).toBe(0);
  });
});

describe("close", () => {
  test("ends everything that is open, and its sockets", async () => {
    const { connection, transport } = conversation(silent);
    const asked = [
      watch(connection.request$(get(1))),
      watch(connection.execute$(get(1))),
      watch(connection.dump$(all)),
    ];
    const notifications = watch(connection.notifications$([items]));
    await quiet();
    connection.close();
    connection.close();
    expect(asked.map(({ error }) => error)).toEqual(asked.map(() => expect.any(ClosedError)));
    expect(notifications).toMatchObject({ ended: true });
    expect(notifications).not.toHaveProperty("error");
    expect(transport.sockets.size).toBe(0);
  });

  test("what is subscribed later errors", async () => {
    const { connection, transport } = conversation(silent);
    connection.close();
    const later: Observable<unknown>[] = [
      connection.request$(get(1)),
      connection.execute$(get(1)),
      connection.dump$(all),
      connection.notifications$([items]),
    ];
    for (const one$ of later) expect(await outcome(one$)).toMatchObject({ error: expect.any(ClosedError) });
    expect(transport.sockets.size).toBe(0);
  });

  test("a subscriber that asks again when it errors gets an error, not a socket", async () => {
    const { connection, transport } = conversation(silent);
    const errors: unknown[] = [];
    connection.request$(get(1)).subscribe({
      error: () => connection.request$(get(1)).subscribe({ error: (error) => errors.push(error) }),
    });
    await quiet();
    connection.close();
    expect(errors).toEqual([expect.any(ClosedError)]);
    expect(transport.sockets.size).toBe(0);
  });

  test("of the transport ends everything too", async () => {
    const { connection, transport } = conversation(silent);
    const asked = watch(connection.request$(get(1)));
    const notifications = watch(connection.notifications$([items]));
    await quiet();
    await transport.close();
    expect(asked.error).toBeInstanceOf(ClosedError);
    expect(notifications).toMatchObject({ ended: true });
    expect(notifications).not.toHaveProperty("error");
    expect(await outcome(connection.request$(get(1)))).toMatchObject({ error: expect.any(ClosedError) });
  });
});

test("when its sockets end by themselves, notifications complete and all that was asked errors", async () => {
  const { connection, transport } = conversation(silent);
  const notifications = watch(connection.notifications$([items]));
  const batch = [{ type: ITEM_NEW, layout: itemMessage, value: { id: 1 } }];
  const asked = [
    watch(connection.request$(get(1))),
    watch(connection.dump$(all)),
    watch(connection.batch$(batch)),
  ];
  await quiet();
  expect(transport.sockets.size).toBe(4);
  for (const socket of transport.sockets) socket.end();
  expect(notifications).toMatchObject({ values: [], ended: true });
  expect(notifications).not.toHaveProperty("error");
  for (const { error } of asked) {
    expect(error).toBeInstanceOf(ClosedError);
    expect(error).toMatchObject({ message: "the socket is closed" });
  }
});

test("sockets are opened with the options of the connection", async () => {
  const transport = scriptedTransport(silent);
  const connection = new Connection(transport, { protocol: 16, namespace: "blue", strict: false });
  watch(connection.request$(get(1)));
  watch(connection.notifications$([items, { ...items, groups: [1, 2] }]));
  await quiet();
  const common = { protocol: 16, namespace: "blue", strict: false };
  expect([...transport.sockets].map(({ options }) => options)).toEqual([
    common,
    { ...common, groups: [1, 2] },
  ]);
});
