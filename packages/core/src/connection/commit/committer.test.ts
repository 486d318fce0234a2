import type { ScriptedSocket } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import type { Commit } from "#src/connection/commit/commit.js";
import { ClosedError, EncodeError, KernelError, SystemError } from "#src/errors/errors.js";
import {
  type Answer,
  ack,
  conversation,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  type Item,
  item,
  itemMessage,
  outcome,
  quiet,
  watch,
} from "../../../test/support/kernel.js";

const EPERM = 1;
const EEXIST = 17;
const request = (type: number, value: Partial<Item>) => ({ type, layout: itemMessage, value });
const fence = request(ITEM_GET, { id: 99 });
const replies = new Map([[ITEM_NEW, itemMessage]]);
const commitOf = (...ids: number[]): Commit => ({
  requests: ids.map((id) => request(ITEM_NEW, { id })),
  fence,
  replies,
});
const isFence = ({ type }: { type: number }) => type === ITEM_GET;

/** A kernel that answers the fence, and requests by the given function. */
function setUp(answer: Answer = () => [], options = {}) {
  return conversation((to, socket) => (isFence(to) ? [item(to, { id: 99 })] : answer(to, socket)), options);
}

describe("one datagram", () => {
  test("holds all requests, and another the fence, whose reply completes the commit", async () => {
    const { connection, datagrams, transport } = setUp();
    const { values } = await outcome(connection.commit$(commitOf(1, 2, 3)));
    expect(datagrams.map((all) => all.map(({ value }) => value.id))).toEqual([[1, 2, 3], [99]]);
    expect(values).toMatchObject([{ refusals: [], replies: [], lost: false, fence: { id: 99 } }]);
    expect(transport.sockets.size).toBe(0);
  });

  test("may have any size", async () => {
    const { connection, datagrams, transport } = setUp();
    const name = "x".repeat(60_000);
    const requests = Array.from({ length: 100 }, (_, id) => request(ITEM_NEW, { id, name }));
    let buffer: number | undefined;
    const committing = watch(connection.commit$({ requests, fence }));
    for (const { options } of transport.sockets) buffer = options.sendBuffer;
    await quiet();
    expect(datagrams.map((all) => all.length)).toEqual([100, 1]);
    expect(committing.values[0]?.bytes).toBeGreaterThan(6_000_000);
    expect(buffer).toBeGreaterThan(100_000_000);
  });

  test("is not sent if a request cannot be encoded; all that cannot are named", async () => {
    const { connection, datagrams } = setUp();
    const requests = [{ id: "x" }, { id: 2 }, { name: 3 }].map((it) => request(ITEM_NEW, it as object));
    const { values } = await outcome(connection.commit$({ requests, fence }));
    expect(datagrams).toEqual([]);
    expect(values[0]).toMatchObject({ bytes: 0, refusals: [{ index: 0 }, { index: 2 }] });
    expect(values[0]!.refusals[1]!.error).toBeInstanceOf(EncodeError);
    expect(values[0]!.refusals[1]!.error).toMatchObject({ path: "name" });
  });
});

describe("the outcome", () => {
  test("has all refusals, by request; an acknowledgement does not mean that one was applied", async () => {
    const { connection } = setUp((to) => [ack(to, to.value.id === 2 ? 0 : EEXIST)]);
    const { values } = await outcome(connection.commit$(commitOf(1, 2, 3)));
    expect(values[0]!.refusals).toMatchObject([
      { index: 0, error: { code: "EEXIST" } },
      { index: 2, error: { code: "EEXIST" } },
    ]);
  });

  test("names the member that the kernel points to", async () => {
    const { connection } = setUp((to) => [ack(to, EEXIST, { offs: 20 })]);
    const { values } = await outcome(connection.commit$(commitOf(1)));
    expect(values[0]!.refusals).toMatchObject([{ error: { path: "id" } }]);
  });

  test("has replies by request, and only those of a known type", async () => {
    const { connection } = setUp((to) => [
      item(to, { id: 7 }, 0, ITEM_DELETE),
      item(to, { id: 10 + to.value.id! }),
    ]);
    const { values } = await outcome(connection.commit$(commitOf(1, 2)));
    expect(values[0]!.replies).toMatchObject([
      { index: 0, type: ITEM_NEW, value: { id: 11 } },
      { index: 1, type: ITEM_NEW, value: { id: 12 } },
    ]);
  });

  test("is a refusal where the kernel looks at nothing for lack of permission", async () => {
    const { connection } = conversation((to) => (to.value.id === 2 ? [] : [ack(to, EPERM)]));
    const { values } = await outcome(connection.commit$(commitOf(1, 2)));
    expect(values).toMatchObject([{ refusals: [{ index: 0, error: { code: "EPERM" } }] }]);
  });

  test("is known in spite of an overflow: the fence is asked for again", async () => {
    let fences = 0;
    const { connection } = conversation((to, socket) => {
      if (!isFence(to)) return to.value.id === 1 ? [item(to, { id: 11 })] : [];
      if (fences++ > 0) return [item(to, { id: 99 })];
      socket.deliver({ type: "overrun" });
      queueMicrotask(() => socket.deliver({ type: "drained" }));
      return [];
    });
    const { values } = await outcome(connection.commit$(commitOf(1, 2)));
    expect(values).toMatchObject([{ refusals: [], replies: [{ index: 0 }], lost: true, fence: { id: 99 } }]);
    expect(fences).toBe(2);
  });
});

describe("errors", () => {
  test("if the datagram could not be sent", async () => {
    const { connection } = conversation((to, socket) => {
      if (to.value.id === 1)
        socket.deliver({ type: "callFailed", ticket: 1, error: new SystemError("sendmsg", 90) });
      return [];
    });
    const { error } = await outcome(connection.commit$(commitOf(1)));
    expect(error).toMatchObject({ code: "EMSGSIZE", hint: expect.stringContaining("wmem_max") });
  });

  test("if the kernel refuses the fence", async () => {
    const { connection } = conversation((to) => (isFence(to) ? [ack(to, EEXIST)] : []));
    expect((await outcome(connection.commit$(commitOf(1)))).error).toBeInstanceOf(KernelError);
  });

  test("if the socket ends", async () => {
    const { connection, transport } = conversation(() => []);
    const seen = watch(connection.commit$(commitOf(1)));
    await quiet();
    for (const socket of transport.sockets as Set<ScriptedSocket>) socket.fail(new ClosedError("x"));
    expect(seen.error).toBeInstanceOf(ClosedError);
  });
});

test("a committer keeps its socket for several commits", async () => {
  const { connection, transport, datagrams } = setUp();
  const seen = watch(connection.committer$());
  await quiet();
  const [committer] = seen.values;
  const [first, second] = [committer!.commit$(commitOf(1)), committer!.commit$(commitOf(2))].map(watch);
  await quiet();
  expect([first!.values.length, second!.values.length, transport.sockets.size]).toEqual([1, 1, 1]);
  expect(new Set(datagrams.flat().map(({ sequence }) => sequence)).size).toBe(4);
  seen.unsubscribe();
  expect(transport.sockets.size).toBe(0);
  expect((await outcome(committer!.commit$(commitOf(3)))).error).toBeInstanceOf(ClosedError);
});
