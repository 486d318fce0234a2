import { datagram } from "@rxnetlink/testing";
import { config } from "rxjs";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  ClosedError,
  DecodeError,
  EncodeError,
  KernelError,
  OutcomeUnknownError,
  RequestTimeoutError,
} from "#src/errors/errors.js";
import { NLM_F_ACK, NLM_F_MULTI, NLM_F_REQUEST } from "#src/message/nlmsg.js";
import { struct } from "#src/schema/struct.js";
import { u8 } from "#src/schema/types/scalar.js";
import { get, silent } from "../../test/support/item-requests.js";
import {
  ack,
  badItem,
  conversation,
  done,
  ITEM_GET,
  item,
  outcome,
  quiet,
  watch,
} from "../../test/support/kernel.js";

afterEach(() => void vi.useRealTimers());

describe("request$", () => {
  test("emits the reply and completes", async () => {
    const { connection, datagrams } = conversation((to) => [item(to, { id: to.value.id ?? 0, name: "a" })]);
    expect(await outcome(connection.request$(get(7)))).toEqual({ values: [{ family: 0, id: 7, name: "a" }] });
    expect(datagrams).toMatchObject([[{ type: ITEM_GET, flags: NLM_F_REQUEST, value: { id: 7 } }]]);
  });

  test("does nothing before it is subscribed, and sends a request for each subscription", async () => {
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

  test("accepts a multipart reply", async () => {
    const { connection } = conversation((to) => [
      item(to, { id: 7 }, NLM_F_MULTI),
      item(to, { id: 8 }, NLM_F_MULTI),
      done(to),
    ]);
    expect(await outcome(connection.request$(get(7)))).toMatchObject({ values: [{ id: 7 }, { id: 8 }] });
  });

  test("reads replies by their own layout", async () => {
    const { connection } = conversation((to) => [item(to, { family: 9 })]);
    const reply = struct("reply", { whole: u8 });
    expect(await outcome(connection.request$({ ...get(7), reply }))).toEqual({ values: [{ whole: 9 }] });
  });

  test("errors with the kernel's refusal", async () => {
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

  test("errors if the reply cannot be decoded", async () => {
    const { connection } = conversation((to) => [badItem(to)]);
    expect(await outcome(connection.request$(get(7)))).toEqual({
      values: [],
      error: expect.any(DecodeError),
    });
  });

  test("errors if the value does not fit, and sends nothing", async () => {
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

  test("a cancelled one does not disturb another", async () => {
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

  test("emits an empty object if the kernel adds nothing", async () => {
    const { connection } = conversation((to) => [ack(to)]);
    expect(await outcome(connection.execute$(get(7)))).toEqual({ values: [{}] });
  });

  test("requests of one turn leave in one datagram; each has its own outcome", async () => {
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

  test("sends a thousand, 64 at a time", async () => {
    const { connection, datagrams } = conversation((to) => [ack(to)]);
    const seen = Array.from({ length: 1000 }, (_, id) => watch(connection.execute$(get(id))));
    await quiet();
    expect(seen.every(({ values, ended }) => ended && values.length === 1)).toBe(true);
    expect(Math.max(...datagrams.map((requests) => requests.length))).toBe(64);
    expect(datagrams.flat().map(({ value }) => value.id)).toEqual(seen.map((_, id) => id));
  });

  test("has an unknown outcome after an overrun", async () => {
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
