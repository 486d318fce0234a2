import { datagram } from "@rxnetlink/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  ClosedError,
  DecodeError,
  DumpInterruptedError,
  EncodeError,
  OutcomeUnknownError,
  RequestTimeoutError,
} from "#src/errors/errors.js";
import { NLM_F_DUMP, NLM_F_DUMP_INTR, NLM_F_MULTI, NLM_F_REQUEST } from "#src/message/nlmsg.js";
import { all, get, silent } from "../../test/support/item-requests.js";
import {
  badItem,
  conversation,
  cutMessage,
  done,
  item,
  join,
  outcome,
  quiet,
  watch,
} from "../../test/support/kernel.js";

afterEach(() => void vi.useRealTimers());

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

  test("has its own socket, which the next one reuses", async () => {
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

  test("uses another socket if the kept ones have failed", async () => {
    const { connection, transport } = conversation((to) => rows(to));
    await Promise.all([outcome(connection.dump$(all)), outcome(connection.dump$(all))]);
    expect(transport.sockets.size).toBe(2);
    for (const socket of transport.sockets) socket.fail(new ClosedError("the thread"));
    expect(await outcome(connection.dump$(all))).toMatchObject({ values: [{ id: 1 }, { id: 2 }] });
  });

  test("closes its socket midway if its subscriber unsubscribes", async () => {
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

  test("unsubscribing one early does not disturb another", async () => {
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

  test("errors if the kernel ends it with an error", async () => {
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

  test("an unreadable row does not stop the others; its error comes at the end", async () => {
    const { connection } = conversation((to) => [badItem(to, NLM_F_MULTI), ...rows(to)]);
    const { values, error } = await outcome(connection.dump$(all));
    expect(values).toMatchObject([{ id: 1 }, { id: 2 }]);
    expect(error).toBeInstanceOf(DecodeError);
  });

  test("ends at once, and never successfully, if a malformed datagram loses rows", async () => {
    const { connection } = conversation((to) => [item(to, { id: 1 }, NLM_F_MULTI), cutMessage(to)]);
    const { values, error } = await outcome(connection.dump$(all));
    expect(values).toHaveLength(1);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
  });

  test("waits indefinitely by default", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { connection } = conversation(silent, { timeout: 50 });
    const patient = watch(connection.dump$(all));
    const hasty = watch(connection.dump$({ ...all, timeout: 60 }));
    await quiet();
    vi.advanceTimersByTime(1_000_000);
    expect(patient.ended).toBe(false);
    expect(hasty.error).toBeInstanceOf(RequestTimeoutError);
  });

  test("errors if the filter cannot be encoded, and closes its socket", async () => {
    const { connection, transport } = conversation(silent);
    expect(await outcome(connection.dump$(get(-1)))).toMatchObject({ error: expect.any(EncodeError) });
    expect(transport.sockets.size).toBe(0);
  });
});
